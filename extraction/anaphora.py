"""Words that refer back: pronouns, "ce dernier", "l'Organisation", "son mandat", "ce poste", "le titulaire"."""

from collections.abc import Sequence

from extraction.bodies import DE
from extraction.lexicon import words
from extraction.mention import BODY, MANDATE, REFERENCE, Mention, skip_determiner, spell
from extraction.tokens import Token

NOMINATIVE = {
    "il": "m", "elle": "f", "ils": "mp", "elles": "fp", "celui-ci": "m", "celle-ci": "f", "ceux-ci": "mp",
    "celles-ci": "fp", "lui": "m", "eux": "mp",
}  # fmt: skip
LATTER = {"dernier": "m", "dernière": "f", "derniers": "mp", "dernières": "fp"}


def reference(folded: str, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
    """Read a word that refers back, at `core` after its determiner."""
    if not determiner:
        return pronoun(tokens, i, core)
    return (
        latter(tokens, i, core, determiner)
        or organisation(folded, tokens, i, core, determiner)
        or mandate(folded, tokens, i, core, determiner)
        or office(tokens, i, core, determiner)
    )


def pronoun(tokens: Sequence[Token], i: int, core: int) -> Mention | None:
    """Read "il", "celle-ci", or "lui" after a preposition."""
    low = tokens[core].low
    if low not in NOMINATIVE:
        return None
    following = tokens[core + 1].low if core + 1 < len(tokens) else ""
    if following in words("after_lui") and i:
        return None
    value = "lui" if low in {"lui", "eux"} else low
    before = next((t.low for t in reversed(tokens[max(i - 3, 0) : i]) if t.low not in words("neutral")), "")
    if value == "lui" and before not in words("before_lui"):
        return None
    gender = NOMINATIVE[low]
    return Mention(REFERENCE, i, core + 1, core, value=value, gender=gender[0], plural=len(gender) > 1)


def latter(tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
    """Read "ce dernier"."""
    if determiner not in {"ce", "cette", "ces"} or tokens[core].low not in LATTER:
        return None
    gender = LATTER[tokens[core].low]
    return Mention(REFERENCE, i, core + 1, core, value="ce dernier", gender=gender[0], plural=len(gender) > 1)


def organisation(folded: str, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
    """Read "l'Organisation", "l'institution"."""
    low = tokens[core].low
    bare = core + 1 >= len(tokens) or tokens[core + 1].low not in DE | {"internationale", "régionale"}
    if determiner in {"l'", "la", "le"} and low in words("anaphora", "organisation") and bare:
        return Mention(BODY, i, core + 1, core, spell(folded, tokens, core, core + 1), low, "f")
    return None


def mandate(folded: str, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
    """Read a term of office: "son mandat", "une période initiale", "la durée de son mandat"."""
    start = core
    while tokens[start].low in words("term_prefixes") and start + 1 < len(tokens):
        start += 1
    if tokens[start].low not in words("term_nouns"):
        return None
    end, value = start + 1, determiner
    while end < len(tokens) and tokens[end].low in words("term_adjectives"):
        value += f" {tokens[end].low}"
        end += 1
    if tokens[start].low == "durée" and end + 1 < len(tokens) and tokens[end].low in {"du", "de"}:
        inner = skip_determiner(tokens, end + 1)[0] if tokens[end].low == "de" else end + 1
        if inner < len(tokens) and tokens[inner].low in {"mandat", "fonctions"}:
            end, value = inner + 1, tokens[inner - 1].low
    gender = "m" if tokens[start].low.startswith("mandat") else "f"
    label = spell(folded, tokens, start, end)
    return Mention(MANDATE, i, end, core, label, value, gender, determiner=determiner)


def office(tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
    """Read the office by a common noun: "ce poste", "la fonction", "le titulaire du poste"."""
    start = core + 1 if tokens[core].low in words("current") and core + 1 < len(tokens) else core
    low, end = tokens[start].low, start + 1
    if low == "titulaire":
        return Mention(REFERENCE, i, holder_end(tokens, end), core, value="titulaire")
    if low not in words("anaphora", "office") or determiner in {"un", "une", "ses", "leurs", "son", "sa"}:
        return None
    if end < len(tokens) and tokens[end].low in {"de", "d'"}:
        return None
    return Mention(REFERENCE, i, end, core, value="ce poste", determiner=determiner)


def holder_end(tokens: Sequence[Token], end: int) -> int:
    """Where "titulaire du poste", "titulaire actuel" ends."""
    if end < len(tokens) and tokens[end].low in DE:
        inner = skip_determiner(tokens, end + 1)[0]
        end = inner + 1 if inner < len(tokens) and tokens[inner].low in words("anaphora", "office") else end
    return end + 1 if end < len(tokens) and tokens[end].low in {"actuel", "actuelle"} else end


def office_noun(tokens: Sequence[Token], core: int) -> int | None:
    """Where the title begins in "la fonction de secrétaire général"; None when no office is named that way."""
    named = tokens[core].low in words("anaphora", "office") and tokens[core].low != "titulaire"
    return core + 2 if named and core + 2 < len(tokens) and tokens[core + 1].low in {"de", "d'"} else None
