"""Dates, durations and numbers of official French prose: a small grammar of our own, deterministic."""

from collections.abc import Sequence
from functools import lru_cache

from extraction.tokens import Token

MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        1,
    )
}
UNITS = {
    name: number
    for number, name in enumerate(
        [
            "zéro",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
        ]
    )
} | {"une": 1}
TENS = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
SCALES = {"cent": 100, "cents": 100, "mille": 1000}
TERM_ADJECTIVES = {
    "biennal": 2, "triennal": 3, "quadriennal": 4, "quinquennal": 5, "sexennal": 6, "septennal": 7,
    "novennal": 9, "décennal": 10,
}  # fmt: skip


@lru_cache(8192)
def number_word(word: str) -> int | None:
    """Read a number in words, hyphenated or single ("cinquante-cinq"); None for anything else."""
    total = current = 0
    parts = [part for part in word.split("-") if part != "et"]
    for part in parts:
        if part in UNITS:
            current += UNITS[part]
        elif part in TENS:
            current = current * 20 if part.startswith("vingt") and current == 4 else current + TENS[part]
        elif part in SCALES:
            current = max(current, 1) * SCALES[part]
            if part == "mille":
                total, current = total + current, 0
        else:
            return None
    return total + current if parts else None


def number(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Read a number at `i`: its value and where it ends; "trois (3)" is one number."""
    end, value = i, 0
    digits = tokens[i].text.replace(" ", "").replace(".", "")
    if digits.isdecimal():
        end, value = i + 1, int(digits)
    else:
        words: list[str] = []
        while end < len(tokens) and (number_word(tokens[end].low) is not None or (words and tokens[end].low == "et")):
            words.append(tokens[end].low)
            end += 1
        if words and words[-1] == "et":
            words.pop()
            end -= 1
        read = number_word("-".join(words)) if words else None
        if read is None:
            return None
        value = read
    if (
        end + 2 < len(tokens)
        and tokens[end].text == "("
        and tokens[end + 2].text == ")"
        and tokens[end + 1].text.isdecimal()
    ):
        end += 3
    return value, end


def duration(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Read a duration at `i` as an ISO 8601 one: "quatre ans", "18 mois", "quinquennal"."""
    adjective = tokens[i].low.removesuffix("e").removesuffix("l") + "l"
    if adjective in TERM_ADJECTIVES and i and tokens[i - 1].low in {"mandat", "période", "durée"}:
        return f"P{TERM_ADJECTIVES[adjective]}Y", i + 1
    read = number(tokens, i)
    if read is None or read[1] >= len(tokens) or read[0] == 0:
        return None
    unit = tokens[read[1]].low
    if unit in {"an", "ans", "année", "années"}:
        half = [token.low for token in tokens[read[1] + 1 : read[1] + 3]] in (["et", "demi"], ["et", "demie"])
        return (f"P{read[0]}Y6M", read[1] + 3) if half else (f"P{read[0]}Y", read[1] + 1)
    return (f"P{read[0] // 12}Y" if read[0] % 12 == 0 else f"P{read[0]}M", read[1] + 1) if unit == "mois" else None


def year(text: str) -> bool:
    """Say whether a token can be a year."""
    return len(text) == 4 and text.isdecimal() and 1800 <= int(text) <= 2199


def date(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Read a date at `i` as far as it is said: 2024-10-01, 2018-10 or 2024; a day without a year is none."""
    low = tokens[i].low
    if low.count("-") == 2 and len(low) == 10 and low.replace("-", "").isdecimal():
        return low, i + 1
    if low.count("/") == 2 and low.replace("/", "").isdecimal():
        day, month, full = low.split("/")
        return (f"{full}-{int(month):02}-{int(day):02}", i + 1) if year(full) and int(month) <= 12 else None
    if low in MONTHS and i + 1 < len(tokens) and year(tokens[i + 1].text):
        return f"{tokens[i + 1].text}-{MONTHS[low]:02}", i + 2
    day = low.removesuffix("er")
    if (
        day.isdecimal()
        and len(day) <= 2
        and i + 2 < len(tokens)
        and tokens[i + 1].low in MONTHS
        and year(tokens[i + 2].text)
    ):
        return f"{tokens[i + 2].text}-{MONTHS[tokens[i + 1].low]:02}-{int(day):02}", i + 3
    before = tokens[i - 1].low if i else ""
    if year(low) and before in {"en", "depuis", "de", "à", "début", "fin", "dès", "(", "jusqu'en", "entre"}:
        return low, i + 1
    return None
