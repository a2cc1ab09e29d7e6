"""Groups of actors that a text does not list: "les pays membres", "193 États Membres"."""

from collections.abc import Sequence

from extraction.bodies import DE, adjectives_end, name_end, safe_edge
from extraction.lexicon import words
from extraction.mention import GROUP, Mention, numeric, spell
from extraction.tokens import Token

PLURALS = frozenset({"les", "ses", "leurs", "ces"})
LEADS = frozenset({"des", "aux", "d'", "de", "parmi", "entre"})


def group(folded: str, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
    """Read a group whose noun is at `core`; None for a singular, or without a word that makes it plural."""
    token = tokens[core]
    if token.low not in words("groups", "heads") or not (token.text.endswith("s") or token.low == "pays"):
        return None
    before = tokens[i - 1].low if i else ""
    if determiner in {"un", "une", "chaque"} or not (determiner in PLURALS or before in LEADS or numeric(tokens, i)):
        return None
    end = members_end(tokens, core + 1)
    if end < len(tokens) and tokens[end].low in DE:
        end += name_end([*tokens[: core + 1], *tokens[end:]], core, purpose=False) - (core + 1)
    end = members_end(tokens, end) if tokens[end - 1].low not in words("groups", "membership") else end
    label, safe = spell(folded, tokens, core, end), safe_edge(tokens, end)
    return Mention(GROUP, i, end, core, label, plural=True, determiner=determiner, safe=safe)


def members_end(tokens: Sequence[Token], end: int) -> int:
    """Skip "membres", "participants" and adjectives."""
    while end < len(tokens):
        if tokens[end].low in words("groups", "membership"):
            end += 1
        elif (after := adjectives_end(tokens, end)) > end:
            end = after
        else:
            break
    return end
