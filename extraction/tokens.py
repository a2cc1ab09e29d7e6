"""The words, numbers and signs of a stretch of folded text."""

import re
from dataclasses import dataclass

WORD = re.compile(
    r"aujourd'hui|quelqu'un"
    r"|(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])'(?=\w)"
    r"|(?:MM?|Mgr|S\. ?E|Dr|Pr|[A-ZÉÈ])\.(?=[ \w])"
    r"|\d+(?:[ .]\d{3})+(?!\d)|\d+(?:er|re|ère|e|ème|ᵉʳ)?\b"
    r"|\w+(?:[-'/]\w+)*"
    r"|[^\w\s]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: as written, in lower case, and where it stands in the folded text."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens(folded: str, start: int, end: int) -> list[Token]:
    """Cut a stretch into tokens, elisions apart ("l'", "qu'"), hyphenated words whole."""
    return [Token(m[0], m[0].lower(), m.start(), m.end()) for m in WORD.finditer(folded, start, end)]
