"""What is measured of a version: what passed, how much of each source is stated, by whom, explained, linked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from extraction.evidence import OA
from extraction.harvest import Harvest
from quipreside.namespaces import Iris
from release.dataset import RDF_TYPE, Dataset
from release.why import DERIVED


@dataclass(frozen=True)
class Measure:
    """One figure: its metric's key and names, its value, the whole that it is part of, and what it was measured on."""

    key: str
    fr: str
    en: str
    value: int
    about: str
    whole: int | None = None


@dataclass(frozen=True)
class Item:
    """Something that is not published: what, and why, in French and English."""

    name: str
    fr: str
    en: str


@dataclass(frozen=True)
class Quality:
    """The figures of a version, what waits for a curator, and what is not linked."""

    measures: tuple[Measure, ...]
    reviews: tuple[Item, ...]
    unlinked: tuple[Item, ...]


@dataclass(frozen=True)
class Passed:
    """How many shapes and checks a build passed; it fails at the first that it does not."""

    shapes: int
    checks: int


def quality(dataset: Dataset, harvests: Sequence[Harvest], passed: Passed, about: str, iris: Iris) -> Quality:
    """Measure a version, whose IRI is `about`."""
    found = [
        Measure("shapes", "Formes SHACL respectées", "SHACL shapes passed", passed.shapes, about, passed.shapes),
        Measure("checks", "Vérifications passées", "Checks passed", passed.checks, about, passed.checks),
        *reasons(dataset, about, iris),
        *links(dataset.top["links"], about, iris),
    ]
    for one in harvests:
        found += coverage(one, iris)
    return Quality(tuple(found), tuple(reviews(harvests)), tuple(unlinked(dataset.top["editorial"], iris)))


def coverage(one: Harvest, iris: Iris) -> Iterator[Measure]:
    """How much of an edition is stated, and by whom."""
    about = iris.edition(one.edition.source, one.edition.number)
    sentences = {passage.key for passage in one.extraction.passages if passage.kind != "heading"}
    stated = {said.passage for said in one.statements}
    waiting = {item.passage for item in one.reviews}
    whole = len(sentences)
    yield Measure(
        "passages-stated",
        "Passages qui énoncent des faits",
        "Passages that state facts",
        len(stated & sentences),
        about,
        whole,
    )
    yield Measure(
        "passages-review",
        "Passages dont des mots attendent une relecture",
        "Passages with words that wait for review",
        len(waiting & sentences),
        about,
        whole,
    )
    yield Measure(
        "passages-silent",
        "Passages sans fait ni relecture",
        "Passages without facts or review",
        len(sentences - stated - waiting),
        about,
        whole,
    )
    by = Counter(kind for _, _, kind in {(said.triple, said.passage, said.producer.kind) for said in one.statements})
    total = sum(by.values())
    yield Measure("statements-rule", "Énoncés lus par des règles", "Statements read by rules", by["rule"], about, total)
    yield Measure("statements-curated", "Énoncés ancrés à la main", "Statements anchored by hand",
                  by["curated"], about, total)  # fmt: skip


def reasons(dataset: Dataset, about: str, iris: Iris) -> Iterator[Measure]:
    """How many inferred statements are explained, and how many of them down to the words of a text."""
    why = dataset.top["why"]
    explanation = NamedNode(iris.term("Explanation"))
    explained = {triple.subject for triple in why if triple.predicate == RDF_TYPE and triple.object == explanation}
    annotations = {t.subject for t in dataset.top["evidence"] if t.object == NamedNode(f"{OA}Annotation")}
    whole = len(dataset.top["inferred"])
    yield Measure(
        "explained", "Énoncés inférés et expliqués", "Inferred statements explained", len(explained), about, whole
    )
    yield Measure("explained-by-text", "Explications qui mènent aux mots d’un texte",
                  "Explanations that lead to the words of a text",
                  len(explained & grounded(why, annotations)), about, whole)  # fmt: skip


def grounded(why: Iterable[Triple], annotations: Iterable[object]) -> set[object]:
    """The nodes that derive, directly or not, from an annotation."""
    edges = [(triple.subject, triple.object) for triple in why if triple.predicate == DERIVED]
    reached: set[object] = set(annotations)
    while more := {node for node, source in edges if source in reached and node not in reached}:
        reached |= more
    return reached


def links(triples: Iterable[Triple], about: str, iris: Iris) -> Iterator[Measure]:
    """How many links there are at each grade."""
    grade = iris.term("grade")
    by = Counter(str(triple.object).strip("<>") for triple in triples if triple.predicate.value == grade)
    whole = sum(by.values())
    yield Measure(
        "links-a",
        "Liens vérifiés par deux sources (degré A)",
        "Links checked in two sources (grade A)",
        by[iris.term("GradeA")],
        about,
        whole,
    )
    yield Measure("links-b", "Liens vérifiés par une source (degré B)", "Links checked in one source (grade B)",
                  by[iris.term("GradeB")], about, whole)  # fmt: skip


def reviews(harvests: Iterable[Harvest]) -> Iterator[Item]:
    """What the rules or the anchors left to a curator, with the words."""
    for one in harvests:
        for item in one.reviews:
            words = one.extraction.text.raw[item.evidence.start : item.evidence.end]
            where = f"{one.edition.source}/{one.edition.number} {item.passage}".strip()
            yield Item(f"{where} « {words} »", item.reason, item.reason)


def unlinked(editorial: Iterable[Triple], iris: Iris) -> Iterator[Item]:
    """The things that are knowingly linked to no other graph, and why."""
    said: dict[str, dict[str, str]] = {}
    for triple in editorial:
        if triple.predicate.value == iris.term("notLinkedBecause") and isinstance(triple.object, Literal):
            said.setdefault(str(triple.subject).strip("<>"), {})[triple.object.language or ""] = triple.object.value
    for thing, why in sorted(said.items()):
        yield Item(thing.removeprefix(iris.thing("")), why.get("fr", ""), why.get("en", ""))
