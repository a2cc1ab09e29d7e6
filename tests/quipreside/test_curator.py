"""What the curator's commands print: review, diff, rules."""

import json
from pathlib import Path

import pytest

from tests.conftest import quipreside

OLD = "Le secrétaire général de l’OTAN préside le Conseil des essais. Ce poste est occupé par Ada Morel."


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(
        OLD.replace("Ada Morel", "Jean Dupuis").replace("préside le Conseil", "ne préside plus le Conseil"), "utf-8"
    )
    return old, new


def test_diff_shows_each_change_with_both_quotes(pages: tuple[Path, Path]) -> None:
    lines = quipreside("diff", *pages).out.splitlines()
    assert lines == [
        "- chairs: secrétaire général@OTAN: Conseil des essais (« préside le Conseil des essais »)",
        "~ heldBy: secrétaire général@OTAN: Ada Morel (« Ce poste est occupé par Ada Morel ») → "
        "Jean Dupuis (« Ce poste est occupé par Jean Dupuis »)",
    ]


def test_diff_as_json_is_the_same(pages: tuple[Path, Path]) -> None:
    changes = json.loads(quipreside("diff", *pages, "--format", "json").out)
    assert [(one["kind"], one["old"], one["new"]) for one in changes] == [
        ("removed", "Conseil des essais", None),
        ("changed", "Ada Morel", "Jean Dupuis"),
    ]


def test_diff_of_a_page_with_itself_is_nothing(pages: tuple[Path, Path]) -> None:
    assert quipreside("diff", pages[0], pages[0]).out == "no fact changed\n"


def test_review_shows_words_reason_and_candidate(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Le secrétaire général de l’OTAN peut présider le Comité des essais.", encoding="utf-8")
    out = quipreside("review", page).out
    assert "1 item(s) for review" in out
    assert "présider le Comité des essais" in out


def test_review_of_the_filed_sources_has_nothing_left() -> None:
    assert quipreside("review").out == "secretaire-general-otan/1: 0 item(s) for review\n"


def test_rules_counts_what_fires_on_a_folder(pages: tuple[Path, Path]) -> None:
    rows = [line.split("\t") for line in quipreside("rules", pages[0].parent).out.splitlines()]
    assert rows[0] == ["facts", "pages", "rule", "relation", "pattern"]
    fired = {row[2]: (row[0], row[1]) for row in rows[1:] if row[0] != "0"}
    assert set(fired.values()) == {("1", "1"), ("2", "2")}
    assert len(rows) > 50


def test_rules_of_an_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    run = quipreside("rules", tmp_path)
    assert (run.code, len(run.err.splitlines())) == (2, 1)
