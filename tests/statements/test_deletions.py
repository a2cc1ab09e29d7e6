"""A phrase taken out of the text, or made false, takes its statement with it; no other statement goes by a deletion."""

import pytest
from pyoxigraph import Store

from extraction.folding import decode
from quipreside.namespaces import Iris
from tests.statements.conftest import Read
from tests.statements.questions import HERE, SPANS, TEXT, ask_of

FALSIFIED = [line.split("\t") for line in (HERE / "falsified.tsv").read_text(encoding="utf-8").splitlines()[1:]]

# What leans on a phrase: the rest of its clause when the verb, the subject or the governing noun goes, and the phrases
# that overlap it. Every other statement has to stand.
LEANING = {
    "S1.1": {"S1.2"},
    "S1.2": {"S1.1"},
    "S1.3": {"S1.1"},
    "S2.1": {"S2.2"},
    "S2.2": {"S2.1"},
    "S3.a.1": {"S3.a.2", "S3.a.3", "S3.a.4"},
    "S3.b.2": {"S3.b.1"},
    "S3.c.1": {"S3.c.2"},
    "S3.c.2": {"S3.c.3"},
    "S4.2": {"S4.3"},
    "S4.3": {"S4.4"},
    "S5.2": {"S5.1", "S5.3", "S5.4"},
    "S5.3": {"S5.1", "S5.2", "S5.4"},
    "S5.4": {"S5.5"},
    "S5.5": {"S5.4"},
    "S6.1": {"S6.2", "S6.3", "S6.4", "S6.5", "S6.6"},
    "S6.7": {"S6.3", "S6.4", "S6.5", "S6.6"},
    "S8.1": {"S8.2", "S8.3", "S8.4"},
    "S8.2": {"S8.3"},
    "S9.2": {"S9.3", "S10.5"},
    "S10.1": {"S10.2", "S10.3", "S10.5", "S10.6", "S10.7"},
    "S11.3": {"S11.4"},
    "S12.2": {"S12.3", "S12.4", "S12.5"},
    "S13.1": {"S13.2"},
    "S13.2": {"S13.1"},
    "S14.1": {"S14.2", "S14.3", "S14.4"},
    "S15.1": {"S15.2"},
    "S15.2": {"S15.1"},
    "S17.1": {"S17.2"},
    "S17.2": {"S17.3", "S17.4"},
    "S18.1": {"S18.2", "S18.3"},
    "S20.1": {"S20.2"},
    "S21.1": {"S21.2"},
}


def raw() -> str:
    """The page as it was received."""
    return decode(TEXT.read_bytes(), "page").raw


def without(text: str, start: int, end: int) -> str:
    """Take a phrase out as an editor would: with the comma that follows it, the sentence still opening on a capital."""
    left, right = text[:start], text[end:].removeprefix(", ")
    return left + (right[:1].upper() + right[1:] if left.endswith((". ", "\n")) else right)


def unsaid(read: Read, text: str) -> set[str]:
    """The statements that a reading of the text does not make."""
    store = Store()
    store.extend(read(text.encode()).facts(Iris()))
    return {statement for statement in SPANS if not store.query(ask_of(statement))}


def test_text_whole_all_said(read: Read) -> None:
    assert unsaid(read, raw()) == set()


@pytest.mark.parametrize("statement", SPANS)
def test_text_without_phrase_statement_unsaid(statement: str, read: Read) -> None:
    found = unsaid(read, without(raw(), *SPANS[statement]))
    assert statement in found
    assert found - {statement} <= LEANING.get(statement, set())


@pytest.mark.parametrize(("statements", "words", "falsified"), FALSIFIED, ids=[row[2] for row in FALSIFIED])
def test_text_falsified_statements_unsaid(statements: str, words: str, falsified: str, read: Read) -> None:
    assert raw().count(words) == 1
    assert set(statements.split()) <= unsaid(read, raw().replace(words, falsified))
