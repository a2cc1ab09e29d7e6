"""Changes of the first page (`mutations.tsv`), each with exactly the facts it adds and removes."""

import csv
from functools import cache

import pytest

from extraction.register import Register, load_register
from quipreside.paths import ROOT
from tests.extraction.reading import HERE, Triple, folded, read

REGISTER = ROOT.parent / "shared" / "corpus" / "register.ttl"
PAGE = HERE.parents[1] / "data/sources/secretaire-general-otan/1.txt"
with (HERE / "mutations.tsv").open(encoding="utf-8") as table:
    MUTATIONS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def known() -> Register:
    if not REGISTER.exists():
        pytest.skip("the shared register is not here, so the page's office is not known")
    return load_register(REGISTER)


@cache
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@cache
def original() -> set[Triple]:
    return folded(read(page(), known()))


def facts(cell: str) -> set[Triple]:
    """Read "relation : subject : object + …"."""
    found = set()
    for fact in cell.split(" + ") if cell else ():
        relation, subject, value = fact.split(" : ")
        found.add((relation, subject, value))
    return found


def test_mutations_number_at_least_sixty() -> None:
    assert len(MUTATIONS) >= 60


@pytest.mark.parametrize("row", MUTATIONS, ids=lambda row: row["change"][:60])
def test_mutation_changes_exactly_these_facts(row: dict[str, str]) -> None:
    assert row["words"] in page()
    now = folded(read(page().replace(row["words"], row["change"]), known()))
    assert (now - original(), original() - now) == (facts(row["added"]), facts(row["removed"]))
