"""Every question of `queries/`, asked over HTTP and compared whole with its expected answer."""

import re
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QueryResultsFormat, Store, parse_query_results

from quipreside.namespaces import Iris
from quipreside.paths import QUERIES
from tests.server.conftest import Server

QUESTIONS = sorted(QUERIES.glob("[0-9]*.rq"))
HEADER = re.compile(r"# fr: .+ ?\?\n# en: .+\?\n# columns: (.+)\n")
TSV = {"Accept": "text/tab-separated-values", "Content-Type": "application/sparql-query"}
NOT_STATED = NamedNode(Iris().term("NotStated"))

Row = tuple[str, ...]


def expected(question: Path) -> str:
    return (QUERIES / "expected" / f"{question.stem}.tsv").read_text(encoding="utf-8")


def test_questions_are_all_here() -> None:
    assert len(QUESTIONS) >= 10
    assert {file.stem for file in (QUERIES / "expected").iterdir()} == {file.stem for file in QUESTIONS}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda file: file.stem)
def test_question_says_what_it_asks_in_both_languages_and_names_its_columns(question: Path) -> None:
    text = question.read_text(encoding="utf-8")
    header = HEADER.match(text)
    assert header, "the header is # fr: …? # en: …? # columns: …"
    columns = [part.partition(":")[0].strip() for part in header[1].split(";")]
    assert columns == [name.removeprefix("?") for name in expected(question).splitlines()[0].split("\t")]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda file: file.stem)
def test_question_over_http_has_exactly_its_expected_answer(question: Path, real_server: Server) -> None:
    reply = real_server.get("/sparql", TSV, question.read_bytes())
    assert (reply.status, reply.body.decode()) == (200, expected(question))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda file: file.stem)
def test_question_each_row_rests_on_a_triple(question: Path, real_store: Store) -> None:
    text = question.read_text(encoding="utf-8")
    before = rows(real_store, text)
    assert before
    for row in before:
        assert any(goes(real_store, text, row, quad) for quad in supporting(real_store, row)), row


@pytest.mark.parametrize(
    ("question", "predicate", "subject"),
    [
        ("09-when-does-the-term-end", "endDate", "tenure-mark-rutte--secretaire-general-otan"),
        ("10-who-is-the-deputy-secretary-general", "heldBy", "secretaire-general-delegue-otan"),
    ],
)
def test_question_not_stated_becomes_the_value_once_it_is_stated(
    question: str, predicate: str, subject: str, real_store: Store
) -> None:
    text = (QUERIES / f"{question}.rq").read_text(encoding="utf-8")
    iris = Iris()
    stated = Quad(
        NamedNode(iris.thing(subject)), NamedNode(iris.term(predicate)), NamedNode("urn:x-stated"), DefaultGraph()
    )
    assert any(str(NOT_STATED) in row for row in rows(real_store, text))
    real_store.add(stated)
    try:
        changed = rows(real_store, text)
    finally:
        real_store.remove(stated)
    assert any("<urn:x-stated>" in row for row in changed)
    assert not any(str(NOT_STATED) in row for row in changed)


def rows(store: Store, text: str) -> list[Row]:
    """The rows of a query, as the words of their terms."""
    solutions = store.query(text)
    names = solutions.variables
    return [tuple(str(row[name]) for name in names) for row in solutions]


def supporting(store: Store, row: Row) -> list[Quad]:
    """The triples that name a value of the row, nearest first."""
    terms = {str(quad.subject): quad.subject for quad in store} | {str(quad.object): quad.object for quad in store}
    known = [terms[words] for words in row if words in terms]
    found: dict[Quad, None] = {}
    for term in known:
        if not isinstance(term, Literal):
            found.update(dict.fromkeys(store.quads_for_pattern(term, None, None)))
        found.update(dict.fromkeys(store.quads_for_pattern(None, None, term)))
    return list(found)


def goes(store: Store, text: str, row: Row, quad: Quad) -> bool:
    """Tell whether the row is gone once the triple is, in whatever graph it stands."""
    copies = list(store.quads_for_pattern(quad.subject, quad.predicate, quad.object))
    for copy in copies:
        store.remove(copy)
    try:
        return row not in rows(store, text)
    finally:
        for copy in copies:
            store.add(copy)


def test_expected_answers_are_tsv_that_a_client_reads() -> None:
    for question in QUESTIONS:
        solutions = parse_query_results(expected(question).encode(), format=QueryResultsFormat.TSV)
        assert list(solutions)
