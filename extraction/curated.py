"""Curated statements: graph patterns anchored on a verbatim quote, carried to each new edition of their source.

`data/curated/<source>.toml` holds `[[statement]]` tables: `id`, `quote`, optional `before` and `after` (the words that
stand directly beside the quote) and `graph`, Turtle without blank nodes. A quote that is absent, or present more than
once, publishes nothing and becomes a review item.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from extraction.anchoring import occurrences, read_tables, turtle
from extraction.evidence import TYPE, Producer, Statement, unpack
from extraction.model import Passage, ReviewItem, Span
from extraction.naming import folded
from extraction.reader import Extraction
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris

FIELDS = frozenset({"id", "quote", "before", "after", "graph"})


@dataclass(frozen=True)
class Curated:
    """One statement of a curator, before it is anchored."""

    id: str
    quote: str
    before: str
    after: str
    triples: tuple[Triple, ...]


@dataclass(frozen=True)
class Anchored:
    """What could be anchored on an edition, and what needs the curator, each item with the statement's id."""

    statements: tuple[Statement, ...]
    reviews: tuple[tuple[str, ReviewItem], ...]


def read_curated(file: Path, iris: Iris) -> tuple[Curated, ...]:
    """Read a file of curated statements; raise QuiPresideError with file and statement for a malformed one."""
    return tuple(
        Curated(
            row["id"],
            row["quote"],
            row.get("before", ""),
            row.get("after", ""),
            turtle(row["graph"], f"{file.name}, statement {row['id']}", iris),
        )
        for row in read_tables(file, "statement", FIELDS, {"id", "quote", "graph"})
    )


def anchor(curated: Sequence[Curated], extraction: Extraction) -> Anchored:
    """Find each quote in its context; exactly one place anchors it, any other number makes a review item."""
    text = folded(extraction.text.raw)
    statements: list[Statement] = []
    reviews: list[tuple[str, ReviewItem]] = []
    for one in curated:
        places = occurrences(text, folded(one.before), folded(one.quote), folded(one.after))
        passage = passage_of(places[0], extraction.passages) if len(places) == 1 else None
        if passage is None:
            reason = (
                "the quote of a curated statement is absent"
                if not places
                else "the quote of a curated statement is ambiguous"
            )
            reviews.append((one.id, ReviewItem(f"{reason}: “{one.quote}”", Span(0, 0), "", None)))
            continue
        producer = Producer("curated", one.id)
        statements += [Statement(triple, passage.key, places[0], producer) for triple in one.triples]
    return Anchored(tuple(statements), tuple(reviews))


def passage_of(span: Span, passages: Iterable[Passage]) -> Passage | None:
    """The passage that holds a span whole; None where it crosses a border."""
    return next((one for one in passages if one.span.start <= span.start and span.end <= one.span.end), None)


def grounded(anchored: Anchored, rules: Iterable[Statement], described: frozenset[str], iris: Iris) -> Anchored:
    """Hold back curated statements that name a thing nobody describes in this edition, until none is left.

    A statement about a relation node that a rule no longer yields, or about a person whom the text no longer names,
    would outlive the words that it depends on.
    """
    kept = list(anchored.statements)
    reviews = list(anchored.reviews)
    base = iris.thing("")
    yielded = {subject for one in rules if (subject := typed(one))}
    while True:
        known = yielded | {subject for one in kept if (subject := typed(one))} | {base + slug for slug in described}
        dangling = {one.producer.name: missing for one in kept if (missing := things(one.triple, base) - known)}
        if not dangling:
            return Anchored(tuple(kept), tuple(reviews))
        for name, missing in sorted(dangling.items()):
            span = next(one.evidence for one in kept if one.producer.name == name)
            passage = next(one.passage for one in kept if one.producer.name == name)
            names = ", ".join(sorted(iri.removeprefix(base) for iri in missing))
            reviews.append(
                (
                    name,
                    ReviewItem(
                        f"a curated statement names {names}, which this text no longer gives", span, passage, None
                    ),
                )
            )
        kept = [one for one in kept if one.producer.name not in dangling]


def typed(statement: Statement) -> str | None:
    """The subject of a type triple."""
    subject, predicate, _ = unpack(statement.triple)
    return subject.value if predicate == TYPE else None


def things(triple: Triple, base: str) -> set[str]:
    """The project's things that a triple names."""
    return {term.value for term in unpack(triple) if isinstance(term, NamedNode) and term.value.startswith(base)}


def refuse_repeats(curated: Iterable[Statement], rules: Iterable[Statement]) -> None:
    """Raise QuiPresideError where a curator states what a rule yields on the same passage."""
    yielded = {(one.triple, one.passage): one.producer.name for one in rules}
    for one in curated:
        if rule := yielded.get((one.triple, one.passage)):
            raise QuiPresideError(
                f"curated statement {one.producer.name}: rule {rule} already yields {one.triple}; remove it here."
            )
