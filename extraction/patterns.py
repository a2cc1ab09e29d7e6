"""The pattern language: elements that match one token each, compiled to a regular expression over a linear clause."""

import re

from extraction.lexicon import words
from extraction.verbs import FINITE, GERUND, INFINITIVE, PARTICIPLE, PRESENT, verbs

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
INTRODUCING = "|".join(sorted(words("introducing")))
INTRODUCTION = (
    rf"(?:(?:(?!non |pas |ni |sauf )[^ ,;:.]+ ){{0,4}}?(?:{GENERIC}) (?:[^ ,;:.]+ ){{0,10}}?(?:, )?(?:{INTRODUCING}))"
)
LINK = (
    r"(?:, )?(?:et |ou |puis |ainsi que |ainsi qu' |de même que |mais |comme |, )+"
    r"(?:de |d' |du |des |à |au |aux |devant |sur |par |auprès du |auprès de |auprès des )?"
)
DATED = r"(?:de |en |du |entre |dès |jusqu'|le )+D|D"
STOPS = "depuis |avant |après |puis "
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
    "X": rf"(?P<o>(?:(?!{STOPS}|{DATED}|, |; |: )[^ ]+ )+?)(?=, |; |et |{STOPS}|{DATED}|$)",
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
    "TERM": MENTION.format(kinds="T"),
    "PERSON": MENTION.format(kinds="HC"),
    "OFFICE": MENTION.format(kinds="R"),
    "POST": MENTION.format(kinds="P"),
}
GAPS = {
    ".": r"(?:(?!parmi |candidat|liste )[^ ,;:.A-Z]+ ){0,3}?",
    "..": r"(?:(?!parmi |candidat|liste )[^ ,;:.]+ ){0,8}?",
    "...": r"(?:[^ ;:.]+ ){0,20}?",
}


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
