"""The typed mentions of a passage: offices, people, bodies, groups, dates, durations, numbers and words that refer back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extraction.bodies import DE, adjectives_end, body_end, function_word, name_end, safe_edge
from extraction.lexicon import words
from extraction.people import acronym, person
from extraction.posts import Title, function_end, title
from extraction.quantities import date, duration, number, year
from extraction.register import Register
from extraction.tokens import Token

POST, PERSON, BODY, GROUP, CAPITALS, DATE, TERM, NUMBER, REFERENCE, MANDATE, PAST_POST = "PHBGCDTNRMQ"
DETERMINERS = frozenset(
    {
        "le",
        "la",
        "l'",
        "les",
        "un",
        "une",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "ce",
        "cet",
        "cette",
        "ces",
        "chaque",
        "ledit",
        "ladite",
        "plusieurs",
        "certains",
    }
)
CURRENT = frozenset({"actuel", "actuelle", "nouveau", "nouvel", "nouvelle", "présent", "présente", "actuels"})
FORMER = frozenset(
    {
        "ancien",
        "ancienne",
        "anciens",
        "ex",
        "ex-",
        "futur",
        "future",
        "prochain",
        "prochaine",
        "précédent",
        "précédente",
    }
)
NOMINATIVE = {
    "il": "m",
    "elle": "f",
    "ils": "mp",
    "elles": "fp",
    "celui-ci": "m",
    "celle-ci": "f",
    "ceux-ci": "mp",
    "celles-ci": "fp",
    "lui": "m",
    "eux": "mp",
}
LATTER = {"dernier": "m", "dernière": "f", "derniers": "mp", "dernières": "fp"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (exclusive) as one thing; `core` is where the name begins after its determiner.

    `label` is the name as written (an office: masculine), `value` the ISO value or the referring word, `whole` the
    mention of the organisation an office belongs to, `determiner` the word absorbed, `safe` whether the right edge is.
    """

    kind: str
    first: int
    last: int
    core: int
    label: str = ""
    value: str = ""
    gender: str = ""
    plural: bool = False
    determiner: str = ""
    whole: "Mention | None" = None
    safe: bool = True


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
        former = core < len(tokens) and tokens[core].low in FORMER and core + 1 < len(tokens)
        if former and (past := self.post(tokens, i, core + 1, determiner)):
            return Mention(PAST_POST, i, past.last, core, past.label, past.value)
        for read in (self.group, self.person, self.post, self.body, self.reference):
            if core < len(tokens) and (mention := read(tokens, i, core, determiner)):
                return mention
        return self.capitals(tokens, i)

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
        label = self.text(tokens, first, last)
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
        safe = whole.safe if whole else safe_edge(tokens, last)
        gender = (
            "f"
            if found.feminine or determiner in {"la", "sa", "une", "cette"}
            else "m"
            if found.masculine or determiner in {"le", "un", "ce"}
            else ""
        )
        surface = self.text(tokens, core, last)
        return Mention(
            POST,
            i,
            last,
            core,
            label,
            surface,
            gender=gender,
            plural=found.plural,
            determiner=determiner,
            whole=whole,
            safe=safe,
        )

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
        return f"{found.label} {self.text(tokens, found.end, end)}" if end > found.end else found.label

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
            self.text(tokens, core, end),
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

    def reference(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """A pronoun, "ce dernier", "ce poste", "le titulaire", "l'Organisation", "son mandat"."""
        low = tokens[core].low
        if determiner in {"ce", "cette", "ces"} and low in LATTER:
            gender = LATTER[low]
            return Mention(REFERENCE, i, core + 1, core, value="ce dernier", gender=gender[0], plural=len(gender) > 1)
        if not determiner and low in NOMINATIVE:
            gender = NOMINATIVE[low]
            value = "lui" if low in {"lui", "eux"} else low
            following = tokens[core + 1].low if core + 1 < len(tokens) else ""
            if following in {"aussi", "seul", "seule"} and i:
                return None
            if value == "lui" and (
                not i or tokens[i - 1].low not in {"par", "de", "à", "que", "qu'", "d'", "pour", "avec", "est"}
            ):
                return None
            return Mention(REFERENCE, i, core + 1, core, value=value, gender=gender[0], plural=len(gender) > 1)
        bare = core + 1 >= len(tokens) or tokens[core + 1].low not in DE | {"internationale", "régionale"}
        if determiner in {"l'", "la", "le"} and low in words("anaphora", "organisation") and bare:
            return Mention(BODY, i, core + 1, core, self.text(tokens, core, core + 1), low, "f")
        if determiner:
            return self.mandate(tokens, i, core, determiner) or self.office(tokens, i, core, determiner)
        return None

    def mandate(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """A term of office: "son mandat", "une période initiale", "la durée de son mandat"."""
        start = core
        while tokens[start].low in {
            "premier",
            "second",
            "deuxième",
            "nouveau",
            "seul",
            "actuel",
            "présent",
            "double",
        } and start + 1 < len(tokens):
            start += 1
        if tokens[start].low not in {"mandat", "période", "durée", "mandats", "mandature"}:
            return None
        end = start + 1
        value = determiner
        while end < len(tokens) and tokens[end].low in {
            "initiale",
            "initial",
            "maximale",
            "maximal",
            "totale",
            "fixe",
            "unique",
            "renouvelée",
        }:
            value += f" {tokens[end].low}"
            end += 1
        if tokens[start].low == "durée" and end + 1 < len(tokens) and tokens[end].low in {"du", "de"}:
            inner = skip_determiner(tokens, end + 1)[0] if tokens[end].low == "de" else end + 1
            if inner < len(tokens) and tokens[inner].low in {"mandat", "fonctions"}:
                end = inner + 1
                value = tokens[inner - 1].low
        gender = "m" if tokens[start].low.startswith("mandat") else "f"
        return Mention(
            MANDATE,
            i,
            end,
            core,
            value=value,
            gender=gender,
            determiner=determiner,
            label=self.text(tokens, start, end),
        )

    def office(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """The office of the page, by a common noun: "ce poste", "la fonction", "le titulaire du poste"."""
        low = tokens[core].low
        start = core + 1 if tokens[core].low in CURRENT and core + 1 < len(tokens) else core
        low = tokens[start].low
        if low not in words("anaphora", "office") or (
            determiner in {"un", "une", "ses", "leurs", "son", "sa"} and low != "titulaire"
        ):
            return None
        end = start + 1
        if low == "titulaire":
            if end < len(tokens) and tokens[end].low in DE:
                inner = skip_determiner(tokens, end + 1)[0]
                end = inner + 1 if inner < len(tokens) and tokens[inner].low in words("anaphora", "office") else end
            if end < len(tokens) and tokens[end].low in {"actuel", "actuelle"}:
                end += 1
            return Mention(REFERENCE, i, end, core, value="titulaire")
        if end < len(tokens) and tokens[end].low in {"de", "d'"}:
            return self.post(tokens, i, end + 1, determiner) if end + 1 < len(tokens) else None
        return Mention(REFERENCE, i, end, core, value="ce poste", determiner=determiner)

    def group(self, tokens: Sequence[Token], i: int, core: int, determiner: str) -> Mention | None:
        """Several actors that the text does not list: "les pays membres", "193 États Membres"."""
        token = tokens[core]
        if token.low not in words("groups", "heads") or not (token.text.endswith("s") or token.low == "pays"):
            return None
        before = tokens[i - 1].low if i else ""
        if determiner in {"un", "une", "chaque"}:
            return None
        if (
            determiner not in {"les", "ses", "leurs", "ces"}
            and before not in {"des", "aux", "d'", "de", "parmi", "entre"}
            and not numeric(tokens, i)
        ):
            return None
        end = core + 1
        while end < len(tokens) and (
            tokens[end].low in words("groups", "membership") or adjectives_end(tokens, end) > end
        ):
            end = end + 1 if tokens[end].low in words("groups", "membership") else adjectives_end(tokens, end)
        if end < len(tokens) and tokens[end].low in {"de", "d'", "des", "du"}:
            longer = name_end([*tokens[: core + 1], *tokens[end:]], core, purpose=False) - (core + 1)
            end += longer
        while end < len(tokens) and tokens[end].low in words("groups", "membership"):
            end += 1
        return Mention(
            GROUP,
            i,
            end,
            core,
            self.text(tokens, core, end),
            plural=True,
            determiner=determiner,
            safe=safe_edge(tokens, end),
        )

    def capitals(self, tokens: Sequence[Token], i: int) -> Mention | None:
        """A run of capitalised words that is none of the rest: a place, most often."""
        end = i
        if i and tokens[i].text in {"La", "Le", "Les"} and i + 1 < len(tokens) and tokens[i + 1].capital:
            end += 1
        while end < len(tokens) and tokens[end].capital and not function_word(tokens[end].low):
            end += 1
        return Mention(CAPITALS, i, end, i, self.text(tokens, i, end)) if end > i and (i or end > 1) else None

    def text(self, tokens: Sequence[Token], first: int, last: int) -> str:
        """The words as they stand in the folded text."""
        return " ".join(self.folded[tokens[first].start : tokens[last - 1].end].split())


def numeric(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a number ends just before `i`."""
    return i > 0 and (number(tokens, i - 1) is not None or tokens[i - 1].text == ")")


def definite(tokens: Sequence[Token], core: int) -> bool:
    """Say whether a name without article is definite: capitalised, or after "du", "au", "des"."""
    return tokens[core].capital or (core > 0 and tokens[core - 1].low in {"du", "au", "des"})


def roman(text: str) -> bool:
    """Say whether the token is a Roman numeral."""
    return set(text) <= set("IVXLC")


def skip_determiner(tokens: Sequence[Token], i: int) -> tuple[int, str]:
    """Step over a determiner and "actuel", "nouveau", an ordinal; where the noun begins, and the determiner."""
    core, determiner = i, ""
    if tokens[i].low in DETERMINERS and i + 1 < len(tokens):
        core, determiner = i + 1, tokens[i].low
    while determiner and core + 1 < len(tokens) and (tokens[core].low in CURRENT or tokens[core].low.endswith("ième")):
        core += 1
    return core, determiner
