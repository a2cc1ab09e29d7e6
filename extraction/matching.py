"""Rules applied to one clause: who, what, and the words that say so."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extraction.clause import Clause
from extraction.items import WORD, Item
from extraction.patterns import INTRODUCTION
from extraction.rules import Rule

FIRST = 0xE000
INTRODUCED = re.compile(INTRODUCTION)
MEMBERSHIP = ("états", "pays", "membres", "nations", "gouvernements", "parties", "alliés")
CHAIRS = ("président", "coprésident")
COPULAS = frozenset(
    {"est", "sont", "et", ",", "comme", "devient", "reste", "demeure", "de", "que", "avant", "le", "la"}
)


@dataclass(frozen=True)
class Match:
    """A rule's match in a clause: the items it captured, by role, and the items of its evidence."""

    rule: Rule
    clause: Clause
    row: tuple[Item, ...]
    linear: str
    begin: int
    end: int
    subject: tuple[Item, ...]
    object: tuple[Item, ...]
    words: tuple[Item, ...]


@dataclass(frozen=True)
class Line:
    """A clause as one string: words as they are, a mention as its letter and its position in the row."""

    row: tuple[Item, ...]
    text: str
    starts: tuple[int, ...]

    def item(self, offset: int) -> int:
        """The position in the row of the item at an offset of the string."""
        return bisect_right(self.starts, offset) - 1


def line(row: tuple[Item, ...]) -> Line:
    """Write a row as a string."""
    parts, starts, at = [], [], 0
    for i, item in enumerate(row):
        part = f"{item.low} " if item.kind == WORD else f"{letter(item)}{chr(FIRST + i)} "
        parts.append(part)
        starts.append(at)
        at += len(part)
    return Line(row, "".join(parts), tuple(starts))


def letter(item: Item) -> str:
    """The letter of a mention; "E" for a group of members."""
    if item.kind == "G" and item.mention is not None and item.mention.label.lower().startswith(MEMBERSHIP):
        return "E"
    return item.kind


def lines(clause: Clause) -> Iterator[Line]:
    """The clause, and again with "président de X" taken apart where an office is said to be that."""
    row = (*clause.subjects[:1], *clause.items)
    yield line(row)
    spread = tuple(spread_chairs(row, len(clause.subjects[:1])))
    if len(spread) > len(row):
        yield line(spread)


def spread_chairs(row: tuple[Item, ...], first: int) -> Iterator[Item]:
    """Take "président du Comité" apart into title, "de" and body where it is a predicate."""
    for i, item in enumerate(row):
        mention = item.mention
        chair = item.kind == "P" and mention is not None and mention.whole is not None and mention.label in CHAIRS
        if not (chair and i >= first and i and row[i - 1].low in COPULAS) or mention is None or mention.whole is None:
            yield item
            continue
        yield Item(WORD, mention.label, item.start, item.end)
        yield Item(WORD, "de", item.start, item.start, moved=True)
        yield Item("B", "", item.start, item.end, replace(mention.whole, determiner="le"))


def matches(clause: Clause, rules: dict[str, tuple[Rule, ...]], untriggered: tuple[Rule, ...]) -> Iterator[Match]:
    """Every match of every rule in a clause, in the order of the rules."""
    for row in lines(clause):
        tried = {rule.id: rule for item in row.row if item.kind == WORD for rule in rules.get(item.low, ())}
        for rule in sorted((*tried.values(), *untriggered), key=lambda r: r.order):
            for found in rule.regex.finditer(row.text):
                yield match(rule, clause, row, found)


def match(rule: Rule, clause: Clause, row: Line, found: re.Match[str]) -> Match:
    """Turn the groups of a regular expression into items."""
    groups = rule.regex.groupindex
    begin, end = row.item(found.start()), row.item(max(found.end() - 1, found.start())) + 1
    spans = {name: found.span(name) for name in groups if found.group(name)}
    picked = {name: tuple(row.row[i] for i in members(row, s, e)) for name, (s, e) in spans.items()}
    words = row.row[row.item(spans["e"][0]) : row.item(spans["e"][1] - 1) + 1] if "e" in spans else row.row[begin:end]
    last = max((row.item(e - 1) + 1 for _, e in spans.values()), default=end)
    return Match(
        rule, clause, row.row, row.text, begin, max(end, last), picked.get("s", ()), picked.get("o", ()), words
    )


def members(row: Line, start: int, end: int) -> Iterator[int]:
    """The positions of the items of a group, without the words that introduce a list ("d'autres organes comme")."""
    introductions = (
        [m.span() for m in INTRODUCED.finditer(row.text, start, end)] if INTRODUCED.search(row.text, start, end) else []
    )
    for i in range(row.item(start), row.item(end - 1) + 1):
        if not any(s <= row.starts[i] < e for s, e in introductions):
            yield i


def things(items: tuple[Item, ...]) -> list[Item]:
    """The mentions among items."""
    return [item for item in items if item.kind != WORD]


@cache
def by_trigger(rules: tuple[Rule, ...]) -> tuple[dict[str, tuple[Rule, ...]], tuple[Rule, ...]]:
    """The rules by their trigger words, and those without."""
    table: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for word in rule.triggers:
            table[word] = (*table.get(word, ()), rule)
    return table, tuple(rule for rule in rules if not rule.triggers)
