"""A reading explained, passage by passage: mentions, plain clauses, facts with their rules, and what was left."""

from collections.abc import Iterator

from extraction.clause import Clause
from extraction.flat import label
from extraction.mention import Mention
from extraction.model import Dismissal, Fact, ReviewItem
from extraction.reader import Extraction

KINDS = {
    "P": "office", "H": "person", "B": "body", "G": "group", "C": "capitals", "D": "date", "T": "term", "N": "number",
    "R": "reference", "M": "mandate", "Q": "former office", "F": "future office",
}  # fmt: skip


def explained(extraction: Extraction) -> Iterator[str]:
    """The lines of the explanation: the page's office, then each passage with all that was made of it."""
    post = extraction.focus.post
    yield f"office: {label(post) if post else 'none of the register'}"
    spans = {passage.key: passage.span for passage in extraction.passages}
    for key, clauses, mentions in extraction.trace:
        yield ""
        yield f"{key}  {' '.join(extraction.text.quote(spans[key]).split())}"
        yield from (f"    mention   {described(mention)}" for mention in mentions)
        yield from (f"    clause    {clause.kind}: {plain(clause)}" for clause in clauses)
        yield from outcomes(extraction, key)


def described(mention: Mention) -> str:
    """A mention's kind, name or value, and organisation."""
    whole = f" of {mention.whole.label}" if mention.whole else ""
    doubt = "" if mention.safe else " (its end is not certain)"
    return f"{KINDS[mention.kind]} {mention.label or mention.value}{whole}{doubt}"


def plain(clause: Clause) -> str:
    """A clause in words, its subject first; other possible subjects behind a bar."""
    others = [item.mention.label or item.mention.value for item in clause.subjects[1:] if item.mention]
    return clause.text() + (f" | or: {', '.join(others)}" if others else "")


def outcomes(extraction: Extraction, key: str) -> Iterator[str]:
    """What became of a passage's words, in their order."""
    entries: list[Fact | ReviewItem | Dismissal] = [*extraction.facts, *extraction.reviews, *extraction.dismissals]
    for entry in sorted((e for e in entries if e.passage == key), key=lambda e: e.evidence):
        words = " ".join(extraction.text.quote(entry.evidence).split())
        if isinstance(entry, Fact):
            stated = f"{entry.relation}: {label(entry.subject)} → {label(entry.object)}"
            yield f"    fact      {stated}  [{entry.rule}] « {words} »"
        elif isinstance(entry, ReviewItem):
            yield f"    review    {entry.reason} « {words} »"
        else:
            yield f"    nothing   {entry.reason} « {words} »"
