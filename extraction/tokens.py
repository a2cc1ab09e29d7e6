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


UNACCENTED = {
    f"e{rest}": f"é{rest}"
    for rest in [
        "tat",
        "tats",
        "tats-membres",
        "tat-major",
        "lu",
        "lue",
        "lus",
        "lues",
        "tabli",
        "tablie",
        "tablis",
        "galement",
        "quipe",
        "conomiste",
        "paulé",
        "paulée",
        "conomique",
    ]
}


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
    return [Token(m[0], lower(m[0]), m.start(), m.end()) for m in WORD.finditer(folded, start, end)]


def lower(text: str) -> str:
    """A word in lower case; a capital written without its accent gets it back ("Elu", "Etats")."""
    low = text.lower()
    return UNACCENTED.get(low, low) if text[0] == "E" else low
