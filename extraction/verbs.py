"""Inflected forms of the verbs of the genre, generated from their conjugation."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

VERBS = Path(__file__).parent / "lexicon" / "verbs.toml"
PRESENT, PAST, FUTURE, PARTICIPLE, GERUND, INFINITIVE = (
    "present",
    "past",
    "future",
    "participle",
    "gerund",
    "infinitive",
)
FINITE = (PRESENT, PAST, FUTURE)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb and its forms by tense; the first present form is the singular, the first participle the masculine."""

    infinitive: str
    forms: dict[str, tuple[str, ...]]


def agree(participle: str) -> tuple[str, ...]:
    """The four agreements of a participle."""
    masculine = participle.replace("û", "u") if participle == "dû" else participle
    plural = masculine if masculine.endswith("s") else f"{masculine}s"
    return participle, f"{masculine}e", plural, f"{masculine}es"


def build(infinitive: str, parts: tuple[str, ...]) -> Verb:
    """Put the forms of a verb together from its eight principal parts."""
    singular, plural, imperfect, future, participle, gerund, *simple = parts
    return Verb(
        infinitive,
        {
            PRESENT: (singular, plural),
            PAST: (f"{imperfect}ait", f"{imperfect}aient", *simple),
            FUTURE: (*(f"{future}{ending}" for ending in ("a", "ont", "ait", "aient")),),
            PARTICIPLE: agree(participle),
            GERUND: (gerund,),
            INFINITIVE: (infinitive,),
        },
    )


def first_group(infinitive: str) -> tuple[str, ...]:
    """The principal parts of a verb in -er, with its changes of spelling (dirigeait, exerçait, gère, appuie)."""
    stem = infinitive[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    strong = strong_stem(stem)
    future = f"{strong}er" if strong[-2:] in {"ui", "ll"} or stem[-2:-1] == "e" else f"{stem}er"
    return (f"{strong}e", f"{strong}ent", soft, future, f"{stem}é", f"{soft}ant", f"{soft}a", f"{stem}èrent")


def strong_stem(stem: str) -> str:
    """The stem before a silent ending."""
    if stem.endswith("uy"):
        return stem[:-1] + "i"
    if stem.endswith(("appel", "ouvel")):
        return stem + "l"
    for length in (1, 2):
        if stem[-length - 1 : -length] in {"e", "é"} and all(letter not in "aeiouyéè" for letter in stem[-length:]):
            single = length == 1 or stem[-2:] in {"ch", "gn", "gu", "br", "cr", "dr", "gr", "tr", "vr", "gl"}
            return stem[: -length - 1] + "è" + stem[-length:] if single else stem
    return stem


def second_group(infinitive: str) -> tuple[str, ...]:
    """The principal parts of a verb in -ir that takes -iss-."""
    stem = infinitive[:-1]
    return (f"{stem}t", f"{stem}ssent", f"{stem}ss", infinitive, stem, f"{stem}ssant", f"{stem}t", f"{stem}rent")


@cache
def verbs() -> dict[str, Verb]:
    """Every verb of the lexicon by its infinitive."""
    table = tomllib.loads(VERBS.read_text(encoding="utf-8"))
    parts = {name: first_group(name) for name in table["first"]}
    parts |= {name: second_group(name) for name in table["second"]}
    parts |= {name: tuple(form for form in forms) for name, forms in table["irregular"].items()}
    return {name: build(name, forms) for name, forms in parts.items()}


@cache
def by_form(*tenses: str) -> dict[str, Verb]:
    """The verb of each form in the given tenses."""
    return {form: verb for verb in verbs().values() for tense in tenses for form in verb.forms[tense]}
