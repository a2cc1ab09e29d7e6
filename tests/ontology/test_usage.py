"""No term is there for nothing: each is used by the data, by a question, or by the shapes' fixture."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Graph, URIRef

from extraction.curated import read_curated
from quipreside.namespaces import Iris
from quipreside.paths import DATA, QUERIES
from release.inference import expand
from release.terms import to_rdflib

FIXTURE = Path(__file__).parent.parent / "shapes" / "conforming.ttl"
NAMESPACE = f"{Iris().ontology}#"


def terms(graph: Graph) -> set[URIRef]:
    """The ontology's terms that a graph mentions."""
    return {term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(NAMESPACE)}


@pytest.fixture(scope="module")
def stated() -> Graph:
    """The shapes' fixture, the register and what the curator states."""
    graph = Graph().parse(FIXTURE).parse(DATA / "register.ttl")
    for file in sorted((DATA / "curated").glob("*.toml")):
        for one in read_curated(file, Iris()):
            graph += to_rdflib(one.triples)
    return graph


@pytest.fixture(scope="module")
def used(ontology: Graph, axioms: Graph, stated: Graph) -> set[URIRef]:
    """What data, questions and fixture mention, and what follows from them."""
    closed = axioms + stated
    expand(closed)
    words = " ".join(file.read_text(encoding="utf-8") for file in QUERIES.rglob("*.rq"))
    asked = {URIRef(NAMESPACE + name) for name in re.findall(r"(?<![\w>]):(\w+)", words)}
    inferred = set(closed.predicates()) | set(closed.objects(None, RDF.type))
    mentioned = terms(stated) | inferred | asked | set(ontology.predicates())
    return mentioned | {kind for term in mentioned for kind in ontology.objects(term, RDF.type)}


def test_terms_every_one_used(ontology: Graph, used: set[URIRef]) -> None:
    own = {term for term in ontology.subjects(RDF.type) if str(term).startswith(NAMESPACE)}
    assert sorted(str(term) for term in own - used) == []


def test_terms_of_data_declared(ontology: Graph, stated: Graph) -> None:
    assert sorted(str(term) for term in terms(stated) if (term, RDF.type, None) not in ontology) == []


def test_individuals_of_register_both_languages() -> None:
    register = Graph().parse(DATA / "register.ttl")
    for thing in set(register.subjects(RDF.type)):
        names = list(register.objects(thing, SKOS.prefLabel))
        assert sorted(str(name.language) for name in names) == ["en", "fr"], thing
    assert not list(register.triples((None, OWL.sameAs, None)))
