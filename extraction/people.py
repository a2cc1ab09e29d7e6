"""Where the name of a person begins and ends: civility, rank, demonym, particles."""

from collections.abc import Sequence

from extraction.bodies import function_word, is_adjective, is_head
from extraction.lexicon import words
from extraction.posts import PREFIXES, first_words
from extraction.tokens import Token

CLOSING = frozenset({"à", "en", "au", "aux", "du", "des", "vers", "de la"})


def person(tokens: Sequence[Token], i: int, known: dict[str, str]) -> tuple[int, int, str] | None:
    """Read a person at `i`: where the name begins and ends, and its gender ("m", "f" or ""); None for anything else."""
    start, gender = skip_civilities(tokens, i)
    civil = start > i
    if not civil and i and tokens[i - 1].low in CLOSING:
        end = name_end(tokens, i)
        demonym = tokens[i - 1].low in {"au", "du"} and plain_capitals(tokens, i, end) >= 3
        return (i + 1, end, "m") if demonym else None
    if not civil and tokens[i].low in {"le", "la", "l'"} and not tokens[i].capital:
        start = i + 1
        if start >= len(tokens) or not is_name(tokens[start]) or acronym(tokens[start]):
            return None
        if start + 2 < len(tokens) and is_adjective(tokens[start + 1].low) and tokens[start + 2].capital:
            end = name_end(tokens, start + 2)
            return (start + 2, end, "") if plain_capitals(tokens, start + 2, end) >= 2 else None
        end = name_end(tokens, start)
        return (start + 1, end, "") if plain_capitals(tokens, start, end) >= 3 else None
    if not civil and not is_name(tokens[start]):
        return None
    end = name_end(tokens, start)
    capitals = plain_capitals(tokens, start, end)
    if (
        capitals >= 2
        or (civil and capitals == 1)
        or (capitals == 1 and end == start + 1 and tokens[start].text in known)
    ):
        return start, end, gender
    return None


def skip_civilities(tokens: Sequence[Token], i: int) -> tuple[int, str]:
    """Step over an article with a rank, and civilities."""
    gender, start = "", i
    if (
        i + 1 < len(tokens)
        and tokens[i].low in {"le", "la", "l'"}
        and tokens[i + 1].low in words("ranks") | words("civilities")
    ):
        start = i + 1
    while start < len(tokens) and (tokens[start].low in words("civilities") or is_rank(tokens, start)):
        low = tokens[start].low
        gender = (
            "f"
            if low in {"mme", "madame", "dre", "pre", "ambassadrice", "générale", "amirale"}
            else "m"
            if low in {"m.", "m", "monsieur"}
            else gender
        )
        start += 1
        start += tokens[start].text == "." if start < len(tokens) else 0
    ahead = start
    while ahead < len(tokens) and ahead < start + 3 and tokens[ahead].low in words("particles"):
        ahead += 1
    follows = ahead < len(tokens) and tokens[ahead].capital
    return (start, gender) if follows and start > i else (i, "")


def is_rank(tokens: Sequence[Token], start: int) -> bool:
    """Say whether a military, academic or diplomatic rank stands here, before a capital or another rank."""
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    return (
        tokens[start].low in words("ranks")
        and following is not None
        and (following.capital or following.low in words("ranks"))
    )


def name_end(tokens: Sequence[Token], start: int) -> int:
    """Where the capitalised words, joined by particles, end."""
    end = start
    while end < len(tokens):
        token = tokens[end]
        if is_name(token):
            end += 1
            continue
        jump = end
        if end == start and tokens[end].low not in words("particles"):
            break
        while jump < len(tokens) and tokens[jump].low in words("particles") and jump - end < 3:
            jump += 1
        if jump == end or jump >= len(tokens) or not is_name(tokens[jump]) or acronym(tokens[jump]):
            break
        if (
            end > start
            and tokens[end].low in {"de", "du", "des", "d'", "le", "la", "y", "e", "i"}
            and (jump - end > 1 and tokens[end].low != "de")
        ):
            break
        end = jump
    return end


def is_name(token: Token) -> bool:
    """Say whether a token may be part of a person's name."""
    if token.low in first_words() or token.low.startswith(PREFIXES):
        return False
    if not token.capital:
        first, _, rest = token.text.partition("-")
        return first in words("particles") and rest[:1].isupper()
    if token.low in words("groups", "heads"):
        return False
    return not is_head(token) and not function_word(token.low) and token.low not in words("civilities")


def acronym(token: Token) -> bool:
    """Say whether a token is written in capitals, like an abbreviation."""
    return sum(map(str.isalpha, token.text)) > 1 and token.text.isupper()


def plain_capitals(tokens: Sequence[Token], start: int, end: int) -> int:
    """How many capitalised words the name has."""
    return sum(
        1
        for token in tokens[start:end]
        if (token.capital or is_name(token)) and (not acronym(token) or len(token.text) > 5 or token.text.endswith("."))
    )
