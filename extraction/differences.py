"""What changed between two readings of a page: facts added, removed and changed, with both quotes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.flat import label
from extraction.model import Fact
from extraction.reader import Extraction

SIGNS = {"added": "+", "removed": "-", "changed": "~"}

Key = tuple[str, str]


@dataclass(frozen=True)
class Change:
    """One change: `kind` is added, removed or changed; the value and quote that a side lacks are None."""

    kind: str
    relation: str
    subject: str
    old: str | None
    new: str | None
    old_quote: str | None
    new_quote: str | None

    def sentence(self) -> str:
        """The change on one line: each side with its quote."""
        both = ((self.old, self.old_quote), (self.new, self.new_quote))
        shown = " → ".join(f"{value} (« {words} »)" for value, words in both if value)
        return f"{SIGNS[self.kind]} {self.relation}: {self.subject}: {shown}"


def differences(old: Extraction, new: Extraction) -> list[Change]:
    """Compare two readings, whatever the offsets; one value in place of another is a change."""
    before, after = stated(old), stated(new)
    changes: list[Change] = []
    for key in sorted({*before, *after}):
        gone = {value: quote for value, quote in before.get(key, {}).items() if value not in after.get(key, {})}
        come = {value: quote for value, quote in after.get(key, {}).items() if value not in before.get(key, {})}
        changes += paired(key, gone, come)
    return changes


def stated(extraction: Extraction) -> dict[Key, dict[str, str]]:
    """The objects of each relation and subject, with the first quote of each."""
    found: defaultdict[Key, dict[str, str]] = defaultdict(dict)
    for fact in extraction.facts:
        found[fact.relation, label(fact.subject)].setdefault(label(fact.object), quote(extraction, fact))
    return dict(found)


def quote(extraction: Extraction, fact: Fact) -> str:
    """The words of a fact."""
    return extraction.text.quote(fact.evidence)


def paired(key: Key, gone: dict[str, str], come: dict[str, str]) -> Iterator[Change]:
    """One value gone and one come is a change; otherwise each is on its own."""
    if len(gone) == len(come) == 1:
        ((old, old_quote),), ((new, new_quote),) = gone.items(), come.items()
        yield Change("changed", *key, old, new, old_quote, new_quote)
        return
    for value, words in gone.items():
        yield Change("removed", *key, value, None, words, None)
    for value, words in come.items():
        yield Change("added", *key, None, value, None, words)
