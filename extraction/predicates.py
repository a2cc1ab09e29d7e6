"""Verbs in a row of items: finite or not, a participle or a noun, and how to put one in the present."""

from collections.abc import Sequence
from dataclasses import replace

from extraction.items import WORD, Item
from extraction.lexicon import words
from extraction.verbs import GERUND, INFINITIVE, PRESENT, by_form


def present(item: Item) -> Item:
    """Turn an infinitive or a present participle into the present."""
    verb = by_form(INFINITIVE, GERUND)[item.low]
    return replace(item, low=verb.forms[PRESENT][0])


def is_gerund(row: Sequence[Item], i: int) -> bool:
    """Say whether a present participle of a verb stands at `i` (not a noun, a preposition or an adjective)."""
    item = row[i]
    if item.kind != WORD or item.low not in by_form(GERUND) or item.low in words("not_gerunds"):
        return False
    return i == 0 or row[i - 1].low not in words("determiners") | words("contractions") | {"en", "de", "d'"}


def is_finite(row: Sequence[Item], i: int) -> bool:
    """Say whether a finite verb stands at `i`, telling "compte" from "rend compte"."""
    item = row[i] if i < len(row) else None
    if item is None or not item.finite:
        return False
    if item.low not in words("nounish"):
        return item.low != "a" or i > 0
    previous, following = row[i - 1] if i else None, row[i + 1] if i + 1 < len(row) else None
    if item.low == "entre":
        return following is not None and following.low == "en"
    if item.low == "président":
        return following is not None and (following.kind in "BGR" or following.low in {"en", "le", "la", "les"})
    if following is not None and following.low in {"tenu", "rendu"}:
        return False
    if previous is not None and previous.low in {"le", "la", "l'", "les"}:
        opening = i == 1 and (
            following is None
            or following.kind != WORD
            or following.low in words("prepositions") - {"de", "du", "des", "d'"} | {",", "et"}
        )
        plain = following is None or following.low in {"et", ","}
        after = row[i - 2] if i > 1 else None
        led = after is not None and (
            after.is_mention or after.low in {"qui", "ne", "n'"} or (plain and after.low == ",")
        )
        return opening or led
    return (
        previous is None
        or previous.is_mention
        or previous.low in {",", "et", "qui", "ne", "n'", "se", "s'", "lui", "y", "en", "dont", "puis", "mais"}
    )
