"""One edition, read whole: rules and curated statements together, as quads with their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from extraction.curated import Anchored, Curated, anchor, grounded, read_curated, refuse_repeats
from extraction.decisions import Decision, corrections, decide, read_decisions
from extraction.description import edition_quads
from extraction.evidence import Statement, annotation_quads, passage_quads, producer_quads, unpack
from extraction.model import ReviewItem
from extraction.naming import Naming
from extraction.population import SKOS, populate
from extraction.reader import Extraction
from extraction.sources import Edition
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris


@dataclass(frozen=True)
class Curation:
    """What a curator says of a source: statements that no rule reads, and decisions on review items."""

    statements: tuple[Curated, ...] = ()
    decisions: tuple[Decision, ...] = ()


def read_curation(file: Path, iris: Iris) -> Curation:
    """Read a source's curated file; a source without one has no curation yet."""
    return Curation(read_curated(file, iris), read_decisions(file, iris))


@dataclass(frozen=True)
class Harvest:
    """What one edition yields: its statements, and what needs the curator."""

    edition: Edition
    extraction: Extraction
    statements: tuple[Statement, ...]
    reviews: tuple[ReviewItem, ...]

    def facts(self, iris: Iris) -> set[Quad]:
        """The passages' graphs."""
        return passage_quads(self.statements, iris.edition(self.edition.source, self.edition.number))

    def evidence(self, graph: NamedNode, iris: Iris) -> set[Quad]:
        """The annotations, the producers, and the source, edition and passages themselves."""
        about = iris.edition(self.edition.source, self.edition.number)
        producers = [one.producer for one in self.statements]
        return (
            annotation_quads(self.statements, about, self.extraction.text.raw, graph, iris)
            | producer_quads(producers, graph, iris)
            | edition_quads(self.edition, self.extraction.passages, graph, iris)
        )


def harvest(
    edition: Edition, reading: Extraction, curation: Curation, naming: Naming, iris: Iris, *, strict: bool
) -> Harvest:
    """State what the rules and the curator say of one edition.

    With `strict`, a curated statement that cannot be anchored or grounded raises QuiPresideError naming its quote;
    without, it becomes a review item.
    """
    decided = decide(curation.decisions, reading)
    extraction, curated = decided.extraction, (*curation.statements, *corrections(curation.decisions))
    population = populate(extraction, naming, decided.accepted)
    held = grounded(anchor(curated, extraction), population.statements, naming.described, iris)
    if strict:
        refuse_unanchored(held, curated)
    refuse_repeats(held.statements, population.statements)
    statements = one_name_each((*population.statements, *held.statements))
    open_items = (item for item in extraction.reviews if not settled(item, held.statements))
    reviews = (*open_items, *population.reviews, *decided.reviews, *(item for _, item in held.reviews))
    return Harvest(edition, extraction, statements, reviews)


def settled(item: ReviewItem, curated: Sequence[Statement]) -> bool:
    """Tell whether a curator has stated something on words that no rule reads; a candidate fact still needs a word."""
    return item.candidate is None and any(item.evidence.overlaps(one.evidence) for one in curated)


def refuse_unanchored(held: Anchored, curated: Sequence[Curated]) -> None:
    """Raise QuiPresideError for the first curated statement that this edition does not carry."""
    quotes = {one.id: one.quote for one in curated}
    for name, item in held.reviews:
        raise QuiPresideError(
            f"curated statement {name} (“{quotes[name]}”): {item.reason}. "
            "Correct its quote or context in data/curated/, or remove it."
        )


def one_name_each(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Keep the first name that the text gives to a thing whose slug two spellings share."""
    names: dict[NamedNode, Triple] = {}
    kept = []
    for one in statements:
        subject, predicate, _ = unpack(one.triple)
        if predicate.value != f"{SKOS}prefLabel" or names.setdefault(subject, one.triple) == one.triple:
            kept.append(one)
    return tuple(kept)
