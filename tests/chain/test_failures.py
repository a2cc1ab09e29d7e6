"""A build that cannot hold: one clear sentence, an exit code, the previous release untouched."""

from pathlib import Path

import pytest

from quipreside.paths import ROOT
from tests.chain.conftest import PAGE, build_in
from tests.conftest import Run, quipreside


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "holds no word"), (b"\xff\xfeE\x00", "is not UTF-8"), (b"\x00\x01", "null character")],
)
def test_build_bad_text_is_one_sentence_and_writes_nothing(tmp_path: Path, content: bytes, sentence: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    run = quipreside("build", "--text", page, "--dist", tmp_path / "dist")
    assert_failed(run, sentence)
    assert not (tmp_path / "dist" / "latest").exists()


def test_build_missing_text_is_one_sentence(tmp_path: Path) -> None:
    assert_failed(quipreside("build", "--text", tmp_path / "none.txt", "--dist", tmp_path), "cannot be read")


def test_build_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = quipreside("build", "--text", PAGE, "--dist", tmp_path / "file" / "dist")
    assert_failed(run, "cannot be read or written (Not a directory)")


@pytest.mark.parametrize(
    ("file", "content", "sentence"),
    [
        ("data/register.ttl", None, "the register cannot be read"),
        ("data/register.ttl", "<a> <b", "the register is not Turtle"),
        ("data/links.tsv", "otan\n", "links.tsv, line 1"),
        ("data/curated/secretaire-general-otan.toml", "[[statement", "is not TOML"),
        ("ontology/actors.ttl", "x", "cannot be read as Turtle"),
    ],
)
def test_build_spoilt_data_is_one_sentence(checkout: Path, file: str, content: str | None, sentence: str) -> None:
    (checkout / file).unlink() if content is None else (checkout / file).write_text(content, encoding="utf-8")
    assert_failed(build_in(checkout), sentence)
    assert not (checkout / "dist" / "latest").exists()


@pytest.mark.slow
def test_build_violated_shape_names_statement_shape_and_quote_and_keeps_the_release(checkout: Path) -> None:
    assert build_in(checkout).code == 0
    before = {file.name: file.read_bytes() for file in (checkout / "dist" / "latest").iterdir()}
    curated = checkout / "data" / "curated" / "secretaire-general-otan.toml"
    wrong = (
        '\n[[statement]]\nid = "wrong"\nquote = "Facilitateur de décision"\ngraph = "id:chairship-x a :Chairship ."\n'
    )
    curated.write_text(curated.read_text(encoding="utf-8") + wrong, encoding="utf-8")
    run = build_in(checkout)
    assert_failed(run, "Facilitateur de décision")
    assert "chairship-x" in run.err
    assert "shapes#" in run.err
    assert {file.name: file.read_bytes() for file in (checkout / "dist" / "latest").iterdir()} == before


def test_build_source_altered_in_place_names_the_command(checkout: Path) -> None:
    text = checkout / PAGE.relative_to(ROOT)
    text.write_bytes(text.read_bytes().replace(b"quatre ans", b"cinq ans"))
    assert_failed(build_in(checkout), "quipreside add TEXT --source secretaire-general-otan")


def test_build_curated_quote_that_is_gone_fails_naming_it(checkout: Path) -> None:
    curated = checkout / "data" / "curated" / "secretaire-general-otan.toml"
    gone = '\n[[statement]]\nid = "gone"\nquote = "Elle chante"\ngraph = "id:a a :Power ."\n'
    curated.write_text(curated.read_text(encoding="utf-8") + gone, encoding="utf-8")
    assert_failed(build_in(checkout), "Elle chante")


def assert_failed(run: Run, sentence: str) -> None:
    assert run.code != 0
    lines = [line for line in run.err.splitlines() if not line.startswith(" ")]
    assert lines[0].startswith("quipreside: ")
    assert sentence in " ".join(lines)
    assert "Traceback" not in run.err
