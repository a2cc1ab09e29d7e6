"""Where the name of a body ends: its head, adjectives and complements."""

from collections.abc import Sequence
from functools import cache

from extraction.lexicon import words
from extraction.quantities import number_word
from extraction.tokens import Token
from extraction.verbs import FINITE, INFINITIVE, by_form

DE = frozenset({"de", "d'", "du", "des"})
ARTICLES = frozenset({"le", "la", "l'", "les"})
FOREGOING = words("foregoing")
PURPOSE = frozenset({"pour", "sur", "contre"})
LEADERLESS = words("leaderless")


def is_head(token: Token) -> bool:
    """Say whether the token may head the name of a body."""
    return is_head_word(token.low)


def is_head_word(low: str) -> bool:
    """Say whether a word may head the name of a body."""
    return low.lower() in words("bodies", "masculine") or low.lower() in words("bodies", "feminine")


@cache
def is_adjective(low: str) -> bool:
    """Say whether a word after a noun is an adjective, by the list or by its ending."""
    if low in words("bodies", "adjectives"):
        return True
    if low in by_form(*FINITE) or function_word(low) or len(low) < 4:
        return False
    return low.endswith(tuple(words("bodies", "adjective_endings")))


def function_word(low: str) -> bool:
    """Say whether a word belongs to a closed class."""
    return low in closed_classes()


@cache
def closed_classes() -> frozenset[str]:
    """The words of every closed class."""
    names = ("determiners", "contractions", "prepositions", "conjunctions", "pronouns", "neutral", "marked")
    return frozenset().union(*(words(name) for name in names))


def is_noun(token: Token) -> bool:
    """Say whether a token may be the noun of a complement."""
    low = token.low
    return (
        token.text[0].isalpha()
        and (token.capital or low not in words("bodies", "stops"))
        and not function_word(low)
        and number_word(low) is None
    )


def name_end(tokens: Sequence[Token], i: int, purpose: bool = True) -> int:
    """Where the noun phrase whose noun is at `i` ends, adjectives and complements included."""
    end = adjectives_end(tokens, i + 1)
    while (after := complement_end(tokens, end, purpose)) > end:
        end = after
    return end


def adjectives_end(tokens: Sequence[Token], end: int) -> int:
    """Skip the adjectives, and the capitalised words, that follow a noun ("économique et social", "OTAN-Ukraine")."""
    while end < len(tokens):
        token = tokens[end]
        if qualifies(token):
            end += 1
        elif (
            token.low == "et"
            and end + 1 < len(tokens)
            and is_adjective(tokens[end + 1].low)
            and is_adjective(tokens[end - 1].low)
        ):
            end += 2
        else:
            break
    return end


def qualifies(token: Token) -> bool:
    """Say whether a token continues a name without a preposition."""
    if token.capital:
        return not is_head(token) and not function_word(token.low) and token.low not in words("civilities")
    return is_adjective(token.low)


def complement_end(tokens: Sequence[Token], end: int, purpose: bool) -> int:
    """Where the complement that begins at `end` ends, or `end` when none begins there."""
    if end >= len(tokens):
        return end
    low = tokens[end].low
    start = end + 1
    if low == "en" and start < len(tokens) and tokens[start].low in {"exercice", "chef"}:
        return end + 2
    if low == "et":
        return coordinated_end(tokens, end)
    if low in {"à", "au", "aux"} and tokens[end - 1].low not in words("bodies", "governs_a"):
        return end
    if low not in words("bodies", "name_prepositions") or (low in PURPOSE and not purpose):
        return end
    start = skip_article(tokens, start)
    start += start + 1 < len(tokens) and tokens[start].low in FOREGOING
    if start >= len(tokens) or not is_noun(tokens[start]) or verbal(tokens, start):
        return end
    led = low in PURPOSE or (low in {"de", "d'"} and start > end + 1)
    if led and ((low in PURPOSE and start == end + 1) or tokens[start].low in LEADERLESS):
        return end
    return adjectives_end(tokens, start + 1)


def skip_article(tokens: Sequence[Token], start: int) -> int:
    """Step over a definite article."""
    return start + 1 if start < len(tokens) and tokens[start].low in ARTICLES and not tokens[start].capital else start


def coordinated_end(tokens: Sequence[Token], end: int) -> int:
    """Where a second complement after "et" ends: the same preposition or article again, and no body's head."""
    start = end + 1
    if start + 1 >= len(tokens):
        return end
    bare = tokens[start].low in {"de", "d'"} and tokens[start + 1].low not in ARTICLES
    if tokens[end - 1].capital and not bare:
        return end
    repeated = tokens[start].low in DE and previous_preposition(tokens, end) in DE
    article = tokens[start].low in ARTICLES and previous_preposition(tokens, end) in PURPOSE
    if not repeated and not article:
        return end
    noun = skip_article(tokens, start + 1) if repeated else start + 1
    if (
        noun >= len(tokens)
        or not is_noun(tokens[noun])
        or is_head(tokens[noun])
        or verbal(tokens, noun)
        or tokens[noun].low in words("groups", "heads")
    ):
        return end
    if article and tokens[noun].low in by_form(*FINITE):
        return end
    return adjectives_end(tokens, noun + 1)


def verbal(tokens: Sequence[Token], noun: int) -> bool:
    """Say whether an infinitive after a bare "de" stands where a noun would ("et de représenter")."""
    low = tokens[noun].low
    bare = tokens[noun - 1].low in {"de", "d'"} and not tokens[noun].capital
    return bare and (low in by_form(INFINITIVE) or (len(low) > 5 and low.endswith(("er", "ir"))))


def previous_preposition(tokens: Sequence[Token], end: int) -> str:
    """The nearest preposition before `end`."""
    return next((t.low for t in reversed(tokens[:end]) if t.low in words("bodies", "name_prepositions")), "")


def body_end(tokens: Sequence[Token], i: int) -> int | None:
    """Where the name of a body that begins at `i` ends; None when none begins there."""
    if not is_head(tokens[i]):
        return None
    end = name_end(tokens, i)
    if tokens[i].capital:
        return end
    bare = tokens[i].low in words("bodies", "lower_bare")
    return end if bare or (tokens[i].low in words("bodies", "lower") and end > i + 1) else None


def safe_edge(tokens: Sequence[Token], end: int) -> bool:
    """Say whether a name surely ends at `end`: a sign, a word of a closed class or a known verb follows."""
    if end >= len(tokens):
        return True
    token = tokens[end]
    if not token.text[0].isalpha():
        return True
    return function_word(token.low) or token.low in known_verbs()


def known_verbs() -> dict[str, object]:
    """Every form of every verb of the lexicon."""
    return by_form(*FINITE, "participle", "gerund", "infinitive")  # type: ignore[return-value]
