"""The mentions of a passage, the longest at each place: offices, people, bodies, groups, dates, terms, references."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extraction.anaphora import office_noun, reference
from extraction.bodies import DE, body_end, function_word, safe_edge
from extraction.groups import group
from extraction.lexicon import words
from extraction.mention import (
    BODY,
    CAPITALS,
    DATE,
    NUMBER,
    PAST_POST,
    PERSON,
    POST,
    TERM,
    Mention,
    definite,
    roman,
    skip_determiner,
    spell,
)
from extraction.people import acronym, person
from extraction.posts import Title, function_end, title
from extraction.quantities import date, duration, number, year
from extraction.register import Register
from extraction.tokens import Token


@dataclass
class Spotter:
    """Finds the mentions of one passage after another; remembers people, abbreviations and names as it goes."""

    register: Register
    folded: str
    people: dict[str, str] = field(default_factory=dict)

    def mentions(self, tokens: Sequence[Token]) -> list[Mention]:
        """The mentions in order, without overlap, the longest at each place."""
        found: list[Mention] = []
        i = 0
        while i < len(tokens):
            mention = self.at(tokens, i)
            if mention is None:
                i += 1
            else:
                found.append(mention)
                i = mention.last
        return found

    def at(self, tokens: Sequence[Token], i: int) -> Mention | None:
        """The mention that begins at `i`, its determiner first."""
        if tuple(token.low for token in tokens[i : i + 2]) == ("l'", "ensemble") and i + 4 < len(tokens):
            inner = self.at(tokens, i + 3) if tokens[i + 2].low in DE else None
            return replace(inner, first=i) if inner else None
        counted = (
            tokens[i].low in {"les", "ses", "leurs", "ces"} and i + 1 < len(tokens) and self.quantity(tokens, i + 1)
        )
        if counted and counted.kind == POST:
            return replace(counted, first=i)
        dated = self.quantity(tokens, i)
        if dated:
            return dated
        core, determiner = skip_determiner(tokens, i)
        former = core < len(tokens) and tokens[core].low in words("former") and core + 1 < len(tokens)
        if former and (past := self.post(tokens, i, core + 1, determiner)):
            return Mention(PAST_POST, i, past.last, core, past.label, past.value)
        if core >= len(tokens):
            return self.capitals(tokens, i)
        for read in (self.people_together, self.person, self.post, self.body, self.titled):
            if mention := read(tokens, i, core, determiner):
                return mention
        return reference(self.folded, tokens, i, core, determiner) or self.capitals(tokens, i)

    def people_together(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """A group that is not the name of an organisation ("les Nations Unies")."""
        return None if self.alias(tokens, core) else group(self.folded, tokens, i, core, determiner)

    def titled(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """An office after a common noun: "la fonction de secrétaire général"."""
        at = office_noun(tokens, core) if determiner else None
        return self.post(tokens, i, at, determiner) if at is not None else None

    def quantity(self, tokens: Sequence[Token], i: int) -> Mention | None:
        """A date, a duration or a number."""
        start = i + 1 if tokens[i].low == "le" and i + 1 < len(tokens) else i
        if read := date(tokens, start):
            return Mention(DATE, i, read[1], start, value=read[0])
        if term := duration(tokens, i):
            return Mention(TERM, i, term[1], i, value=term[0])
        if tokens[i].low in {"un", "une"} or year(tokens[i].low):
            return None
        count = number(tokens, i)
        if count:
            office = self.post(tokens, i, count[1], "plural") if count[1] < len(tokens) else None
            return office or Mention(NUMBER, i, count[1], i, value=str(count[0]))
        return None

    def person(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """A person, civility and rank left out of the name; the surname alone of one already named."""
        start = i if determiner in {"le", "la", "l'"} else core
        read = person(tokens, start, self.people) if determiner in {"", "le", "la", "l'"} else None
        if read is None or (len(self.alias(tokens, start)) >= read[1] - start) or (i and tokens[i - 1].low in {"«"}):
            return None
        first, last, gender = read
        label = spell(self.folded, tokens, first, last)
        full = self.people.get(label, label)
        if " " in full:
            self.people.setdefault(full.split(" ", 1)[1], full)
            self.people.setdefault(full.rsplit(" ", 1)[1], full)
        return Mention(PERSON, i, last, first, full, gender=gender)

    def post(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """An office with its function and organisation."""
        found = title(tokens, core)
        if found is None or (determiner == "" and tokens[core].text == "président" and self.is_verb(tokens, core)):
            return None
        whole, last, label = self.belongs(tokens, found)
        surface = spell(self.folded, tokens, core, last)
        gender, whole_safe = agreement(found, determiner), whole.safe if whole else safe_edge(tokens, last)
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
            safe=safe_edge(tokens, end),
        )

    def alias(self, tokens: Sequence[Token], core: int) -> tuple[str, ...]:
        """The longest name of the register that stands here, capitalised."""
        if core >= len(tokens) or not tokens[core].capital:
            return ()
        for lows, _ in self.register.aliases.get(tokens[core].low, ()):
            if tuple(token.low for token in tokens[core : core + len(lows)]) == lows:
                return lows
        return ()

    def capitals(self, tokens: Sequence[Token], i: int) -> Mention | None:
        """A run of capitalised words that is none of the rest: a place, most often."""
        end = i
        if i and tokens[i].text in {"La", "Le", "Les"} and i + 1 < len(tokens) and tokens[i + 1].capital:
            end += 1
        while end < len(tokens) and tokens[end].capital and not function_word(tokens[end].low):
            end += 1
        return Mention(CAPITALS, i, end, i, spell(self.folded, tokens, i, end)) if end > i and (i or end > 1) else None


def agreement(found: Title, determiner: str) -> str:
    """The gender of an office as written: by its words, else by its determiner."""
    if found.feminine or determiner in {"la", "sa", "une", "cette"}:
        return "f"
    return "m" if found.masculine or determiner in {"le", "un", "ce"} else ""
