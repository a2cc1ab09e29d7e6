"""Withdrawn identifiers: the lines of the release's ledger that say which IRI is gone, and what replaces it."""

import csv
from collections.abc import Mapping

from server.dataset import Release
from server.problems import HttpError

LEDGER = "identifiers.tsv"


def read_tombstones(release: Release) -> dict[str, str]:
    """The withdrawn IRIs and their replacements (empty where there is none); none when the release has no ledger."""
    if release.file(LEDGER) is None:
        return {}
    with (release.folder / LEDGER).open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            absolute(row["iri"], release): absolute(row["replaced_by"], release)
            for row in rows
            if row["status"] == "withdrawn"
        }


def absolute(iri: str, release: Release) -> str:
    """An IRI of the ledger, which writes them relative to the base."""
    return release.base_iri + iri if iri and ":" not in iri else iri


def missing(iri: str, tombstones: Mapping[str, str]) -> HttpError:
    """The 410 of a withdrawn IRI, or the 404 of an unknown one."""
    if iri not in tombstones:
        return HttpError(404, f"Nothing is known of {iri}; `/sparql` and `/dumps/latest/` hold all that is.")
    replacement = tombstones[iri]
    if not replacement:
        return HttpError(410, f"{iri} was withdrawn, and nothing replaces it.")
    return HttpError(
        410, f"{iri} was withdrawn; {replacement} replaces it.", {"Link": f'<{replacement}>; rel="successor-version"'}
    )
