"""The development pages: every gold fact read, nothing else, each where the gold says."""

from functools import cache
from pathlib import Path

import pytest

from extraction.flat import label
from extraction.reader import Extraction
from extraction.register import Register, load_register
from quipreside.paths import ROOT
from tests.extraction.reading import Triple, fold, folded, gold, read

OURS = Path(__file__).parents[1] / "corpus"
SHARED = ROOT.parent / "shared" / "corpus"
FOLDERS = [
    (OURS / "pages", OURS / "register.ttl"),
    (OURS / "blind", OURS / "blind" / "register.ttl"),
    (SHARED / "dev", SHARED / "register.ttl"),
]
PAGES = [(page, register) for folder, register in FOLDERS for page in sorted(folder.glob("*.txt"))]


@cache
def known(path: Path) -> Register:
    ours = load_register(OURS / "register.ttl").names
    shared = load_register(SHARED / "register.ttl").names if SHARED.exists() else {}
    return Register({**ours, **shared}) if path.parent == OURS else load_register(path)


@cache
def reading(page: Path, register: Path) -> Extraction:
    return read(page.read_text(encoding="utf-8"), known(register))


@cache
def arguable(folder: Path) -> dict[str, set[Triple]]:
    found: dict[str, set[Triple]] = {}
    for line in (folder / "arguable.tsv").read_text(encoding="utf-8").splitlines():
        page, relation, subject, value, _ = line.split("\t")
        found.setdefault(page, set()).add((relation, fold(subject), fold(value)))
    return found


@cache
def missed() -> dict[str, set[Triple]]:
    """The gold facts of our own pages that are known not to be read."""
    found: dict[str, set[Triple]] = {}
    for line in (OURS / "missed.tsv").read_text(encoding="utf-8").splitlines():
        page, relation, subject, value = line.split("\t")
        found.setdefault(page, set()).add((relation, fold(subject), fold(value)))
    return found


def test_own_pages_are_at_least_sixteen() -> None:
    assert len(list((OURS / "pages").glob("*.gold.tsv"))) >= 16


@pytest.mark.parametrize(("page", "register"), PAGES, ids=lambda value: value.stem)
def test_page_states_exactly_its_gold(page: Path, register: Path) -> None:
    expected = gold(page.with_suffix(".gold.tsv"))
    found = folded(reading(page, register)) - (arguable(page.parent).get(page.stem, set()) - expected)
    assert (found - expected, expected - found) == (set(), missed().get(page.stem, set()))


@pytest.mark.parametrize(("page", "register"), PAGES, ids=lambda value: value.stem)
def test_page_gold_quotes_stand_in_the_text(page: Path, register: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for line in page.with_suffix(".gold.tsv").read_text(encoding="utf-8").splitlines():
        assert line.split("\t")[3] in text


@pytest.mark.parametrize(("page", "register"), PAGES, ids=lambda value: value.stem)
def test_page_evidence_lies_in_its_passage(page: Path, register: Path) -> None:
    extraction = reading(page, register)
    spans = {passage.key: passage.span for passage in extraction.passages}
    for fact in extraction.facts:
        assert spans[fact.passage].covers(fact.evidence), (fact.rule, label(fact.subject))
        assert extraction.text.quote(fact.evidence).strip()
