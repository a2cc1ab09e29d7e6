"""The search of names: the things called somewhat like what was typed, the best first."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.folding import fold


@dataclass(frozen=True)
class Found:
    """A thing whose name fits what was asked, and the name that does."""

    iri: str
    name: str
    language: str


def find(asked: str, names: Iterable[tuple[Found, str]], most: int = 30) -> list[Found]:
    """The things with a name that fits, the best first; each name comes with its folded form."""
    wanted = fold(asked)
    if not wanted:
        return []
    fitting = [(rank, len(form), found) for found, form in names if (rank := fit(wanted, form)) is not None]
    ranked = [found for _, _, found in sorted(fitting, key=lambda one: (one[0], one[1], one[2].name, one[2].iri))]
    best: dict[str, Found] = {}
    for found in ranked:
        best.setdefault(found.iri, found)
    return list(best.values())[:most]


def fit(wanted: str, form: str) -> int | None:
    """How well a folded name fits: 0 the same, 1 begins so, 2 has all the words, 3 contains it; None otherwise."""
    if form == wanted:
        return 0
    if form.startswith(wanted):
        return 1
    words = form.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 2
    return 3 if wanted in form else None
