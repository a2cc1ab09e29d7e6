"""The mentions of a passage, the longest at each place: offices, people, bodies, groups, dates, terms, references."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extraction.anaphora import office_noun, reference
from extraction.bodies import DE, function_word
from extraction.groups import group
from extraction.lexicon import words
from extraction.mention import (
    CAPITALS,
    DATE,
    FUTURE_POST,
    NUMBER,
    PAST_POST,
    PERSON,
    POST,
    TERM,
    Mention,
    skip_determiner,
    spell,
)
from extraction.people import person
from extraction.quantities import date, duration, number, year
from extraction.spotted import Spotted
from extraction.tokens import Token


@dataclass
class Spotter(Spotted):
    """Finds the mentions of one passage after another; remembers people, abbreviations and names as it goes."""

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
        for kind, list_name in ((PAST_POST, "former"), (FUTURE_POST, "future")):
            qualified = core + 1 < len(tokens) and tokens[core].low in words(list_name)
            if qualified and (post := self.post(tokens, i, core + 1, determiner)):
                return Mention(kind, i, post.last, core, post.label, post.value)
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

    def capitals(self, tokens: Sequence[Token], i: int) -> Mention | None:
        """A run of capitalised words that is none of the rest: a place, most often."""
        end = i
        if i and tokens[i].text in {"La", "Le", "Les"} and i + 1 < len(tokens) and tokens[i + 1].capital:
            end += 1
        heads = words("groups", "heads")
        while end < len(tokens) and tokens[end].capital and not function_word(tokens[end].low):
            if tokens[end].low in heads:
                break
            end += 1
        return Mention(CAPITALS, i, end, i, spell(self.folded, tokens, i, end)) if end > i and (i or end > 1) else None
