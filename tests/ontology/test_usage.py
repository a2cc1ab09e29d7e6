"""No term is there for nothing: each is used by the data, by a question, or by the shapes' fixture."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Dataset, Graph, URIRef

from quipreside.namespaces import Iris
from quipreside.paths import DATA, QUERIES
from release.inference import expand

FIXTURE = Path(__file__).parent.parent / "shapes" / "conforming.ttl"
NAMESPACE = f"{Iris().ontology}#"


def terms(graph: Graph) -> set[URIRef]:
    """The ontology's terms that a graph mentions."""
    return {term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(NAMESPACE)}


@pytest.fixture(scope="module")
def used(ontology: Graph, axioms: Graph) -> set[URIRef]:
    """What data, questions and fixture mention, and what follows from the fixture."""
    stated = Graph().parse(FIXTURE).parse(DATA / "register.ttl")
    for file in sorted((DATA / "graph").rglob("*.trig")):
        for subject, predicate, value, _ in Dataset().parse(file).quads():
            stated.add((subject, predicate, value))
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


def test_terms_of_data_declared(ontology: Graph) -> None:
    stated = terms(Graph().parse(FIXTURE).parse(DATA / "register.ttl"))
    for file in sorted((DATA / "graph").rglob("*.trig")):
        stated |= {term for quad in Dataset().parse(file).quads() for term in terms([quad[:3]])}
    assert sorted(str(term) for term in stated if (term, RDF.type, None) not in ontology) == []


def test_individuals_of_register_both_languages() -> None:
    register = Graph().parse(DATA / "register.ttl")
    for thing in set(register.subjects(RDF.type)):
        names = list(register.objects(thing, SKOS.prefLabel))
        assert sorted(str(name.language) for name in names) == ["en", "fr"], thing
    assert not list(register.triples((None, OWL.sameAs, None)))
