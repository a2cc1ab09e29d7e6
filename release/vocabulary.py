"""The ontology as a graph of the release: its lists get IRIs, for no blank node is published."""

from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris

RDF, OWL = EXTERNAL_PREFIXES["rdf"], EXTERNAL_PREFIXES["owl"]
REST = NamedNode(f"{RDF}rest")
CHAIN = NamedNode(f"{OWL}propertyChainAxiom")


def ontology_triples(quads: Iterable[Quad], iris: Iris) -> frozenset[Triple]:
    """The ontology's triples, the cells of each property chain named after their property, in order."""
    triples = [quad.triple for quad in quads]
    rest = {triple.subject: triple.object for triple in triples if triple.predicate == REST}
    names: dict[object, NamedNode] = {}
    heads = sorted((str(triple.subject), str(triple.object), triple) for triple in triples if triple.predicate == CHAIN)
    counts: dict[str, int] = {}
    for _, _, triple in heads:
        local = str(triple.subject).strip("<>").rpartition("#")[2]
        counts[local] = number = counts.get(local, 0) + 1
        cell, position = triple.object, 1
        while isinstance(cell, BlankNode):
            names[cell] = NamedNode(f"{iris.graph('ontology')}#chain-{local}-{number}-{position}")
            cell, position = rest[cell], position + 1
    named = frozenset(
        Triple(names.get(t.subject, t.subject), t.predicate, names.get(t.object, t.object)) for t in triples
    )  # fmt: skip
    if left := [t for t in named if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]:
        raise QuiPresideError(f"ontology: a blank node outside a property chain, near {left[0].predicate}.")
    return named
