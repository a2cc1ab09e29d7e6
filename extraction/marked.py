"""A page as published, in HTML, with every piece of evidence and every review item marked."""

from html import escape
from itertools import pairwise

from extraction.flat import label
from extraction.reader import Extraction

STYLE = "body{max-width:45rem;margin:2rem auto;font:1rem/1.6 serif;white-space:pre-wrap}mark.review{background:#fdd}"


def marked(extraction: Extraction, title: str) -> str:
    """A whole HTML page: `<mark>` around each span of evidence or review, its facts as the title of the mark.

    Spans that overlap are cut at each other's borders, so that the marks nest in nothing and nothing is lost.
    """
    notes: list[tuple[int, int, str, str]] = [
        (
            fact.evidence.start,
            fact.evidence.end,
            "fact",
            f"{fact.relation}: {label(fact.subject)} → {label(fact.object)}",
        )
        for fact in extraction.facts
    ]
    notes += [(item.evidence.start, item.evidence.end, "review", item.reason) for item in extraction.reviews]
    raw = extraction.text.raw
    borders = sorted({0, len(raw), *(place for start, end, *_ in notes for place in (start, end))})
    pieces = [piece(raw[start:end], [note for note in notes if note[0] <= start and end <= note[1]])
              for start, end in pairwise(borders)]  # fmt: skip
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="fr"><head>{head}</head><body>{"".join(pieces)}</body></html>\n'


def piece(words: str, notes: list[tuple[int, int, str, str]]) -> str:
    """One stretch of text between two borders, marked where a note covers it."""
    if not notes:
        return escape(words)
    kind = "fact" if any(note[2] == "fact" for note in notes) else "review"
    return f'<mark class="{kind}" title="{escape("; ".join(note[3] for note in notes))}">{escape(words)}</mark>'
