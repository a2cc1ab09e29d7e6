"""Names as people type them: without accents, capitals or the difference between apostrophes, hyphens and spaces."""

import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The words in lower case without accents, one space between them: `L’Œuvre-Été` becomes `l oeuvre ete`."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))
