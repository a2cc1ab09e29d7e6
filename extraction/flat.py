"""The flat view of an extraction: one fact a line, tab-separated, review items after them."""

from collections.abc import Iterator

from extraction.model import Entity, Fact, Literal, ReviewItem
from extraction.reader import Extraction


def label(value: Entity | Literal) -> str:
    """The flat label of an entity ("secrétaire général@OTAN") or a value."""
    if isinstance(value, Literal):
        return clean(value.value)
    owner = f"@{value.owner.label}" if value.kind == "post" and value.owner else ""
    return clean(f"{value.label}{owner}")


def clean(words: str) -> str:
    """Words on one line, without tabs."""
    return words.replace("\t", " ").replace("\n", " ")


def tsv(extraction: Extraction) -> Iterator[str]:
    """The lines of the flat view: relation, subject, object, start, end, quote; then the review items."""
    for fact in extraction.facts:
        yield "\t".join(fact_columns(extraction, fact))
    for item in extraction.reviews:
        yield "\t".join(review_columns(extraction, item))


def fact_columns(extraction: Extraction, fact: Fact) -> list[str]:
    """The six columns of a fact."""
    span = fact.evidence
    return [
        fact.relation,
        label(fact.subject),
        label(fact.object),
        str(span.start),
        str(span.end),
        clean(extraction.text.quote(span)),
    ]


def review_columns(extraction: Extraction, item: ReviewItem) -> list[str]:
    """The columns of a review item: the word "review", the candidate's three (or dashes), offsets, quote, reason."""
    fact, span = item.candidate, item.evidence
    candidate = [fact.relation, label(fact.subject), label(fact.object)] if fact else ["-", "-", "-"]
    return [
        "review",
        *candidate,
        str(span.start),
        str(span.end),
        clean(extraction.text.quote(span)),
        clean(item.reason),
    ]
