"""Rules as data: token patterns from TOML, compiled to regular expressions over a linearised clause."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from extraction.lexicon import words
from extraction.verbs import FINITE, GERUND, INFINITIVE, PARTICIPLE, PRESENT, verbs
from quipreside.errors import QuiPresideError

FOLDER = Path(__file__).parent / "rules"
MENTION = "[{kinds}][\ue000-\uf8ff] "
ACTORS = MENTION.format(kinds="PHBGER")
TENSES = {
    "pp": (PARTICIPLE,),
    "inf": (INFINITIVE,),
    "past": FINITE[1:2],
    "all": (*FINITE, PARTICIPLE, GERUND, INFINITIVE),
    "": (PRESENT,),
}
LITERAL_KINDS = {"D": "date", "T": "duration", "N": "number", "X": "text"}
GENERIC = "|".join(sorted(words("bodies", "generic")))
INTRODUCTION = rf"(?:(?:(?!non |pas |ni |sauf )[^ ,;:.]+ ){{0,4}}?(?:{GENERIC}) (?:[^ ,;:.]+ ){{0,10}}?(?:, )?(?:comme |tels que |telles que |tel que |telle que |à savoir |notamment |dont |parmi lesquels |: ))"
LINK = r"(?:, )?(?:et |ou |puis |ainsi que |ainsi qu' |de même que |mais |comme |, )+(?:de |d' |du |des |à |au |aux |devant |sur |par |auprès du |auprès de |auprès des )?"
CAPTURES = {
    "O": rf"(?P<o>{ACTORS})",
    "O*": rf"(?P<o>{INTRODUCTION}?{ACTORS}(?:{LINK}{INTRODUCTION}?{ACTORS})*)",
    "S": rf"(?P<s>{ACTORS})",
    "S*": rf"(?P<s>{ACTORS}(?:{LINK}{ACTORS})*)",
    "H": f"(?P<o>{MENTION.format(kinds='HC')})",
    "SH": f"(?P<s>{MENTION.format(kinds='HC')})",
    "SP": f"(?P<s>{MENTION.format(kinds='P')})",
    "L": f"(?P<o>{MENTION.format(kinds='CH')})",
    "D": f"(?P<o>{MENTION.format(kinds='D')})",
    "T": f"(?P<o>{MENTION.format(kinds='T')})",
    "N": f"(?P<o>{MENTION.format(kinds='N')})",
    "Q": f"(?P<o>{MENTION.format(kinds='Q')})",
    "X": r"(?P<o>(?:(?!depuis |avant |après |puis |(?:de |en |du |entre |dès |jusqu'|le )+D|D|, |; |: )[^ ]+ )+?)(?=, |; |et |puis |depuis |avant |après |(?:de |en |du |entre |dès |jusqu'|le )+D|D|$)",
    "M": MENTION.format(kinds="M"),
    "SRP": f"(?P<s>{MENTION.format(kinds='PR')})",
    "SPR": f"(?P<s>{MENTION.format(kinds='PR')})",
    "OR": f"(?P<o>{MENTION.format(kinds='R')})",
    "OPR": f"(?P<o>{MENTION.format(kinds='PR')})",
    "OP": f"(?P<o>{MENTION.format(kinds='P')})",
    "ORG": f"(?P<o>{MENTION.format(kinds='B')})",
    "MEMBERS": MENTION.format(kinds="E"),
    "ACTORS": ACTORS,
    "DATE": MENTION.format(kinds="D"),
    "PERSON": MENTION.format(kinds="HC"),
    "OFFICE": MENTION.format(kinds="R"),
    "POST": MENTION.format(kinds="P"),
}
GAPS = {
    ".": r"(?:(?!parmi |candidat|liste )[^ ,;:.A-Z]+ ){0,3}?",
    "..": r"(?:(?!parmi |candidat|liste )[^ ,;:.]+ ){0,8}?",
    "...": r"(?:[^ ;:.]+ ){0,20}?",
}


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule: a relation, the pattern that states it, what it may stand beside, and its examples."""

    id: str
    relation: str
    pattern: str
    value: str = ""
    swap: bool = False
    about: str = ""
    other: bool = False
    negation: bool = False
    modality: bool = False
    condition: bool = False
    weak: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()
    regex: re.Pattern[str] = field(default=re.compile(""), compare=False)
    triggers: frozenset[str] = frozenset()
    order: int = 0


@cache
def load_rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """Read every rule of a folder, in the order of the files; raise QuiPresideError naming a rule that is wrong."""
    macros = tomllib.loads((folder / "macros.toml").read_text(encoding="utf-8"))
    rules: list[Rule] = []
    for file in sorted(folder.glob("[0-9]*.toml")):
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["rule"]:
            rules.append(compile_rule({**row, "order": len(rules)}, macros))
    doubles = {rule.id for rule in rules if sum(other.id == rule.id for other in rules) > 1}
    if doubles:
        raise QuiPresideError(f"{folder}: two rules are called {', '.join(sorted(doubles))}; a rule's id is its own.")
    return tuple(rules)


def compile_rule(row: dict[str, object], macros: dict[str, str]) -> Rule:
    """Compile one row of a rules file."""
    row = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        rule = Rule(**row)  # type: ignore[arg-type]
        elements = expand(rule.pattern, macros)
        regex = re.compile("(?:^|(?<= ))" + "".join(element(e) for e in elements))
    except (TypeError, KeyError, re.error) as error:
        raise QuiPresideError(f"The rule {row.get('id')!r} cannot be read: {error}.") from error
    return Rule(**{**row, "regex": regex, "triggers": triggers(elements)})  # type: ignore[arg-type]


def expand(pattern: str, macros: dict[str, str], depth: int = 0) -> list[str]:
    """Cut a pattern into elements, its macros (names in capitals) replaced."""
    elements: list[str] = []
    for e in re.findall(r"\{[^}]*\}[?*]?|\S+", pattern):
        name, suffix = (e[1 : e.index("}")], e[e.index("}") + 1 :]) if e.startswith("{") else ("", "")
        if name in macros and depth < 5:
            inner = expand(macros[name], macros, depth + 1)
            elements += inner if len(inner) == 1 and not suffix else ["(", *inner, f"){suffix}"]
        else:
            elements.append(e)
    return elements


def element(e: str) -> str:
    """The regular expression of one element; every token of a clause ends with a space."""
    if e in {"(", ")", ")?", ")*", "|", "^", "$", "(?!", "(?="}:
        return "(?:" if e == "(" else e
    if e == "<":
        return "(?P<e>"
    if e == ">":
        return ")"
    if e in GAPS:
        return GAPS[e]
    if e.startswith("{"):
        name, suffix = e[1 : e.index("}")], e[e.index("}") + 1 :]
        return (
            f"(?:{CAPTURES[name] if name in CAPTURES else forms(name)}){suffix}"
            if suffix
            else CAPTURES.get(name) or f"(?:{forms(name)})"
        )
    suffix = e[-1] if e[-1] in "?*" and len(e) > 1 else ""
    alternatives = "|".join(f"{re.escape(word)} " for word in e.removesuffix(suffix).split("|"))
    return f"(?:{alternatives}){suffix}"


def forms(name: str) -> str:
    """The forms of verbs named "nommer|élire.pp" as alternatives."""
    return "|".join(f"{re.escape(form)} " for form in form_list(name))


def form_list(name: str) -> list[str]:
    """The forms that a verb element stands for."""
    infinitives, _, tense = name.partition(".")
    return [
        form
        for infinitive in infinitives.split("|")
        for kind in TENSES[tense]
        for form in verbs()[infinitive].forms[kind]
    ]


def triggers(elements: list[str]) -> frozenset[str]:
    """The words one of which must stand in a clause for the pattern to match; empty when no word is sure to."""
    position = 0
    while position < len(elements):
        e = elements[position]
        if e in OPENINGS:
            end = closing(elements, position)
            if e == "(" and elements[end] == ")":
                inside = [triggers(alternative) for alternative in alternatives(elements[position + 1 : end])]
                if all(inside):
                    return frozenset().union(*inside)
            position = end
        elif e[-1] not in "?*" and e not in {"<", ">", "^", "$", *GAPS}:
            found = (
                frozenset(form_list(e[1:-1]))
                if e.startswith("{") and e[1:-1] not in CAPTURES
                else frozenset(e.split("|"))
            )
            if (not e.startswith("{") or e[1:-1] not in CAPTURES) and not found & SMALL:
                return found
        position += 1
    return frozenset()


def closing(elements: list[str], position: int) -> int:
    """Where the group that opens at `position` closes."""
    depth = 0
    for i in range(position, len(elements)):
        depth += (elements[i] in OPENINGS) - elements[i].startswith(")")
        if depth == 0:
            return i
    raise KeyError("a group that is not closed")


def alternatives(elements: list[str]) -> list[list[str]]:
    """The alternatives of a group."""
    found: list[list[str]] = [[]]
    depth = 0
    for e in elements:
        depth += (e in OPENINGS) - e.startswith(")")
        if e == "|" and depth == 0:
            found.append([])
        else:
            found[-1].append(e)
    return found


OPENINGS = frozenset({"(", "(?!", "(?="})
SMALL = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "le",
        "la",
        "l'",
        "les",
        "à",
        "au",
        "aux",
        ",",
        "et",
        "en",
        "par",
        "pour",
        "est",
        "sont",
        "son",
        "sa",
    }
)
