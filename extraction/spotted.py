"""Mentions of offices and bodies: a title with its organisation, a known name, a name by the grammar."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.bodies import DE, body_end, safe_edge
from extraction.lexicon import words
from extraction.mention import BODY, POST, Mention, definite, roman, skip_determiner, spell
from extraction.people import acronym
from extraction.posts import Title, function_end, title
from extraction.register import Register
from extraction.tokens import Token


@dataclass
class Spotted:
    """Reads offices and bodies where they stand, knowing the register."""

    register: Register
    folded: str

    def post(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """An office with its function and organisation."""
        found = title(tokens, core)
        if found is None or (determiner == "" and tokens[core].text == "président" and self.is_verb(tokens, core)):
            return None
        whole, last, label = self.belongs(tokens, found)
        surface = spell(self.folded, tokens, core, last)
        gender, whole_safe = agreement(found, determiner), whole.safe if whole else before_name(tokens, last)
        return Mention(POST, i, last, core, label, surface, gender, found.plural, determiner, whole, whole_safe)

    def is_verb(self, tokens: Sequence[Token], core: int) -> bool:
        """Say whether "président" is the plural of the verb: lower case, after a plural, before an article."""
        following = tokens[core + 1].low if core + 1 < len(tokens) else ""
        return core > 0 and following in {"le", "la", "l'", "les", "également", "aussi", "un", "une", "conjointement"}

    def belongs(self, tokens: Sequence[Token], found: Title) -> tuple[Mention | None, int, str]:
        """The organisation of an office, where its mention ends, and its title with a function that names no body."""
        owner = self.owner(tokens, found.end)
        if owner:
            end = (
                function_end(tokens, Title(found.label, owner.last, False, False))
                if owner.last < len(tokens)
                else owner.last
            )
            return (
                owner,
                end
                if tokens[owner.last : owner.last + 1] and tokens[owner.last].low in {"aux", "pour", "à"}
                else owner.last,
                found.label,
            )
        end = function_end(tokens, found)
        if end == found.end:
            return None, end, found.label
        for cut in range(found.end + 1, end):
            owner = self.owner(tokens, cut)
            if owner and owner.last >= end:
                return owner, owner.last, self.lower_title(tokens, found, cut)
        return None, end, self.lower_title(tokens, found, end)

    def lower_title(self, tokens: Sequence[Token], found: Title, end: int) -> str:
        """The title with its function as written."""
        return f"{found.label} {spell(self.folded, tokens, found.end, end)}" if end > found.end else found.label

    def owner(self, tokens: Sequence[Token], i: int) -> Mention | None:
        """The body or organisation after "de", "du", "de la"."""
        if i + 1 >= len(tokens) or tokens[i].low not in DE:
            return None
        core, determiner = skip_determiner(tokens, i + 1)
        if core >= len(tokens) or determiner in {"un", "une", "son", "sa", "leur"}:
            return None
        return self.body(tokens, i + 1, core, determiner)

    def body(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """A known organisation, a body by the grammar of names, or an abbreviation."""
        alias = self.alias(tokens, core)
        end = body_end(tokens, core) or core
        if (alias and core + len(alias) >= end - (0 if tokens[core].capital else 99)) or (
            alias and tokens[core + len(alias)].low not in DE
        ):
            end = core + len(alias)
        for k in range(core + 1, end):
            end = max(end, k + len(self.alias(tokens, k)))
        if end == core and acronym(tokens[core]) and tokens[core].text.isalpha() and not roman(tokens[core].text):
            end = core + 1
        indefinite = determiner in {"un", "une", "chaque", "plusieurs", "certains"} or (
            not determiner and not definite(tokens, core)
        )
        if not determiner and tokens[core].low in words("bodies", "generic"):
            return None
        if tokens[core].low == "présidence" and end > core + 1 and tokens[core + 1].low in DE:
            return None
        if end == core or (indefinite and not alias):
            return None
        head = tokens[core].low
        gender = (
            "f"
            if head in words("bodies", "feminine") or determiner in {"la", "cette", "sa"}
            else "m"
            if determiner in {"le", "ce"}
            else ""
        )
        plural = determiner in {"les", "des", "ses", "ces"}
        return Mention(
            BODY,
            i,
            end,
            core,
            spell(self.folded, tokens, core, end),
            head,
            gender,
            plural,
            determiner,
            safe=safe_edge(tokens, end) and not cut_short(tokens, core, end),
        )

    def alias(self, tokens: Sequence[Token], core: int) -> tuple[str, ...]:
        """The longest name of the register that stands here, capitalised."""
        if core >= len(tokens) or not tokens[core].capital:
            return ()
        for lows, _ in self.register.aliases.get(tokens[core].low, ()):
            if tuple(token.low for token in tokens[core : core + len(lows)]) == lows:
                return lows
        return ()


def agreement(found: Title, determiner: str) -> str:
    """The gender of an office as written: by its words, else by its determiner."""
    if found.feminine or determiner in {"la", "sa", "une", "cette"}:
        return "f"
    return "m" if found.masculine or determiner in {"le", "un", "ce"} else ""


def before_name(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a title surely ends at `last`: as any name does, or before the name of its holder."""
    return safe_edge(tokens, last) or tokens[last].capital


def cut_short(tokens: Sequence[Token], core: int, end: int) -> bool:
    """Say whether a bare head that hardly stands alone has lost its complement ("Groupe" in "Groupe de la gestion")."""
    bare = end == core + 1 and tokens[core].low in words("bodies", "bound")
    return bare and end < len(tokens) and tokens[end].low in DE
