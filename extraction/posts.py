"""Where the mention of an office begins and ends: title, adjectives, function, organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extraction.bodies import ARTICLES, function_word, is_adjective, is_head, is_noun, name_end
from extraction.lexicon import masculine, words
from extraction.tokens import Token

PREFIXES = ("vice-", "sous-", "co-", "ex-")
ORDINALS = frozenset({"premier", "première", "deuxième", "second", "seconde", "troisième"})
FUNCTIONAL = frozenset(
    {"commissaire", "haut-commissaire", "ministre", "coordonnateur", "rapporteur", "premier ministre", "procureur"}
)


@dataclass(frozen=True, slots=True)
class Title:
    """The title of an office as masculine singular, where it ends, and its gender and number as written."""

    label: str
    end: int
    feminine: bool
    plural: bool
    masculine: bool = False


def title(tokens: Sequence[Token], i: int) -> Title | None:
    """Read a title and its adjectives at `i`: "Vice-Secrétaires générales" is "vice-secrétaire général"."""
    rank = tokens[i].low if tokens[i].low in ORDINALS else ""
    start = i + 1 if rank else i
    noun = noun_at(tokens, start)
    if noun is None or (rank and not noun[0].startswith("vice-") and not deputy(tokens, noun[1])):
        noun, start, rank = noun_at(tokens, i), i, ""
    if noun is None:
        return None
    label, end = noun
    labels, adjectives = [masculine_ordinal(rank)] if rank else [], masculine("title_adjectives")
    labels.append(label)
    while end < len(tokens) and (tokens[end].low in adjectives or tokens[end].low in {"actuel", "actuelle"}):
        labels += [adjectives[tokens[end].low]] if tokens[end].low in adjectives else []
        end += 1
    if end + 1 < len(tokens) and tokens[end].low == "en" and tokens[end + 1].low in {"chef", "exercice"}:
        labels.append(f"en {tokens[end + 1].low}")
        end += 2
    surface = [token.low for token in tokens[start:end]]
    feminine = any(
        low.rstrip("s") != masculine_of(low) and low.rstrip("s").endswith(("e", "rice", "ve")) for low in surface
    )
    return Title(
        " ".join(labels), end, feminine, surface[0].endswith("s"), not feminine and any(map(gendered, surface))
    )


@cache
def gendered(low: str) -> bool:
    """Say whether a word of a title is a masculine that has another feminine."""
    bare = low.rstrip("s").rpartition("-")[2]
    forms = [
        form for table in ("titles", "title_adjectives") for form, base in masculine(table).items() if base == bare
    ]
    return any(form.rstrip("s") != bare for form in forms)


def deputy(tokens: Sequence[Token], end: int) -> bool:
    """Say whether "adjoint" or "délégué" follows among the adjectives of a title."""
    return any(
        masculine("title_adjectives").get(token.low) in {"adjoint", "délégué"} for token in tokens[end : end + 2]
    )


def masculine_of(low: str) -> str:
    """The masculine singular of one word of a title, prefix kept."""
    for prefix in PREFIXES:
        if low.startswith(prefix):
            return prefix + masculine_of(low.removeprefix(prefix))
    return masculine("titles").get(low) or masculine("title_adjectives").get(low) or low.rstrip("s")


def masculine_ordinal(rank: str) -> str:
    """The masculine of an ordinal."""
    return {"première": "premier", "seconde": "second"}.get(rank, rank)


def noun_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Read the noun of a title, of up to three words or with a prefix."""
    titles = masculine("titles")
    if i < len(tokens) and tokens[i].low not in first_words() and not tokens[i].low.startswith(PREFIXES):
        return None
    for length in (3, 2, 1):
        phrase = " ".join(token.low for token in tokens[i : i + length]).replace("' ", "'")
        if len(tokens) >= i + length and phrase in titles:
            return titles[phrase], i + length
    low = tokens[i].low if i < len(tokens) else ""
    for prefix in PREFIXES[:3]:
        if low.startswith(prefix) and low.removeprefix(prefix) in titles:
            return prefix + titles[low.removeprefix(prefix)], i + 1
    return None


@cache
def first_words() -> frozenset[str]:
    """The words that a title may begin with."""
    return frozenset(
        form.split()[0].split("'")[0] + ("'" if "'" in form.split()[0] else "") for form in masculine("titles")
    )


def function_end(tokens: Sequence[Token], found: Title) -> int:
    """Where the function of an office ends ("aux droits de l'homme", "chargé de…" excluded), or the title's end."""
    end = found.end
    if end >= len(tokens):
        return end
    if is_adjective(tokens[end].low) and end + 1 < len(tokens) and tokens[end + 1].low in {"de", "d'", "du", "des"}:
        end += 1
    low, base = tokens[end].low, found.label.split(" ")[0]
    takes_purpose = base in FUNCTIONAL or found.label.endswith("adjoint")
    start = end + 1
    if start < len(tokens) and tokens[start].low in ARTICLES:
        start += 1
    if start >= len(tokens) or not is_noun(tokens[start]):
        return end
    if low in {"à", "aux", "au", "pour"} and takes_purpose:
        return name_end(tokens, start, purpose=False)
    lower_head = is_head(tokens[start]) and (tokens[start].capital or tokens[start].low in words("bodies", "lower"))
    if low in {"de", "d'", "du", "des"} and not lower_head and tokens[start].low not in masculine("titles"):
        return name_end(tokens, start, purpose=False) if not function_word(tokens[start].low) else end
    return end
