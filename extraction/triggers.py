"""The words without which a pattern cannot match, so that a rule is tried only where one stands."""

from extraction.lexicon import words
from extraction.patterns import CAPTURES, GAPS, form_list

OPENINGS = frozenset({"(", "(?!", "(?="})
SMALL = words("small")


def triggers(elements: list[str]) -> frozenset[str]:
    """The words one of which must stand in a clause for the pattern to match; empty when no word is sure to."""
    position = 0
    while position < len(elements):
        e = elements[position]
        if e in OPENINGS:
            end = closing(elements, position)
            if e == "(" and elements[end] == ")":
                inside = [triggers(alternative) for alternative in alternatives(elements[position + 1 : end])]
                if all(inside):
                    return frozenset().union(*inside)
            position = end
        elif e[-1] not in "?*" and e not in {"<", ">", "^", "$", *GAPS}:
            found = (
                frozenset(form_list(e[1:-1]))
                if e.startswith("{") and e[1:-1] not in CAPTURES
                else frozenset(e.split("|"))
            )
            if (not e.startswith("{") or e[1:-1] not in CAPTURES) and not found & SMALL:
                return found
        position += 1
    return frozenset()


def closing(elements: list[str], position: int) -> int:
    """Where the group that opens at `position` closes."""
    depth = 0
    for i in range(position, len(elements)):
        depth += (elements[i] in OPENINGS) - elements[i].startswith(")")
        if depth == 0:
            return i
    raise KeyError("a group that is not closed")


def alternatives(elements: list[str]) -> list[list[str]]:
    """The alternatives of a group."""
    found: list[list[str]] = [[]]
    depth = 0
    for e in elements:
        depth += (e in OPENINGS) - e.startswith(")")
        if e == "|" and depth == 0:
            found.append([])
        else:
            found[-1].append(e)
    return found
