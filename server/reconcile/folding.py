"""Names made comparable: case, accents, apostrophes, the gender of titles and the order of words are folded away."""

from collections.abc import Collection

from server.folding import fold

LINKING = frozenset(
    ["a", "and", "au", "aux", "d", "de", "des", "du", "et", "for", "in", "l", "la", "le", "les", "of", "the"]
)
FEMININE = (
    ("trice", "teur"),
    ("drice", "deur"),
    ("ointe", "oint"),
    ("euse", "eur"),
    ("ente", "ent"),
    ("ffe", "f"),
    ("ere", "er"),
    ("ale", "al"),
    ("ee", "e"),
)


def key(text: str) -> str:
    """The words that matter, titles in the masculine, in alphabetical order."""
    return " ".join(sorted(masculine(word) for word in fold(text).split() if word not in LINKING))


def masculine(word: str) -> str:
    """A folded title in the masculine; other words may change too, alike wherever they stand."""
    for ending, other in FEMININE:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + other
    return word


def grams(text: str) -> frozenset[str]:
    """The sequences of three letters of a key, the ends of words marked by spaces."""
    return frozenset(
        padded[i : i + 3] for padded in (f"  {word} " for word in text.split()) for i in range(len(padded) - 2)
    )


def likeness(one: Collection[str], other: Collection[str], shared: int) -> float:
    """How alike two sets are when they share so many members: from 0 to 1 (Dice's coefficient)."""
    return 2 * shared / (len(one) + len(other)) if one and other else 0.0


def compare(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1; 1 when they are the same once folded."""
    if fold(one) == fold(other) or (key(one) and key(one) == key(other)):
        return 1.0
    left, right = grams(key(one)), grams(key(other))
    return likeness(left, right, len(left & right))
