import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from release.inference import allowed, expand, infer
from release.inputs import read_ontology
from release.terms import to_rdflib
from release.vocabulary import ontology_triples

pytestmark = pytest.mark.slow

IRIS = Iris()
ONTOLOGY = ontology_triples(read_ontology(IRIS.base), IRIS)
FACTS = """
id:tenure a :CurrentTenure ; :currentHolder id:jeanne ; :currentPost id:post ; :modality :Asserted .
id:jeanne a foaf:Person ; foaf:name "Jeanne" . id:post a org:Post . id:council a :Body .
id:chairship a :Chairship ; :chairPost id:post ; :chairedBody id:council ; :modality :Asserted .
"""


def triples(turtle: str) -> set[Triple]:
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in IRIS.prefixes().items())
    return {quad.triple for quad in parse(prefixes + turtle, format=RdfFormat.TURTLE)}


def ours(subject: str, predicate: str, value: str) -> Triple:
    return Triple(NamedNode(IRIS.thing(subject)), NamedNode(IRIS.term(predicate)), NamedNode(IRIS.thing(value)))


def test_infer_holder_presides_over_what_the_post_chairs() -> None:
    assert ours("jeanne", "presides", "council") in infer(triples(FACTS), ONTOLOGY, IRIS)


def test_infer_is_what_owlrl_infers_from_everything() -> None:
    facts = triples(FACTS)
    graph = to_rdflib(facts | ONTOLOGY)
    expand(graph)
    assert infer(facts, ONTOLOGY, IRIS) == allowed(graph, to_rdflib(ONTOLOGY), IRIS) - facts


def test_infer_keeps_to_our_things_and_declared_terms() -> None:
    inferred = infer(triples(FACTS), ONTOLOGY, IRIS)
    declared = {triple.subject for triple in ONTOLOGY}
    for triple in inferred:
        assert triple.subject.value.startswith(IRIS.thing(""))
        assert triple.predicate in declared or triple.object in declared


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        ("id:jeanne a org:Post .", "contradict the ontology"),
        ("id:jeanne owl:sameAs id:post2 .", "makes <.*> the same as <.*>"),
    ],
)
def test_infer_inconsistency_or_merge_fails(added: str, sentence: str) -> None:
    with pytest.raises(QuiPresideError, match=sentence):
        infer(triples(FACTS + added), ONTOLOGY, IRIS)
