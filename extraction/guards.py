"""What keeps a matched clause from being published: negation, power, condition, exception, words of others."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.items import Item
from extraction.lexicon import words
from extraction.rules import Rule

NEGATIONS = frozenset({"ne", "n'", "aucun", "aucune", "nul", "nulle", "ni", "jamais", "sans", "non"})
PAST = frozenset({"était", "étaient", "fut", "furent"})
TIMELESS = frozenset({"formerly", "precededBy", "heldBy", "heldSince", "seat"})
MODALS = words("modals") | words("provisional")
CONDITION = re.compile(rf"(?:^| )(?:{'|'.join(sorted(words('conditions')))})")
FRONTED = re.compile(
    r"(?:à moins qu|sauf (?:si|lorsqu|quand|dans) ?|à condition|sous réserve|si |s' ?ils? )", re.IGNORECASE
)
ARTICLES = "le |la |l' |les |un |une |son |ses |leurs? |des "
ENDING = re.compile(r"jusqu' ?(?:au|en) [^,]*\d{4},")
HOLDING = frozenset({"heldBy", "heldSince"})
REPORTED = re.compile(
    rf"(?:selon|d' ?après) (?!(?:{ARTICLES})?(?:[^ ]+ )?(?:{'|'.join(sorted(words('legal_sources')))}))"
    rf"|(?:{'|'.join(sorted(words('reporting')))}) (?:que |qu' ?)"
    r"|il est (?:faux|inexact|possible|probable|prévu|question|souhaitable|envisagé|proposé) (?:que |qu' ?|de )"
    r"|(?:il faudrait|serait|seraient|aurait|auraient) "
)


def objection(
    rule: Rule, row: Sequence[Item], linear: str, begin: int, end: int, sentence: str
) -> tuple[str, bool] | None:
    """Say why a match may not be published, and whether that is for review; None when nothing is against it.

    `begin` and `end` are the items of the match; `linear` is the clause up to the end of the match.
    """
    colon = max((i for i in range(begin) if row[i].low == ":"), default=-1)
    before = {item.low for item in row[colon + 1 : end]}
    if rule.relation not in TIMELESS and past(row[:begin]):
        return "the clause speaks of the past", True
    if not rule.negation and before & NEGATIONS and not doubled(row[colon + 1 :], begin - colon - 1):
        return "the clause is negative", False
    if not rule.modality and before & MODALS:
        return "the clause states a power, a custom or a possibility", True
    if not rule.condition and (CONDITION.search(linear) or FRONTED.match(sentence)):
        return "the clause holds under a condition only", True
    if rule.relation in HOLDING and ENDING.match(sentence):
        return "the sentence says until when, so the holder may be past", True
    if REPORTED.search(sentence):
        return "the sentence reports what others say", True
    return None


def past(row: Sequence[Item]) -> bool:
    """Say whether the words before a match put it in the past ("elle a été conseillère et …")."""
    lows = [item.low for item in row]
    return bool(PAST & set(lows)) or any(a in {"a", "ont", "avait"} and b == "été" for a, b in pairwise(lows))


def doubled(row: Sequence[Item], begin: int) -> bool:
    """Say whether the only negation is "ne … que", or stands before an unrelated word ("non seulement")."""
    lows = [item.low for item in row]
    if "non" in lows and not {"ne", "n'", "ni", "aucun", "aucune", "sans", "jamais"} & set(lows):
        return lows[lows.index("non") + 1 : lows.index("non") + 2] == ["seulement"] or lows.index("non") > begin
    if "sans" in lows and not {"ne", "n'", "ni", "aucun", "aucune", "jamais"} & set(lows):
        return "que" not in lows[lows.index("sans") :] and not any(
            item.infinitive for item in row[lows.index("sans") : lows.index("sans") + 3]
        )
    return False
