from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Triple

from extraction.curated import anchor, grounded, read_curated, refuse_repeats
from extraction.evidence import TYPE, Producer, Statement
from extraction.focus import Focus
from extraction.folding import decode
from extraction.harvest import settled
from extraction.model import ReviewItem, Span
from extraction.passages import passages
from extraction.reader import Extraction
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris

IRIS = Iris()
TEXT = "Il offre ses bons offices. Il préside le Conseil. Elle préside le Conseil."
FILE = """
[[statement]]
id = "{id}"
quote = "{quote}"
before = "{before}"
graph = "{graph}"
"""


def read(tmp_path: Path, quote: str, before: str = "", graph: str = "id:a a :Power .", name: str = "one"):
    file = tmp_path / "page.toml"
    file.write_text(FILE.format(id=name, quote=quote, before=before, graph=graph), encoding="utf-8")
    return read_curated(file, IRIS)


def reading(text: str = TEXT) -> Extraction:
    decoded = decode(text.encode())
    return Extraction(decoded, Focus(None, None), passages(decoded), (), (), ())


def test_anchor_finds_a_quote_that_stands_once(tmp_path: Path) -> None:
    (statement,) = anchor(read(tmp_path, "bons offices"), reading()).statements
    assert (statement.passage, statement.evidence) == ("s01", Span(13, 25))


@pytest.mark.parametrize("quote", ["bons procédés", "préside le Conseil"])
def test_anchor_absent_or_ambiguous_quote_publishes_nothing_and_asks(tmp_path: Path, quote: str) -> None:
    anchored = anchor(read(tmp_path, quote), reading())
    assert anchored.statements == ()
    assert quote in anchored.reviews[0][1].reason


def test_anchor_context_tells_two_places_apart(tmp_path: Path) -> None:
    (statement,) = anchor(read(tmp_path, "préside le Conseil", "Elle "), reading()).statements
    assert (statement.passage, TEXT[statement.evidence.start :]) == ("s03", "préside le Conseil.")


def test_anchor_reads_any_apostrophe(tmp_path: Path) -> None:
    (statement,) = anchor(read(tmp_path, "l'État"), reading("Elle dirige l’État.")).statements
    assert statement.evidence == Span(12, 18)


def test_grounded_holds_back_what_names_a_thing_that_nobody_describes(tmp_path: Path) -> None:
    anchored = anchor(read(tmp_path, "bons offices", graph="id:a a :Power ; :agent id:b ."), reading())
    held = grounded(anchored, (), frozenset(), IRIS)
    assert held.statements == ()
    assert "names b" in held.reviews[0][1].reason
    assert grounded(anchored, (), frozenset({"b"}), IRIS).statements == anchored.statements


def test_refuse_repeats_names_the_curated_statement_and_the_rule() -> None:
    triple = Triple(NamedNode(IRIS.thing("a")), TYPE, NamedNode(IRIS.term("Power")))
    by_rule = Statement(triple, "s01", Span(0, 3), Producer("rule", "power"))
    by_hand = Statement(triple, "s01", Span(0, 9), Producer("curated", "one"))
    with pytest.raises(QuiPresideError, match="curated statement one: rule power"):
        refuse_repeats([by_hand], [by_rule])
    refuse_repeats([Statement(triple, "s02", Span(9, 12), Producer("curated", "one"))], [by_rule])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[[statement]]\nid = 1\nqu", "page.toml: this is not TOML"),
        ('[[statement]]\nid = "x"\nquote = "q"', "statement x: graph is missing"),
        ('[[statement]]\nid = "x"\nquote = "q"\ngraph = ""\noffset = 3', "statement x: unknown field offset"),
        ('[[statement]]\nid = "x"\nquote = "q"\ngraph = "id:a :b"', "statement x: the graph is not Turtle"),
        ('[[statement]]\nid = "x"\nquote = "q"\ngraph = "[] a :Power ."', "statement x: name the node"),
    ],
)
def test_read_curated_malformed_says_where(tmp_path: Path, content: str, sentence: str) -> None:
    file = tmp_path / "page.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(QuiPresideError, match=sentence):
        read_curated(file, IRIS)


@pytest.mark.parametrize(("start", "end", "answer"), [(13, 20, True), (0, 40, True), (26, 45, False)])
def test_settled_words_that_a_curator_states_need_no_review(start: int, end: int, answer: bool) -> None:
    triple = Triple(NamedNode(IRIS.thing("a")), TYPE, NamedNode(IRIS.term("Power")))
    curated = [Statement(triple, "s01", Span(13, 25), Producer("curated", "one"))]
    assert settled(ReviewItem("no rule reads these words", Span(start, end), "s01"), curated) is answer
