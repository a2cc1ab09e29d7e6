"""A curator's decisions on review items: data beside the curated statements, anchored on their quotes.

`data/curated/<source>.toml` may hold `[[decision]]` tables: `id`, `quote`, optional `before` and `after`, `verdict`
(`accept` publishes the candidate fact of the item, `reject` closes it, `correct` closes it and states `graph` instead)
and `why`. A decision whose quote is absent, ambiguous or under no review decides nothing and is itself to be reviewed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extraction.anchoring import occurrences, read_tables, turtle
from extraction.curated import Curated
from extraction.model import Fact, ReviewItem, Span
from extraction.naming import folded
from extraction.reader import Extraction
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris

FIELDS = frozenset({"id", "quote", "before", "after", "verdict", "graph", "why"})
VERDICTS = ("accept", "reject", "correct")


@dataclass(frozen=True)
class Decision:
    """What a curator decided of the words `quote` between `before` and `after`, and why."""

    id: str
    quote: str
    before: str
    after: str
    verdict: str
    why: str
    correction: Curated | None


@dataclass(frozen=True)
class Decided:
    """A reading after the decisions: accepted facts with the decision that let each in, and what remains open."""

    extraction: Extraction
    accepted: dict[Fact, str]
    reviews: tuple[ReviewItem, ...]


def read_decisions(file: Path, iris: Iris) -> tuple[Decision, ...]:
    """Read the decisions of a file of curated statements; raise QuiPresideError for a malformed one."""
    return tuple(decision(row, file, iris) for row in read_tables(file, "decision", FIELDS, {"id", "quote", "verdict"}))


def decision(row: dict[str, str], file: Path, iris: Iris) -> Decision:
    """Check one row: a known verdict, a graph with `correct` and with nothing else."""
    where = f"{file.name}, decision {row['id']}"
    if row["verdict"] not in VERDICTS:
        raise QuiPresideError(f"{where}: the verdict is one of {', '.join(VERDICTS)}, not '{row['verdict']}'.")
    if ("graph" in row) != (row["verdict"] == "correct"):
        raise QuiPresideError(f"{where}: a graph belongs to the verdict 'correct', and to no other.")
    before, after = row.get("before", ""), row.get("after", "")
    correction = (
        Curated(row["id"], row["quote"], before, after, turtle(row["graph"], where, iris)) if "graph" in row else None
    )
    return Decision(row["id"], row["quote"], before, after, row["verdict"], row.get("why", ""), correction)


def decide(decisions: Sequence[Decision], extraction: Extraction) -> Decided:
    """Apply the decisions to a reading; what a decision settles leaves the queue."""
    text = folded(extraction.text.raw)
    reviews = list(extraction.reviews)
    accepted: dict[Fact, str] = {}
    unsettled: list[ReviewItem] = []
    for one in decisions:
        places = occurrences(text, folded(one.before), folded(one.quote), folded(one.after))
        items = [item for item in reviews if len(places) == 1 and item.evidence.overlaps(places[0])]
        candidates = [item for item in items if item.candidate is not None]
        if not items or (one.verdict == "accept" and len(candidates) != 1):
            unsettled.append(ReviewItem(f"decision {one.id} finds no item of its own: “{one.quote}”", Span(0, 0), ""))
            continue
        if one.verdict == "accept" and (fact := candidates[0].candidate):
            accepted[fact] = one.id
        reviews = [item for item in reviews if item not in items]
    facts = tuple(sorted((*extraction.facts, *accepted), key=lambda fact: fact.evidence))
    return Decided(replace(extraction, facts=facts, reviews=tuple(reviews)), accepted, tuple(unsettled))


def corrections(decisions: Iterable[Decision]) -> tuple[Curated, ...]:
    """What the curator states in place of what was read."""
    return tuple(one.correction for one in decisions if one.correction)
