"""Sentences cut into segments, each with a subject of its own; clefts undone."""

from collections.abc import Iterator, Sequence

from extraction.clause import NEGATION, skip_clitics
from extraction.items import Item
from extraction.lexicon import words
from extraction.predicates import is_finite, is_gerund
from extraction.relatives import COORDINATORS

SUBORDINATORS = words("subordinators")
SUBJECTS = words("subjects")


def terms_gerund(row: Sequence[Item], i: int) -> bool:
    """Say whether a present participle stands for the verb of a term of office ("son mandat ne pouvant être…")."""
    before = i - 1
    while before >= 0 and row[before].low in NEGATION:
        before -= 1
    return is_gerund(row, i) and before >= 0 and row[before].kind in "MT"


def uncleft(row: list[Item]) -> list[Item]:
    """Undo "c'est X qui …" and drop a final full stop."""
    if row and row[-1].low in {".", "!", "?", "…"}:
        row = row[:-1]
    for k in range(len(row) - 3):
        if row[k].low in {"c'", "ce"} and row[k + 1].low in {"est", "sont"} and row[k + 2].is_mention:
            at = next((i for i in range(k + 3, min(len(row), k + 9)) if row[i].low == "qui"), None)
            if at is not None:
                rest = [
                    x for j, x in enumerate(row) if j > at and not (x.low == "qui" and row[j - 1].low in COORDINATORS)
                ]
                return [*row[:k], *row[k + 2 : at], *rest]
    return row


def segments(row: list[Item]) -> Iterator[list[Item]]:
    """Cut at semicolons and before coordinated clauses with a subject of their own."""
    begin = 0
    for i, item in enumerate(row):
        if item.low == ";" or (
            item.low in COORDINATORS and i >= begin and opens_clause(row, i) and not subordinated(row, begin, i)
        ):
            yield row[begin:i]
            begin = i + 1
    yield row[begin:]


def subordinated(row: Sequence[Item], begin: int, i: int) -> bool:
    """Say whether the text before is only a fronted piece, so that the subject at `i` is still the first one."""
    return not any(is_finite(row, j) for j in range(begin, i)) or row[begin].low in SUBORDINATORS


def opens_clause(row: Sequence[Item], i: int) -> bool:
    """Say whether a subject with its verb follows the coordinator at `i`."""
    j = i + 1
    while j < len(row) and row[j].low in COORDINATORS:
        j += 1
    if j >= len(row) or not row[j].is_mention:
        return False
    if row[j].kind == "R" and row[j].value not in SUBJECTS:
        return False
    after = skip_clitics(row, j + 1)
    return is_finite(row, after)
