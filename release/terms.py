"""Between the two RDF libraries: quads of pyoxigraph keep lexical forms; rdflib's graphs feed pySHACL and owlrl."""

from collections.abc import Iterable
from typing import TypeVar, cast

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

rdflib.NORMALIZE_LITERALS = False

Term = TypeVar("Term")

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_rdflib(triples: Iterable[Triple]) -> rdflib.Graph:
    """An rdflib graph of the triples, every literal as it is written."""
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in triples:
        graph.add((rdflib_term(triple.subject), rdflib_term(triple.predicate), rdflib_term(triple.object)))
    return graph


def rdflib_term(term: object) -> rdflib.term.Identifier:
    """One term as rdflib writes it."""
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"no term of data: {term}")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return rdflib.Literal(term.value, datatype=None if datatype == XSD_STRING else rdflib.URIRef(datatype))


def resource_triple(subject: rdflib.term.Node, predicate: rdflib.term.Node, value: rdflib.term.Node) -> Triple:
    """A triple between three IRIs, back from rdflib."""
    return Triple(NamedNode(str(subject)), NamedNode(str(predicate)), NamedNode(str(value)))


def triples_of(quads: Iterable[Quad]) -> set[Triple]:
    """The triples of quads, each once, whatever their graph."""
    return {quad.triple for quad in quads}


def in_graph(triples: Iterable[Triple], graph: NamedNode | DefaultGraph) -> list[Quad]:
    """The triples as quads of one graph."""
    return [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]


def rebased(quads: Iterable[Quad], old: str, new: str) -> list[Quad]:
    """Move every IRI from one base to another."""
    quads = list(quads)
    if old == new:
        return quads

    return [
        Quad(
            moved(quad.subject, old, new),
            moved(quad.predicate, old, new),
            moved(quad.object, old, new),
            moved(quad.graph_name, old, new),
        )
        for quad in quads
    ]


def moved(term: Term, old: str, new: str) -> Term:
    """One term, its IRI moved from one base to another where it stands under it; a text that names it, too."""
    if isinstance(term, NamedNode) and term.value.startswith(old):
        return cast(Term, NamedNode(new + term.value.removeprefix(old)))
    if isinstance(term, Literal) and old in term.value:
        words = term.value.replace(old, new)
        named = Literal(words, language=term.language) if term.language else Literal(words, datatype=term.datatype)
        return cast(Term, named)
    return term
