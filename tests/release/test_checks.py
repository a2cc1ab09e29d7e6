"""The checks: none finds anything in a true dataset, and each finds what its fixture falsifies, and it alone."""

import re
from collections.abc import Callable
from pathlib import Path

import page
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse

from quipreside.errors import QuiPresideError
from quipreside.paths import ONTOLOGY, QUERIES, ROOT
from release.checks import load, run_checks, violations
from release.dataset import Dataset
from release.terms import rebased
from release.workbench import workbench

CHECKS = sorted((QUERIES / "checks").glob("*-violation.rq"))
FIXTURES = ROOT / "tests" / "checks"
PREFIXES = {**page.IRIS.prefixes(), "page": f"{page.EDITION}/", "check": f"{page.IRIS.base}checks#"}
HEADER = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
TERM = re.compile(r"(?<![\w:/]):(\w+)")


@pytest.fixture(scope="module")
def store(dataset: Dataset) -> Callable[[], Store]:
    """A maker of stores that hold the dataset and the workbench."""
    served = dataset.served()
    texts = {page.EDITION: page.TEXT}
    quads = [*served, *workbench({quad.triple for quad in served}, texts, page.IRIS)]
    return lambda: load(quads)


def tripped(store: Store) -> list[str]:
    return [check.stem for check in CHECKS if violations(store, check, page.IRIS.base)]


def test_run_checks_true_dataset_passes_all(store: Callable[[], Store]) -> None:
    assert run_checks(store(), QUERIES / "checks", page.IRIS.base) == len(CHECKS) == 38


def test_checks_each_has_a_fixture() -> None:
    assert [check.stem for check in CHECKS] == sorted(fixture.stem for fixture in FIXTURES.glob("*.ru"))


@pytest.mark.parametrize("name", [check.stem for check in CHECKS])
def test_check_falsified_dataset_trips_it_and_no_other(name: str, store: Callable[[], Store]) -> None:
    falsified = store()
    falsified.update(HEADER + (FIXTURES / f"{name}.ru").read_text(encoding="utf-8"))
    assert tripped(falsified) == [name]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_check_names_only_declared_terms_and_says_what_it_asks(check: Path) -> None:
    text = check.read_text(encoding="utf-8")
    declared = {
        quad.subject.value.rpartition("#")[2]
        for file in ONTOLOGY.glob("*.ttl")
        for quad in parse(path=str(file), format=RdfFormat.TURTLE)
        if isinstance(quad.subject, NamedNode)
    }
    assert set(TERM.findall(text.partition("SELECT")[2])) <= declared
    assert [line[:6] for line in text.splitlines()[:3]] == ["# fr: ", "# en: ", "# colu"]


def test_run_checks_violation_names_the_check_and_its_first_rows(store: Callable[[], Store]) -> None:
    falsified = store()
    falsified.update(HEADER + (FIXTURES / "post-held-twice-violation.ru").read_text(encoding="utf-8"))
    with pytest.raises(QuiPresideError, match=r"post-held-twice-violation: 1 row\(s\), the first: .*id/ada-ler"):
        run_checks(falsified, QUERIES / "checks", page.IRIS.base)


def test_run_checks_other_base_finds_the_same(store: Callable[[], Store]) -> None:
    base = "https://example.org/"
    moved = load(rebased(store(), page.IRIS.base, base))
    assert run_checks(moved, QUERIES / "checks", base) == len(CHECKS)
    moved.update(
        f"INSERT DATA {{ GRAPH <{base}source/{page.SOURCE}/1/s01> {{ <{base}id/ligue> a <{base}id/ligue> }} }}"
    )
    assert violations(moved, QUERIES / "checks" / "fact-without-evidence-violation.rq", base)


@pytest.mark.parametrize(
    ("text", "sentence"), [("SELECT WHERE", "not SPARQL"), ("ASK {}", "a check is a SELECT query")]
)
def test_run_checks_malformed_check_names_its_file(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "odd-violation.rq").write_text(text, encoding="utf-8")
    with pytest.raises(QuiPresideError, match=f"odd-violation.rq: .*{sentence}"):
        run_checks(load([]), tmp_path, page.IRIS.base)


@pytest.mark.parametrize(("written", "rewritten"), [("01", True), ("1", False), ("-0", True), ("+1", True)])
def test_workbench_keeps_what_the_store_would_rewrite(written: str, rewritten: bool) -> None:
    number = Literal(written, datatype=NamedNode(page.IRIS.prefixes()["xsd"] + "integer"))
    triple = Triple(NamedNode("x:s"), NamedNode("x:p"), number)
    found = violations(
        load(workbench([triple], {}, page.IRIS)), QUERIES / "checks" / "literal-rewritten-violation.rq", page.IRIS.base
    )
    assert bool(found) is rewritten
