"""A typed mention: a stretch of tokens that stands for one thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.lexicon import words
from extraction.quantities import number
from extraction.tokens import Token

POST, PERSON, BODY, GROUP, CAPITALS, DATE, TERM, NUMBER, REFERENCE, MANDATE, PAST_POST, FUTURE_POST = "PHBGCDTNRMQF"


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (exclusive) as one thing; `core` is where the name begins after its determiner.

    `label` is the name as written (an office: masculine), `value` the ISO value or the referring word, `whole` the
    mention of the organisation an office belongs to, `determiner` the word absorbed, `safe` whether the right edge is.
    """

    kind: str
    first: int
    last: int
    core: int
    label: str = ""
    value: str = ""
    gender: str = ""
    plural: bool = False
    determiner: str = ""
    whole: "Mention | None" = None
    safe: bool = True


def numeric(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a number ends just before `i`."""
    return i > 0 and (number(tokens, i - 1) is not None or tokens[i - 1].text == ")")


def definite(tokens: Sequence[Token], core: int) -> bool:
    """Say whether a name without article is definite: capitalised, or after "du", "au", "des"."""
    return tokens[core].capital or (core > 0 and tokens[core - 1].low in {"du", "au", "des"})


def roman(text: str) -> bool:
    """Say whether the token is a Roman numeral."""
    return set(text) <= set("IVXLC")


def skip_determiner(tokens: Sequence[Token], i: int) -> tuple[int, str]:
    """Step over a determiner and "actuel", "nouveau", an ordinal; where the noun begins, and the determiner."""
    core, determiner = i, ""
    if tokens[i].low in words("absorbed") and i + 1 < len(tokens):
        core, determiner = i + 1, tokens[i].low
    while (
        determiner
        and core + 1 < len(tokens)
        and (tokens[core].low in words("current") or tokens[core].low.endswith("ième"))
    ):
        core += 1
    return core, determiner


def spell(folded: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of some tokens as they stand in the folded text, on one line."""
    return " ".join(folded[tokens[first].start : tokens[last - 1].end].split())
