"""A plain clause, and what its words show about it: names before a boundary, passives, appositions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.items import WORD, Item
from extraction.lexicon import words
from extraction.verbs import FINITE, by_form

CLITICS = words("clitics")
NEGATION = frozenset({"ne", "n'"})


@dataclass(eq=False)
class Clause:
    """A plain clause: who (alternatives, the nearest first), what is said, and what kind of clause it was."""

    kind: str
    subjects: list[Item]
    items: list[Item] = field(default_factory=list)
    outer: list[Item] = field(default_factory=list)
    plural: bool = False
    target: Item | None = None

    def text(self) -> str:
        """The clause as --explain prints it."""
        return " ".join(
            f"⟨{i.mention.label or i.mention.value}⟩" if i.mention else i.low for i in [*self.subjects[:1], *self.items]
        )


def skip_clitics(row: Sequence[Item], i: int) -> int:
    """Step over negation and object pronouns before a verb."""
    while i < len(row) and row[i].kind == WORD and row[i].low in CLITICS | NEGATION:
        i += 1
    return i


def follows_name(row: Sequence[Item], j: int) -> bool:
    """Say whether a name stands right before `j`, or a plain noun that may carry a participle."""
    return j > 0 and (row[j - 1].kind in "BPGHTDC")


def auxiliary_before(clause: Clause) -> bool:
    """Say whether the clause has just had its auxiliary, so that a participle belongs to it."""
    return bool(clause.items) and clause.items[-1].low in by_form(*FINITE) and not clause.items[-1].is_mention


def passive(clause: Clause) -> bool:
    """Say whether the clause is in the passive, so that "et nommé" goes on with it."""
    lows = [item.low for item in clause.items]
    return any(
        low in {"est", "sont", "été"} and nxt.participle for low, nxt in zip(lows, clause.items[1:], strict=False)
    )


def governed(item: Item) -> bool:
    """Say whether the item begins a complement of what came before."""
    return item.kind == WORD and (
        item.low in words("prepositions") or item.low in {"renouvelable", "reconductible", "et", "non", "ainsi"}
    )


def pieces(row: list[Item]) -> list[list[Item]]:
    """Cut at commas."""
    found: list[list[Item]] = [[]]
    for item in row:
        if item.low == ",":
            found.append([])
        else:
            found[-1].append(item)
    return [piece for piece in found if piece]


def starts_apposition(row: Sequence[Item]) -> bool:
    """Say whether a bare noun phrase begins here ("ancien ministre …", "instance de …", "porte-parole de …")."""
    first = row[0]
    if first.kind == "Q" and first.mention is not None:
        return True
    if first.kind == "P" and first.mention is not None and not first.mention.determiner:
        return True
    if first.low in {"en"} and len(row) > 1 and row[1].low in {"fonction", "fonctions", "poste", "exercice"}:
        return True
    if first.low in {"le", "la", "l'"} and len(row) > 1 and row[1].low in {"plus"}:
        return True
    return first.kind == WORD and first.low in words("appositives") and (first.low != "en" or len(row) > 1)


def antecedent(current: Clause, main: Clause, from_comma: bool = False) -> list[Item]:
    """The name just before the boundary, else the subject."""
    if current.kind == "apposition" and current.subjects and from_comma:
        return current.subjects[:1]
    for item in reversed(current.items):
        if item.kind in "PHBGMC" and not item.moved:
            whole = item.mention.whole if item.mention else None
            return [item, Item("B", "", item.start, item.end, whole, moved=True)] if whole else [item]
    return list(current.subjects or main.subjects)


def duty_subject(clause: Clause) -> list[Item]:
    """Who the duty falls to in "il incombe à X de"."""
    lows = [item.low for item in clause.items]
    for k, low in enumerate(lows):
        if low in {"incombe", "appartient", "revient"}:
            return [item for item in clause.items[k + 1 :] if item.kind in "PHR"][:1]
    return []


def copula(item: Item) -> Item:
    """A silent "est" before a reduced clause."""
    return Item(WORD, "est", item.start, item.start, moved=True)


def comma(item: Item) -> Item:
    """A silent comma."""
    return Item(WORD, ",", item.start, item.start, moved=True)
