"""The language of a page: asked for by `?lang=`, else by Accept-Language, else French, which the sources are in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from server.negotiation import weights

LANGUAGES: dict[str, str] = {"fr": "Français", "en": "English"}
MONTHS: dict[str, tuple[str, ...]] = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
BIG = {"fr": "\u202f", "en": ","}
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?")
POINT = {"fr": ",", "en": "."}


@dataclass(frozen=True)
class Reader:
    """Who reads: the language, and whether `?lang=` asked for it, so that links keep it."""

    language: str = "fr"
    chosen: bool = False

    def say(self, fr: str, en: str) -> str:
        """The words in the reader's language."""
        return fr if self.language == "fr" else en

    def pick(self, words: Mapping[str, str]) -> str:
        """The words in the reader's language, else in any other."""
        return words.get(self.language) or next(iter(words.values()), "")

    def quote(self, words: str) -> str:
        """Words between the quotation marks of the reader's language."""
        return self.say(f"«\u00a0{words}\u00a0»", f"“{words}”")

    def number(self, value: int) -> str:
        """A whole number with its thousands apart."""
        return f"{value:,}".replace(",", BIG[self.language])

    def size(self, count: int) -> str:
        """A number of bytes in a unit that reads well."""
        if count < 1000:
            return f"{count} {self.say('octets', 'bytes')}"
        value, unit = (count / 1000, self.say("ko", "kB")) if count < 1_000_000 else (count / 1e6, self.say("Mo", "MB"))
        return f"{value:.1f} {unit}".replace(".", POINT[self.language])

    def duration(self, value: str) -> str:
        """A length of years and months as people write it; another as it is."""
        found = DURATION.fullmatch(value)
        if not found:
            return value
        units = ((found[1], "an", "year"), (found[2], "mois", "month"))
        return " ".join(self.counted(int(number), fr, en) for number, fr, en in units if number)

    def counted(self, number: int, fr: str, en: str) -> str:
        """A number with its noun, in the plural where one is due."""
        many = number > 1 if self.language == "fr" else number != 1
        noun = self.say(fr, en)
        return f"{number} {noun}{'s' if many and not noun.endswith('s') else ''}"

    def day(self, value: str) -> str:
        """A date of a text as people write it: a day, a month or a year, whatever is given; other words as they are."""
        parts = value.split("-")
        if not all(part.isdigit() for part in parts) or len(parts) > 3:
            return value
        if len(parts) == 3:
            day = date(*map(int, parts)).day
            number = self.say("1er", "1") if day == 1 else str(day)
            return f"{number} {MONTHS[self.language][int(parts[1]) - 1]} {parts[0]}"
        return f"{MONTHS[self.language][int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else value


def read_language(asked: str | None, accept_language: str | None) -> Reader:
    """The reader that a request's `lang` and Accept-Language describe; an unknown `lang` is passed over."""
    if asked in LANGUAGES:
        return Reader(asked, True)
    liked = sorted(weights(accept_language or ""), key=lambda pair: -pair[1])
    known = (tag.partition("-")[0] for tag, weight in liked if weight > 0)
    return Reader(next((tag for tag in known if tag in LANGUAGES), "fr"))
