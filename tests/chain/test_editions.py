"""The next edition of a page: identifiers stay, the old edition steps aside."""

import subprocess
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse

from quipreside.namespaces import Iris
from quipreside.paths import ROOT
from tests.chain.conftest import PAGE, build_in, copy_checkout
from tests.conftest import quipreside, store_of

IRIS = Iris()
SOURCE = "secretaire-general-otan"
INSERTED = "Cette page a été mise à jour.\n\n"


def things(store: Store) -> set[str]:
    """The IRIs of things in the default graph."""
    terms = {
        term
        for quad in store.quads_for_pattern(None, None, None, DefaultGraph())
        for term in (quad.subject, quad.object)
    }
    return {term.value for term in terms if isinstance(term, NamedNode) and term.value.startswith(IRIS.thing(""))}


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose page got a sentence at its top, filed as the next edition and built."""
    checkout = copy_checkout(tmp_path_factory.mktemp("second"))
    text = checkout / "next.txt"
    text.write_text(INSERTED + PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    added = quipreside("add", text, "--source", SOURCE, environment={"PYTHONPATH": str(checkout)}, folder=checkout)
    assert added.code == 0, added.err
    run = build_in(checkout)
    assert run.code == 0, run.err
    return checkout


@pytest.mark.slow
def test_sentence_at_the_top_changes_no_thing(second: Path, real_store: Store) -> None:
    assert things(store_of(second / "dist" / "latest")) == things(real_store)


@pytest.mark.slow
def test_old_edition_is_kept_aside(second: Path) -> None:
    store = store_of(second / "dist" / "latest")
    old, new = IRIS.passage(SOURCE, 1, "s05"), IRIS.passage(SOURCE, 2, "s06")
    assert list(store.quads_for_pattern(None, None, None, NamedNode(old)))
    assert list(store.quads_for_pattern(None, None, None, NamedNode(new)))
    current = {
        str(quad.object)
        for quad in store.quads_for_pattern(None, NamedNode("http://www.w3.org/ns/oa#hasSource"), None, DefaultGraph())
    }
    assert f"<{new}>" in current
    assert f"<{old}>" not in current


@pytest.mark.slow
def test_ledger_only_grows(second: Path) -> None:
    before = (ROOT / "data" / "identifiers.tsv").read_text(encoding="utf-8")
    after = (second / "data" / "identifiers.tsv").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert f"source/{SOURCE}/2\t" in after


@pytest.mark.slow
def test_offsets_move_with_the_text(second: Path) -> None:
    text = (second / "data" / "sources" / SOURCE / "2.txt").read_text(encoding="utf-8")
    graph = second / "data" / "graph" / SOURCE / "2.trig"
    quads = list(parse(path=str(graph), format=RdfFormat.TRIG))
    starts = {str(q.subject): int(q.object.value) for q in quads if q.predicate.value.endswith("#start")}
    exact = {str(q.subject): q.object.value for q in quads if q.predicate.value.endswith("#exact")}
    assert starts
    for selector, start in starts.items():
        words = exact[selector.replace("-position>", "-quote>")]
        assert text[start : start + len(words)] == words


def test_git_never_converts_the_line_ends_of_a_source() -> None:
    command = ["git", "check-attr", "text", "--", str(PAGE.relative_to(ROOT))]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip().endswith("text: unset")


@pytest.mark.slow
def test_build_of_the_next_edition_says_what_changed(checkout: Path) -> None:
    text = checkout / "next.txt"
    text.write_text(PAGE.read_text(encoding="utf-8").replace("1er octobre 2024", "2 novembre 2025"), encoding="utf-8")
    quipreside("add", text, "--source", SOURCE, environment={"PYTHONPATH": str(checkout)}, folder=checkout)
    run = build_in(checkout)
    assert run.code == 0, run.err
    assert "1 facts changed since edition 1" in run.err
    assert "~ heldSince: secrétaire général@OTAN: 2024-10-01 (« Depuis le 1er octobre 2024 »)" in run.err
