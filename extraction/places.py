"""Where in the text the words of a match stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extraction.folding import Text
from extraction.items import Item
from extraction.model import Passage, Span

QUOTED = re.compile(r"«[^«»]{30,2000}»|“[^“”]{30,2000}”|\"[^\"\n]{30,1000}\"")


@dataclass
class Places:
    """Translates items to spans of the published text."""

    text: Text

    @cached_property
    def quoted(self) -> list[Span]:
        """The stretches between quotation marks, long enough to be somebody's words."""
        return [Span(*found.span()) for found in QUOTED.finditer(self.text.raw)]

    def evidence(self, words: Sequence[Item]) -> Span:
        """The span of the words that were really there."""
        placed = [item for item in words if not item.moved and item.end > item.start] or list(words)
        start, end = min(item.start for item in placed), max(item.end for item in placed)
        return self.text.span(start, max(end, start + 1))

    def within(self, words: Sequence[Item], passage: Passage) -> Sequence[Item]:
        """The words that stand in the passage read, not in the stem of a list."""
        start, end = self.text.folded_span(passage.span)
        return [item for item in words if start <= item.start < end] or words

    def member(self, words: Sequence[Item], item: Item, n: int) -> Span:
        """The span of one member of a list: its own name, the first with the words before it."""
        begin = words[0].start if n == 0 and not words[0].moved else item.start
        return self.text.span(min(begin, item.start), item.end)

    def inside(self, evidence: Span, passage: Passage) -> bool:
        """Say whether evidence lies in the passage read (its stem has been read before)."""
        return evidence.overlaps(passage.span)
