"""Bytes to text, and text to its folded view: one apostrophe, one space, composed letters, and the way back."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from extraction.model import Span
from quipreside.errors import QuiPresideError

MAX_BYTES = 16 * 1024 * 1024
FOLDS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded edition: `raw` as published, which offsets refer to, `folded` as read, `offsets` between the two."""

    raw: str
    folded: str
    offsets: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """Translate a stretch of the folded view (not empty) to the offsets of the raw text."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end])

    def folded_span(self, span: Span) -> tuple[int, int]:
        """Translate a span of the raw text to the folded view."""
        if self.offsets is None:
            return span.start, span.end
        return bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)

    def quote(self, span: Span) -> str:
        """The words at a span, exactly as published."""
        return self.raw[span.start : span.end]


def decode(data: bytes, name: str = "the page") -> Text:
    """Decode UTF-8 (a BOM dropped, CRLF and CR read as LF) and fold; raise QuiPresideError for anything but prose."""
    if len(data) > MAX_BYTES:
        raise QuiPresideError(f"{name} holds {len(data)} bytes; a page may hold at most {MAX_BYTES}.")
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuiPresideError(f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8 text.") from None
    if "\0" in raw:
        raise QuiPresideError(f"{name} holds a null character, so it is not text; a page is plain UTF-8 text.")
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if not any(character.isalpha() for character in raw):
        raise QuiPresideError(f"{name} holds no word; a page needs at least one sentence.")
    return fold(raw)


def fold(raw: str) -> Text:
    """Build the folded view; decomposed letters are composed, and the offset map then says where each came from."""
    if unicodedata.is_normalized("NFC", raw):
        return Text(raw, raw.translate(FOLDS), None)
    folded: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(raw) + 1):
        if end < len(raw) and unicodedata.combining(raw[end]):
            continue
        composed = unicodedata.normalize("NFC", raw[start:end])
        folded.append(composed)
        offsets.extend([start] * len(composed))
        start = end
    return Text(raw, "".join(folded).translate(FOLDS), (*offsets, len(raw)))
