"""The ontology as a graph, and the vocabularies that it borrows terms from."""

import pytest
from rdflib import OWL, RDF, RDFS, Graph

from quipreside.paths import ONTOLOGY

AXIOMS = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    OWL.inverseOf,
    OWL.propertyChainAxiom,
    OWL.disjointWith,
    RDF.first,
    RDF.rest,
)


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """Every file of the ontology in one graph."""
    graph = Graph()
    for file in sorted(ONTOLOGY.glob("*.ttl")):
        graph.parse(file)
    return graph


@pytest.fixture(scope="session")
def axioms(ontology: Graph) -> Graph:
    """What the reasoner needs of the ontology: no label, no definition, no metadata."""
    graph = Graph()
    for predicate in AXIOMS:
        graph += ontology.triples((None, predicate, None))
    return graph
