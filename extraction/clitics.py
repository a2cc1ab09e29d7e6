"""Object pronouns put where a plain clause has its object: "le remplace" becomes "remplace ⟨le⟩"."""

from collections.abc import Sequence

from extraction.clause import NEGATION, skip_clitics
from extraction.items import WORD, Item
from extraction.lexicon import words
from extraction.predicates import is_finite, present

NOMINAL = frozenset({"pouvoir", "devoir", "être", "avoir"})


def unclitic(row: list[Item]) -> list[Item]:
    """Move the object pronouns after their verb (or its participle); drop "y"."""
    result: list[Item] = []
    i = 0
    while i < len(row):
        verb = skip_clitics(row, i)
        if verb == i or not (is_finite(row, verb) or is_infinitive(row, i, verb)):
            result.append(row[i])
            i += 1
            continue
        result.extend(item for item in row[i:verb] if item.low in NEGATION | {"se", "s'"})
        moved = [item for item in row[i:verb] if item.low in {"le", "la", "l'", "les", "lui", "leur", "en"}]
        result.append(row[verb])
        i = verb + 1
        if i < len(row) and row[i].low in {"pas", "plus", "jamais"}:
            result.append(row[i])
            i += 1
        if i < len(row) and row[i].participle and row[verb].low in {"a", "ont", "avait", "avaient"}:
            result.append(row[i])
            i += 1
        for item in moved:
            result.extend(pronoun(item))
    return late(result)


def is_infinitive(row: Sequence[Item], i: int, verb: int) -> bool:
    """Say whether the clitics from `i` belong to an infinitive ("de le soutenir"), not to a noun ("le pouvoir")."""
    return verb < len(row) and row[verb].infinitive and row[verb].low not in NOMINAL


def pronoun(item: Item) -> list[Item]:
    """An object pronoun as a reference, with its preposition."""
    link = {"lui": "à", "leur": "à", "en": "de"}.get(item.low)
    reference = Item("R", item.low, item.start, item.end)
    return [Item(WORD, link, item.start, item.start, moved=True), reference] if link else [reference]


def late(row: list[Item]) -> list[Item]:
    """Move "à ⟨lui⟩" and "de ⟨en⟩" behind the verb's own complement, before the first comma."""
    for k in range(len(row) - 1):
        if row[k + 1].kind == "R" and row[k + 1].low in {"lui", "leur", "en"} and row[k].moved:
            end = next((j for j in range(k + 2, len(row)) if row[j].low == ","), len(row))
            return [*row[:k], *row[k + 2 : end], row[k], row[k + 1], *row[end:]]
    return row


def under_modal(row: list[Item]) -> list[Item]:
    """Put the infinitive that hangs on a modal verb in the present; the modal stays, for the guards to see."""
    at = next((k for k, item in enumerate(row) if item.kind == WORD and item.low in words("modals")), len(row))
    return [present(i) if k > at and i.infinitive and i.low not in NOMINAL else i for k, i in enumerate(row)]
