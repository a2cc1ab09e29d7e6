"""Which office of the register a page is about: the one it names first with its organisation, else none."""

import re
from dataclasses import dataclass

from extraction.folding import FOLDS
from extraction.model import Entity
from extraction.posts import title
from extraction.register import Register
from extraction.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Focus:
    """The office of a page and the organisation at the top of its chain."""

    post: Entity | None
    organisation: Entity | None


def focus(folded: str, register: Register) -> Focus:
    """Choose the office whose title comes first, its organisation being named; the longest title wins a tie."""
    row = tokens(folded, 0, min(len(folded), 20_000))
    starts = titles(row)
    ranked = []
    for post in register.posts:
        names = [post.label.translate(FOLDS).lower(), *(name.lower() for name in register.names[post])]
        firsts = [
            i
            for i, label in starts
            if any(label == name or (label.startswith(f"{name} ") and exact(label, name)) for name in names)
        ]
        where = organisation_at(folded, post, register)
        if firsts and where is not None:
            near = owner_follows(folded, row, firsts, post, register)
            ranked.append((near, firsts[0], -len(post.label), where, post))
    if not ranked:
        return Focus(None, None)
    best = min(ranked, key=lambda entry: entry[:4])
    return Focus(best[4], top(best[4]))


def exact(label: str, name: str) -> bool:
    """Say whether what follows the name in a label is a function ("aux droits de l'homme"), not another title."""
    return label.removeprefix(name).strip().split(" ")[0] in {"aux", "à", "pour", "de", "du", "des", "d'"}


def titles(row: list[Token]) -> list[tuple[int, str]]:
    """Where each title of the page stands, with its masculine form."""
    found, i = [], 0
    while i < len(row):
        read = title(row, i)
        if read:
            found.append((i, read.label))
            i = read.end
        else:
            i += 1
    return found


def owner_follows(folded: str, row: list[Token], firsts: list[int], post: Entity, register: Register) -> int:
    """Rank: where the title is first followed by its organisation's name (far away when it never is)."""
    names = organisation_names(post, register)
    for i in firsts[:6]:
        window = folded[row[i].start : row[i].start + 160].split("\n", maxsplit=1)[0]
        if any(re.search(rf"\b(?:de|du|des|d'|de la|de l')\s?{re.escape(name)}\b", window) for name in names):
            return i
    return 1_000


def organisation_names(post: Entity, register: Register) -> list[str]:
    """The names of the organisation or unit of a post, and the first word of each long one ("Alliance")."""
    owner = post.owner
    if owner is None:
        return []
    return list(register.names.get(owner, (owner.label.translate(FOLDS),)))


def organisation_at(folded: str, post: Entity, register: Register) -> int | None:
    """Where the organisation of a post, or the whole it belongs to, is first named."""
    chain, entity = [], post.owner
    while entity is not None:
        chain += list(register.names.get(entity, (entity.label.translate(FOLDS),)))
        entity = entity.owner
    places = [match.start() for name in chain if (match := re.search(rf"\b{re.escape(name)}\b", folded))]
    return min(places) if places else None


def top(post: Entity) -> Entity | None:
    """The organisation at the top of an office's chain."""
    entity = post.owner
    while entity is not None and entity.owner is not None:
        entity = entity.owner
    return entity
