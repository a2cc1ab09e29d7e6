"""What a release carries beside its graphs: the texts as received, the shapes, the example queries, the ledger."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extraction.harvest import Harvest
from extraction.sources import Edition
from quipreside.namespaces import DEFAULT_BASE_IRI, Iris

TURTLE = "text/turtle"


@dataclass(frozen=True)
class Attachment:
    """One file of the release that is no dump: its name, type, bytes, and what is in it, in French and English."""

    name: str
    media_type: str
    content: bytes
    fr: str
    en: str


def texts(editions: Iterable[Edition]) -> Iterator[Attachment]:
    """The text of each edition, byte for byte, as `text-<source>-<number>.txt`."""
    for one in editions:
        yield Attachment(
            f"text-{one.source}-{one.number}.txt",
            "text/plain; charset=utf-8",
            one.content,
            f"Le texte reçu de l’édition {one.number} de {one.source} ; {one.rights_fr}",
            f"The text of edition {one.number} of {one.source} as received. {one.rights_en}",
        )


def reviews(harvests: Iterable[Harvest]) -> Attachment:
    """The words that wait for a curator, as JSON: edition (its IRI's last two segments), offsets, words and reason."""
    rows = [
        {
            "edition": f"{one.edition.source}/{one.edition.number}",
            "start": item.evidence.start,
            "end": item.evidence.end,
            "words": one.extraction.text.raw[item.evidence.start : item.evidence.end],
            "reason": item.reason,
        }
        for one in harvests
        for item in one.reviews
    ]
    return Attachment(
        "reviews.json",
        "application/json",
        (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode(),
        "Les mots qui attendent une relecture, et pourquoi.",
        "The words that wait for review, and why.",
    )


def shapes(folder: Path, iris: Iris) -> Attachment:
    """The SHACL shapes in one file: Turtle files set end to end are Turtle."""
    content = "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.ttl")))
    return Attachment("shapes.ttl", TURTLE, rebased(content, iris), "Les formes SHACL.", "The SHACL shapes.")


def identifiers(ledger: str) -> Attachment:
    """The ledger of identifiers, withdrawn ones included."""
    return Attachment(
        "identifiers.tsv",
        "text/tab-separated-values; charset=utf-8",
        ledger.encode(),
        "Le registre de tous les identifiants publiés, retirés compris.",
        "The ledger of every identifier published, withdrawn ones included.",
    )


def rebased(text: str, iris: Iris) -> bytes:
    """A text in UTF-8, its IRIs moved from the default base to the one in force."""
    return text.replace(DEFAULT_BASE_IRI, iris.base).encode()
