from datetime import date
from pathlib import Path

import pytest

from extraction.sources import add_edition, read_editions
from quipreside.errors import QuiPresideError
from quipreside.paths import SOURCES

DAY = date(2026, 1, 2)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_bytes("\ufeffElle préside le Conseil.\r\n".encode())
    return file


def test_read_editions_first_source_is_what_was_received(shared: Path) -> None:
    (edition,) = [one for one in read_editions(SOURCES) if one.source == "secretaire-general-otan" and one.number == 1]
    assert edition.content == (shared / "source" / "secretaire-general-otan.fr.txt").read_bytes()


def test_add_edition_files_the_bytes_with_their_metadata(page: Path, tmp_path: Path) -> None:
    filed = add_edition(page, "a-page", tmp_path / "sources", "otan", DAY)
    (edition,) = read_editions(tmp_path / "sources")
    assert filed.read_bytes() == page.read_bytes() == edition.content
    assert (edition.number, edition.publisher, edition.received, edition.length) == (1, "otan", "2026-01-02", 25)


def test_add_edition_next_text_is_the_next_edition_of_the_same_publisher(page: Path, tmp_path: Path) -> None:
    add_edition(page, "a-page", tmp_path / "sources", "otan", DAY)
    page.write_text("Il préside le Conseil.", encoding="utf-8")
    assert add_edition(page, "a-page", tmp_path / "sources", None, DAY).name == "2.txt"
    assert [one.publisher for one in read_editions(tmp_path / "sources")] == ["otan", "otan"]


@pytest.mark.parametrize(
    ("source", "content", "sentence"),
    [
        ("A Page", b"Elle danse.", "cannot name a source"),
        ("a-page", b"\xff\xfe", "not UTF-8"),
        ("a-page", b"", "holds no word"),
        ("a-page", "Elle préside.".encode(), "byte for byte"),
    ],
)
def test_add_edition_refuses_with_a_sentence_and_files_nothing(
    page: Path, tmp_path: Path, source: str, content: bytes, sentence: str
) -> None:
    page.write_text("Elle préside.", encoding="utf-8")
    add_edition(page, "a-page", tmp_path / "sources", "otan", DAY)
    page.write_bytes(content)
    with pytest.raises(QuiPresideError, match=sentence):
        add_edition(page, source, tmp_path / "sources", "otan", DAY)
    assert len(read_editions(tmp_path / "sources")) == 1


def test_read_editions_altered_in_place_names_the_command(page: Path, tmp_path: Path) -> None:
    filed = add_edition(page, "a-page", tmp_path / "sources", "otan", DAY)
    filed.write_bytes(filed.read_bytes().replace(b"Elle", b"Il"))
    with pytest.raises(QuiPresideError, match="quipreside add TEXT --source a-page"):
        read_editions(tmp_path / "sources")
