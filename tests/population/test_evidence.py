from pyoxigraph import Literal, NamedNode, Triple

from extraction.evidence import Producer, Statement, annotation_quads, passage_quads
from extraction.model import Span
from quipreside.namespaces import Iris

IRIS = Iris("https://example.org/")
EDITION = IRIS.edition("page", 1)
EVIDENCE = NamedNode(IRIS.graph("evidence"))
TEXT = "Elle préside le Conseil."
OA = "http://www.w3.org/ns/oa#"
CHAIRS = Triple(
    NamedNode("https://example.org/id/a"), NamedNode("https://example.org/p"), NamedNode("https://example.org/id/b")
)
NAMES = Triple(
    NamedNode("https://example.org/id/b"), NamedNode("https://example.org/q"), Literal("Conseil", language="fr")
)


def said(triple: Triple, start: int = 5, end: int = 23, rule: str = "r") -> Statement:
    return Statement(triple, "s01", Span(start, end), Producer("rule", rule))


def objects(quads: set, predicate: str) -> set[str]:
    return {quad.object.value for quad in quads if quad.predicate.value == predicate}


def test_annotation_quads_quote_the_words_at_the_offsets() -> None:
    quads = annotation_quads([said(CHAIRS)], EDITION, TEXT, EVIDENCE, IRIS)
    assert objects(quads, OA + "exact") == {"préside le Conseil"}
    assert objects(quads, OA + "start") == {"5"}
    assert objects(quads, OA + "end") == {"23"}


def test_annotation_quads_one_phrase_is_one_annotation_with_a_body_each_triple() -> None:
    quads = annotation_quads([said(CHAIRS), said(NAMES, rule="other")], EDITION, TEXT, EVIDENCE, IRIS)
    annotations = {quad.subject.value for quad in quads if quad.object == NamedNode(OA + "Annotation")}
    assert annotations == {f"{EDITION}/s01#e5-23"}
    assert len(objects(quads, OA + "hasBody")) == 2
    assert objects(quads, IRIS.term("producedBy")) == {IRIS.thing("rule-r"), IRIS.thing("rule-other")}


def test_annotation_quads_two_phrases_are_two_pieces_of_evidence_for_one_triple() -> None:
    statements = [said(CHAIRS), said(CHAIRS, 16, 23)]
    assert len(passage_quads(statements, EDITION)) == 1
    quads = annotation_quads(statements, EDITION, TEXT, EVIDENCE, IRIS)
    assert objects(quads, OA + "exact") == {"préside le Conseil", "Conseil"}


def test_passage_quads_equal_the_bodies_of_the_annotations() -> None:
    statements = [said(CHAIRS), said(NAMES, 16, 23)]
    graph = {quad.triple for quad in passage_quads(statements, EDITION)}
    quads = annotation_quads(statements, EDITION, TEXT, EVIDENCE, IRIS)
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    bodies = {quad.object for quad in quads if quad.predicate.value == OA + "hasBody"}
    parts = {(quad.subject, quad.predicate.value): quad.object for quad in quads}
    reified = {Triple(*(parts[body, rdf + role] for role in ("subject", "predicate", "object"))) for body in bodies}
    assert reified == graph
