"""A passage as the clause stage reads it: words and mentions in one row, asides unfolded, idle adverbs dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extraction.lexicon import words
from extraction.mention import Mention
from extraction.tokens import Token
from extraction.verbs import FINITE, INFINITIVE, PARTICIPLE, by_form

WORD = "w"
DASHES = frozenset("–—")


@dataclass(frozen=True, slots=True)
class Item:
    """A word (`kind` "w") or a mention (its letter), in lower case, with its place in the folded text."""

    kind: str
    low: str
    start: int
    end: int
    mention: Mention | None = None
    moved: bool = False

    @property
    def finite(self) -> bool:
        """Say whether the word can be a finite verb."""
        return self.kind == WORD and self.low in by_form(*FINITE)

    @property
    def participle(self) -> bool:
        """Say whether the word can be a past participle of a verb of the genre."""
        return (
            self.kind == WORD and self.low in by_form(PARTICIPLE) and self.low not in {"été", "eu", "fait", "pu", "dû"}
        )

    @property
    def infinitive(self) -> bool:
        """Say whether the word is an infinitive of a verb of the genre."""
        return self.kind == WORD and self.low in by_form(INFINITIVE)

    @property
    def is_mention(self) -> bool:
        """Say whether it is a mention of something that acts or is acted on."""
        return self.kind in "PHBGRM"

    @property
    def value(self) -> str:
        """The referring word of a reference."""
        return self.mention.value if self.mention else ""


def items(tokens: Sequence[Token], mentions: Iterable[Mention]) -> list[Item]:
    """Merge tokens and mentions; brackets and paired dashes become commas."""
    by_first = {mention.first: mention for mention in mentions}
    row: list[Item] = []
    i = 0
    while i < len(tokens):
        mention = by_first.get(i)
        if mention:
            row.append(Item(mention.kind, "", tokens[i].start, tokens[mention.last - 1].end, mention))
            i = mention.last
            continue
        low = "," if tokens[i].text in "()" or tokens[i].text in DASHES else tokens[i].low
        row.append(Item(WORD, low, tokens[i].start, tokens[i].end))
        i += 1
    return tidy(drop_restriction(drop_abbreviations(drop_neutral(row))))


def drop_restriction(row: list[Item]) -> list[Item]:
    """Leave out "ne … que", which restricts and does not deny; "qu'une fois" is kept for the rules."""
    for i, item in enumerate(row):
        if item.low not in {"ne", "n'"}:
            continue
        for j in range(i + 2, min(i + 6, len(row) - 1)):
            if row[j].low in {"pas", "plus", "jamais", "ni", ","}:
                break
            if row[j].low in {"que", "qu'"} and row[j + 1].low not in {"une", "1", "deux"}:
                return [*row[:i], *row[i + 1 : j], *row[j + 1 :]]
    return row


def drop_abbreviations(row: list[Item]) -> list[Item]:
    """Leave out the abbreviation given in brackets after a name."""
    kept: list[Item] = []
    for i, item in enumerate(row):
        bracketed = 0 < i < len(row) - 1 and row[i - 1].low == "," == row[i + 1].low
        previous = row[i - 2] if i > 1 else None
        short = item.kind in "BC" and item.mention is not None and item.mention.label.isupper()
        if bracketed and short and previous is not None and previous.kind == "B" and previous.end + 2 == item.start:
            continue
        if bracketed and item.kind == "N" and kept and i + 2 < len(row) and row[i + 2].low == "fois":
            kept.pop()
            continue
        if (
            item.low == ","
            and i > 1
            and row[i - 1].kind == "N"
            and row[i - 2].low == ","
            and item.start == row[i - 1].end
        ):
            continue
        kept.append(item)
    return kept


def drop_neutral(row: list[Item]) -> list[Item]:
    """Leave out the adverbs and connectives that change nothing to who does what."""
    kept: list[Item] = []
    i = 0
    while i < len(row):
        length = neutral_length(row, i)
        if length:
            i += length
        else:
            kept.append(row[i])
            i += 1
    return kept


def neutral_length(row: Sequence[Item], i: int) -> int:
    """How many items from `i` form a neutral adverb or phrase."""
    if row[i].kind != WORD:
        return 0
    if row[i].low in words("neutral"):
        following = row[i + 1].low if i + 1 < len(row) else ""
        return (
            0 if (row[i].low, following) in {("ainsi", "que"), ("ainsi", "qu'"), ("quant", "à"), ("bien", "que")} else 1
        )
    phrases = neutral_phrases().get(row[i].low, ())
    return next(
        (
            len(p)
            for p in phrases
            if all(a.kind == WORD and a.low == b for a, b in zip(row[i:], p, strict=False)) and i + len(p) <= len(row)
        ),
        0,
    )


@cache
def neutral_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The neutral phrases by their first word, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(words("neutral_phrases"), key=lambda p: (-len(p), p)):
        lows = tuple(phrase.split())
        found[lows[0]] = (*found.get(lows[0], ()), lows)
    return found


def tidy(row: list[Item]) -> list[Item]:
    """Drop commas that no longer separate anything."""
    kept: list[Item] = []
    for item in row:
        if item.low == "," and (not kept or kept[-1].low in {",", ";", ":"}):
            continue
        if item.low in {";", ":", "."} and kept and kept[-1].low == ",":
            kept.pop()
        kept.append(item)
    return kept
