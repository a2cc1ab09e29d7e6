from pathlib import Path

import pytest

from quipreside.errors import QuiPresideError
from quipreside.namespaces import DEFAULT_BASE_IRI
from release.inputs import Version, read_turtle, read_version


def test_read_turtle_moves_iris_to_the_base_in_force(tmp_path: Path) -> None:
    file = tmp_path / "register.ttl"
    file.write_text(f"<{DEFAULT_BASE_IRI}id/a> <x:p> <y:b> .", encoding="utf-8")
    (quad,) = read_turtle(file, "https://example.org/")
    assert (quad.subject.value, quad.object.value) == ("https://example.org/id/a", "y:b")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<x:a> <x:b> <x:c> .\n<x:a> <x:b>\n.", r"register\.ttl, line 3: this is not Turtle"),
        ("<x:a> <x:b> undeclared:c .", r"register\.ttl, line 1: this is not Turtle"),
        ('<x:a> <x:b> "open .', r"register\.ttl, line 1: this is not Turtle"),
    ],
)
def test_read_turtle_malformed_names_file_and_line(content: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "register.ttl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(QuiPresideError, match=sentence):
        read_turtle(file, DEFAULT_BASE_IRI)


def test_read_turtle_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(QuiPresideError, match="cannot be read"):
        read_turtle(tmp_path / "none.ttl", DEFAULT_BASE_IRI)


def test_read_version_takes_number_and_day(tmp_path: Path) -> None:
    file = tmp_path / "release.toml"
    file.write_text('version = "1.2.0"\nissued = "2026-11-23"\n', encoding="utf-8")
    assert read_version(file) == Version("1.2.0", "2026-11-23")


@pytest.mark.parametrize(
    "content",
    ['version = "1.2.0"', "version =", 'version = "one"\nissued = "2026-11-23"', 'version = "1.0"\nissued = "soon"'],
)
def test_read_version_malformed_says_what_is_expected(content: str, tmp_path: Path) -> None:
    file = tmp_path / "release.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(QuiPresideError, match=r"release\.toml: expected `version`"):
        read_version(file)
