"""OWL 2 RL inference with owlrl, kept to an allow-list; an inconsistency or a merge of our things fails the build."""

from collections.abc import Iterable

import owlrl
import rdflib
from owlrl.Namespaces import ERRNS
from pyoxigraph import NamedNode, Triple
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from release.terms import resource_triple, to_rdflib

CHARACTERISTICS = {
    OWL.SymmetricProperty,
    OWL.TransitiveProperty,
    OWL.AsymmetricProperty,
    OWL.IrreflexiveProperty,
}
ANNOTATIONS = {RDFS.isDefinedBy, RDFS.seeAlso, SKOS.closeMatch}
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty)


def infer(facts: Iterable[Triple], ontology: Iterable[Triple], iris: Iris) -> set[Triple]:
    """The allowed triples that follow from facts and ontology and are not among the facts.

    Links, evidence and provenance do not belong in the input: `sameAs` would put statements about other people's IRIs
    into the closure.
    """
    stated = set(facts)
    ontology_graph = to_rdflib(ontology)
    graph = to_rdflib(filter(between_resources, stated)) + axioms(ontology_graph)
    expand(graph)
    refuse_inconsistency(graph)
    refuse_merges(graph, iris)
    kept = allowed(graph, ontology_graph, iris)
    return kept - stated


def between_resources(triple: Triple) -> bool:
    """Tell whether a triple relates two things: no axiom of ours speaks of literals."""
    return isinstance(triple.object, NamedNode)


def axioms(ontology: rdflib.Graph) -> rdflib.Graph:
    """The ontology without its words and declarations, from which nothing about individuals follows.

    Left in, they make owlrl derive thousands of trivialities and take three times as long.
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for subject, predicate, value in ontology:
        declaration = predicate == RDF.type and value not in CHARACTERISTICS
        if not (declaration or predicate in ANNOTATIONS or isinstance(value, rdflib.Literal)):
            graph.add((subject, predicate, value))
    return graph


def expand(graph: rdflib.Graph) -> None:
    """Close a graph under the OWL 2 RL rules, in place, without axiomatic triples."""
    closure = owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False)
    closure.expand(graph)


def refuse_inconsistency(graph: rdflib.Graph) -> None:
    """Raise QuiPresideError with the reasoner's message: owlrl states inconsistencies as triples."""
    messages = sorted(str(message) for message in graph.objects(None, ERRNS.error))
    if messages:
        raise QuiPresideError(f"the facts contradict the ontology: {messages[0]}")


def refuse_merges(graph: rdflib.Graph, iris: Iris) -> None:
    """Raise QuiPresideError where two of our IRIs became the same thing."""
    ours = iris.thing("")
    for one, other in sorted(graph.subject_objects(OWL.sameAs)):
        if one != other and str(one).startswith(ours) and str(other).startswith(ours):
            raise QuiPresideError(f"inference makes <{one}> the same as <{other}>: an axiom or a fact is wrong.")


def allowed(graph: rdflib.Graph, ontology: rdflib.Graph, iris: Iris) -> set[Triple]:
    """The closure's triples about our things whose predicate, or class, the ontology declares."""
    properties = {one for kind in PROPERTY_KINDS for one in ontology.subjects(RDF.type, kind)}
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    return {
        resource_triple(subject, predicate, value)
        for subject, predicate, value in graph
        if isinstance(subject, URIRef)
        and isinstance(value, URIRef)
        and str(subject).startswith(iris.thing(""))
        and (predicate in properties or (predicate == RDF.type and value in classes))
        and predicate not in (OWL.sameAs, RDFS.seeAlso)
    }
