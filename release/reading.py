"""Read the sources: every edition through the rules and the curator's statements."""

from pathlib import Path

from extraction.differences import differences
from extraction.folding import decode
from extraction.harvest import Harvest, harvest, read_curation
from extraction.naming import naming_of
from extraction.reader import extract
from extraction.register import load_register
from extraction.sources import Edition, alternative, read_editions
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from quipreside.paths import DATA, SOURCES
from quipreside.progress import Progress


def read_sources(
    iris: Iris, text: Path | None, source: str | None, progress: Progress, *, strict: bool
) -> list[Harvest]:
    """Read all editions, oldest first; with `text`, the latest edition of one source holds that file instead."""
    register = load_register(DATA / "register.ttl")
    editions = replaced(read_editions(SOURCES), text, source)
    harvests: list[Harvest] = []
    for edition in editions:
        name = f"{edition.source}/{edition.number}"
        extraction = extract(decode(edition.content, name), register)
        progress.done(f"{sum(p.kind != 'heading' for p in extraction.passages)} sentences read in {name}")
        curation = read_curation(DATA / "curated" / f"{edition.source}.toml", iris)
        latest = edition.number == max(one.number for one in editions if one.source == edition.source)
        naming = naming_of(register, extraction.focus.organisation, iris)
        found = harvest(edition, extraction, curation, naming, iris, strict=strict and latest)
        progress.done(summary(found))
        if harvests and harvests[-1].edition.source == edition.source:
            progress.done(changed(harvests[-1], found))
        harvests.append(found)
    return harvests


def summary(found: Harvest) -> str:
    """The counts of one edition, in a sentence."""
    by_rules = len({fact.triple for fact in found.extraction.facts})
    published = len({one.triple for one in found.statements})
    return f"{by_rules} facts found by rules, {published} statements published, {len(found.reviews)} items for review"


def changed(before: Harvest, after: Harvest) -> str:
    """What the next edition changes in the facts that rules read, one change a line, and what needs the curator."""
    changes = differences(before.extraction, after.extraction)
    lines = "".join(f"\n           {change.sentence()}" for change in changes)
    needs = f"; {len(after.reviews)} items need you: `quipreside review` lists them" if after.reviews else ""
    return f"{len(changes)} facts changed since edition {before.edition.number}{needs}{lines}"


def replaced(editions: list[Edition], text: Path | None, source: str | None) -> list[Edition]:
    """The editions with another text in place of the latest one of a source, for a build that is tried out."""
    if text is None:
        return editions
    name = source or editions[0].source
    numbers = [edition.number for edition in editions if edition.source == name]
    if not numbers:
        raise QuiPresideError(
            f"--source {name}: there is no such source; known: {', '.join(sorted({e.source for e in editions}))}."
        )
    return [alternative(one, text) if (one.source, one.number) == (name, max(numbers)) else one for one in editions]
