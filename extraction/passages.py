"""The passages of a text, in its order: headings, sentences, and list items under the sentence that introduces them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extraction.folding import Text
from extraction.model import Passage, Span

BULLET = re.compile(r"(?:[-–—•·▪◦*○●■✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)°])\s+(?=\S)")
SENTENCE_END = re.compile(r"[.!?…]+[»\")]*(?=\s+[«\"(]?\s?[A-ZÀ-ÖØ-Þ0-9])")
ABBREVIATION = re.compile(r"(?:^|[\s(«])(?:MM?|Mgr|S\.\s?E|Dr|Pr|art|cf|etc|p|al|n°|St|Ste|[A-ZÉ])\.$")
KEY_VALUE = re.compile(r"[A-ZÀ-Þ][^.:;?!]{2,60}? ?: \S")
HEADING_MARK = re.compile(r"#{1,6} +")
BLANKS = re.compile(r"\s*")
ENDINGS = ".;:!?…»)"


@dataclass
class _Counter:
    """Numbers the passages of each kind; items follow the letter of their stem."""

    sentences: int = 0
    headings: int = 0
    items: int = 0
    found: list[Passage] = field(default_factory=list)

    def sentence(self, span: Span) -> None:
        self.sentences, self.items = self.sentences + 1, 0
        self.found.append(Passage(f"s{self.sentences:02}", "sentence", span))

    def heading(self, span: Span) -> None:
        self.headings += 1
        self.found.append(Passage(f"h{self.headings:02}", "heading", span))

    def item(self, span: Span) -> None:
        stem = f"s{self.sentences:02}"
        self.found.append(Passage(f"{stem}{letters(self.items)}", "item", span, stem))
        self.items += 1


def letters(index: int) -> str:
    """Spell a position as a, b, … z, aa, ab, …"""
    return (letters(index // 26 - 1) if index >= 26 else "") + chr(97 + index % 26)


def passages(text: Text) -> tuple[Passage, ...]:
    """Cut by line before sentences: a line without final sign is a heading, one under an open stem an item."""
    counter = _Counter()
    stem_open = continues = False
    for start, end in lines(text.folded):
        line = text.folded[start:end]
        bullet = BULLET.match(line)
        if stem_open and (bullet or continues or line[0].islower() or line.endswith(";")):
            counter.item(text.span(start + (bullet.end() if bullet else 0), end))
            continues = line.endswith((";", ","))
            stem_open = continues or bool(bullet) or not line.endswith(".")
            continue
        stem_open, continues = line.endswith(":"), False
        begin = start + (bullet.end() if bullet and not bullet[0][0].isdigit() else 0)
        if is_heading(line):
            counter.heading(text.span(begin, end))
        else:
            for s, e in sentences(text.folded, begin, end):
                counter.sentence(text.span(s, e))
    return tuple(counter.found)


def is_heading(line: str) -> bool:
    """Say whether a line ends without a sign and is no "key : value"."""
    return bool(HEADING_MARK.match(line)) or (line[-1] not in ENDINGS and not KEY_VALUE.match(line))


def lines(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches of the lines that are not blank, trimmed."""
    position = 0
    for line in folded.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            yield start, start + len(stripped)
        position += len(line) + 1


def sentences(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the sentences of a line; the full stop of an abbreviation or initial ends none."""
    begin = start
    for match in SENTENCE_END.finditer(folded, start, end):
        if ABBREVIATION.search(folded[max(begin, match.end() - 8) : match.end()]):
            continue
        yield begin, match.end()
        begin = BLANKS.match(folded, match.end(), end).end()  # type: ignore[union-attr]
    if begin < end:
        yield begin, end
