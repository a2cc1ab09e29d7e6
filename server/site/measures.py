"""The figures of the release's quality report, from its `quality.ttl` (DQV), and its words under review."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from quipreside.namespaces import EXTERNAL_PREFIXES
from server.site.text import Review

DQV = "http://www.w3.org/ns/dqv#"
DEFINITION = EXTERNAL_PREFIXES["skos"] + "definition"
WHOLE = EXTERNAL_PREFIXES["schema"] + "maxValue"


@dataclass(frozen=True)
class Measure:
    """One figure: its names, its value, the whole that it is part of, and what it was measured on (an IRI)."""

    names: Mapping[str, str]
    value: int
    whole: int | None
    about: str


def read_measures(folder: Path) -> tuple[Measure, ...]:
    """The figures of a release; none where it carries no report."""
    file = folder / "quality.ttl"
    if not file.exists():
        return ()
    said: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            language = (quad.object.language or "") if isinstance(quad.object, Literal) else ""
            said[quad.subject.value].setdefault(quad.predicate.value, {})[language] = quad.object.value
    return tuple(measure(about, said) for _, about in sorted(said.items()) if f"{DQV}isMeasurementOf" in about)


def measure(about: Mapping[str, Mapping[str, str]], said: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Measure:
    """One figure from its properties."""
    metric = about[f"{DQV}isMeasurementOf"][""]
    whole = about.get(WHOLE, {}).get("")
    return Measure(
        said[metric][DEFINITION],
        int(about[f"{DQV}value"][""]),
        int(whole) if whole else None,
        about[f"{DQV}computedOn"][""],
    )


def read_reviews(folder: Path, edition: str) -> tuple[Review, ...]:
    """The words of an edition (the last two segments of its IRI) that wait for a curator."""
    file = folder / "reviews.json"
    rows = json.loads(file.read_bytes()) if file.exists() else []
    return tuple(Review(row["start"], row["end"], row["reason"]) for row in rows if row["edition"] == edition)
