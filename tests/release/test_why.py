"""Explanations of inferred statements, each checked by the reasoner itself."""

import random
from collections.abc import Iterable

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple, parse

from extraction.evidence import Producer, Statement, annotation_quads
from extraction.model import Span
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from release.axioms import Step
from release.checks import load
from release.inference import expand, infer
from release.inputs import read_ontology
from release.terms import in_graph, rdflib_term, to_rdflib, triples_of
from release.vocabulary import ontology_triples
from release.why import explain, why_triples

IRIS = Iris()
TEXT = "Ada est secrétaire. La secrétaire préside le Conseil."
WHO, WHAT = Span(0, 18), Span(20, 52)
ONE_QUERY = """
PREFIX : <https://w3id.org/qui-preside/ontology#>
PREFIX id: <https://w3id.org/qui-preside/id/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT DISTINCT ?passage ?words WHERE {
  ?why rdf:subject id:ada ; rdf:predicate :presides ; rdf:object id:conseil ; prov:wasDerivedFrom+ ?e .
  ?e oa:hasTarget [ oa:hasSource ?passage ; oa:hasSelector/oa:exact ?words ]
}
"""
ONE_STEP = """
PREFIX : <https://w3id.org/qui-preside/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?words WHERE {
  ?why rdf:predicate :hasCurrentTenure ; prov:wasDerivedFrom/oa:hasTarget/oa:hasSelector/oa:exact ?words
}
"""
PAGE = """
PREFIX : <https://w3id.org/qui-preside/ontology#>
PREFIX id: <https://w3id.org/qui-preside/id/>
id:tenure :currentHolder id:ada ; :currentPost id:secretaire .
id:chairship :chairPost id:secretaire ; :chairedBody id:conseil .
"""


def turtle(text: str) -> set[Triple]:
    return triples_of(parse(text, format=RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def ontology() -> frozenset[Triple]:
    return ontology_triples(read_ontology(IRIS.base), IRIS)


@pytest.fixture(scope="module")
def facts() -> set[Triple]:
    return turtle(PAGE)


@pytest.fixture(scope="module")
def inferred(facts: set[Triple], ontology: frozenset[Triple]) -> set[Triple]:
    return infer(facts, ontology, IRIS)


@pytest.fixture(scope="module")
def steps(facts: set[Triple], inferred: set[Triple], ontology: frozenset[Triple]) -> dict[Triple, Step]:
    return explain(facts, inferred, ontology)


def evidence(facts: Iterable[Triple]) -> set[Triple]:
    said = [Statement(one, "s01", WHO if "tenure" in str(one) else WHAT, Producer("rule", "r")) for one in facts]
    graph = NamedNode(IRIS.graph("evidence"))
    return triples_of(annotation_quads(said, IRIS.edition("page", 1), TEXT, graph, IRIS))


def concludes(step: Step, left_out: Triple | None = None) -> bool:
    """Tell whether owlrl draws the conclusion from the premises and the axiom alone."""
    graph = to_rdflib({step.axiom.triple, *step.axiom.cells, *step.premises} - {left_out})
    expand(graph)
    one = step.conclusion
    return (rdflib_term(one.subject), rdflib_term(one.predicate), rdflib_term(one.object)) in graph


def refuse_false(step: Step) -> None:
    """Fail unless the step concludes, and does not when its axiom or any premise is missing."""
    assert concludes(step), f"owlrl does not conclude {step.conclusion}"
    for left_out in (step.axiom.triple, *step.premises):
        assert not concludes(step, left_out), f"{step.conclusion} does not need {left_out}"


def test_explain_covers_every_inferred_triple(steps, inferred) -> None:
    assert set(steps) == inferred
    assert len(steps) > 20


@pytest.mark.slow
def test_explain_each_step_is_what_the_reasoner_does(steps) -> None:
    for step in steps.values():
        refuse_false(step)


def test_explain_premises_come_before_conclusions(steps, facts) -> None:
    def depth(triple: Triple, above: frozenset[Triple]) -> int:
        assert triple not in above, f"{triple} explains itself"
        return 1 + max(depth(one, above | {triple}) for one in steps[triple].premises) if triple in steps else 0

    presides = Triple(NamedNode(IRIS.thing("ada")), NamedNode(IRIS.term("presides")), NamedNode(IRIS.thing("conseil")))
    assert depth(presides, frozenset()) == 3
    assert max(depth(triple, frozenset()) for triple in steps) <= 5


def test_explain_does_not_depend_on_the_order_of_its_input(steps, facts, inferred, ontology) -> None:
    shuffled = random.Random(1).sample(sorted(ontology, key=str), len(ontology))  # noqa: S311 — an order, not a secret
    assert explain(sorted(facts, key=str), inferred, shuffled) == steps


def test_explain_prefers_what_a_text_says_to_what_editors_say(ontology) -> None:
    prefix = "PREFIX : <https://w3id.org/qui-preside/ontology#> PREFIX org: <http://www.w3.org/ns/org#> "
    said = turtle(f"{prefix} <x:c> :chairPost <x:post> .")
    editorial = turtle(f"{prefix} <x:post> a org:Post .")
    actor = turtle(f"{prefix} <x:post> a :Actor .")
    by_text = explain(said | editorial, actor | turtle(f"{prefix} <x:c> :agent <x:post> ."), ontology)
    assert {step.premises[0] for one, step in by_text.items() if one in actor} == editorial
    told = said | turtle(f"{prefix} <x:c> :agent <x:post> .")
    (step,) = explain(told | editorial, actor, ontology, frozenset(editorial)).values()
    assert set(step.premises) <= told


def test_explain_statement_without_a_reason_fails(facts, ontology) -> None:
    invented = turtle("PREFIX : <https://w3id.org/qui-preside/ontology#> <x:a> :chairs <x:b> .")
    with pytest.raises(QuiPresideError, match="cannot be explained, the first: <x:a>"):
        explain(facts, invented, ontology)


def test_why_one_query_leads_to_both_sentences(steps, facts) -> None:
    said = evidence(facts)
    store = load(in_graph(why_triples(steps, said, IRIS) | said, DefaultGraph()))
    rows = {(row["passage"].value, row["words"].value) for row in store.query(ONE_QUERY)}
    passage = IRIS.passage("page", 1, "s01")
    assert rows == {(passage, TEXT[WHO.start : WHO.end]), (passage, TEXT[WHAT.start : WHAT.end])}


def test_why_premise_said_twice_leads_to_both_phrases(steps, facts) -> None:
    graph = NamedNode(IRIS.graph("evidence"))
    spans = (WHO, WHAT)
    said = [Statement(one, "s01", span, Producer("rule", "r")) for one in facts for span in spans]
    twice = triples_of(annotation_quads(said, IRIS.edition("page", 1), TEXT, graph, IRIS))
    store = load(in_graph(why_triples(steps, twice, IRIS) | twice, DefaultGraph()))
    for span in spans:
        assert (TEXT[span.start : span.end],) in {(row["words"].value,) for row in store.query(ONE_STEP)}


def test_why_editorial_premise_says_so(steps, facts) -> None:
    triples = why_triples(steps, [], IRIS)
    editorial = {t.subject for t in triples if t.object == NamedNode(IRIS.term("EditorialPremise"))}
    sources = {t.object for t in triples if t.subject in editorial and t.predicate.value.endswith("wasDerivedFrom")}
    assert len(editorial) == len(facts)
    assert sources == {NamedNode(IRIS.graph("editorial"))}
