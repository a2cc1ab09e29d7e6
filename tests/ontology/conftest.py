"""The ontology as a graph, and the vocabularies that it borrows terms from."""

import pytest
from rdflib import Graph

from quipreside.paths import ONTOLOGY


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """Every file of the ontology in one graph."""
    graph = Graph()
    for file in sorted(ONTOLOGY.glob("*.ttl")):
        graph.parse(file)
    return graph
