"""`quipreside extract` on any page, in its three formats."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from tests.conftest import quipreside

PAGE = "Le secrétaire général de l’OTAN préside le Conseil des <essais>. Il peut présider le Comité des essais."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_extract_prints_each_fact_with_the_words_at_its_offsets(page: Path) -> None:
    run = quipreside("extract", page)
    (fact,) = [line.split("\t") for line in run.out.splitlines() if not line.startswith("review")]
    assert fact[:2] == ["chairs", "secrétaire général@OTAN"]
    assert PAGE[int(fact[3]) : int(fact[4])] == fact[5]


def test_extract_as_trig_states_the_fact_in_its_passage(page: Path) -> None:
    quads = list(parse(quipreside("extract", page, "--format", "trig").out, format=RdfFormat.TRIG))
    stated = {quad.graph_name.value for quad in quads if quad.predicate.value.endswith("#chairedBody")}
    assert stated == {"https://w3id.org/qui-preside/source/page/1/s01"}


def test_extract_as_html_marks_the_words_and_escapes_the_rest(page: Path) -> None:
    html = quipreside("extract", page, "--format", "html").out
    assert "<mark" in html
    assert "&lt;essais&gt;" in html
    assert "<essais>" not in html


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "holds no word"), (b"\xff", "is not UTF-8"), (None, "cannot be read")]
)
def test_extract_bad_page_is_one_sentence(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    file = tmp_path / "bad.txt"
    if content is not None:
        file.write_bytes(content)
    run = quipreside("extract", file)
    assert run.code == 1
    assert len(run.err.splitlines()) == 1
    assert sentence in run.err
