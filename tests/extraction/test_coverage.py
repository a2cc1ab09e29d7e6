"""Every word that touches a trigger is inside a fact, a review item, or a dismissal with its reason."""

from pathlib import Path

import pytest

from extraction.coverage import trigger_forms
from extraction.model import Span
from extraction.rules import load_rules
from extraction.tokens import tokens
from tests.extraction.reading import read, sentence
from tests.extraction.test_corpus import PAGES, reading


@pytest.mark.parametrize(("page", "register"), PAGES, ids=lambda value: value.stem)
def test_trigger_is_never_lost(page: Path, register: Path) -> None:
    extraction = reading(page, register)
    answers = [entry.evidence for entry in (*extraction.facts, *extraction.reviews, *extraction.dismissals)]
    if extraction.focus.post is None:
        assert len(extraction.reviews) == 1
        return
    for token in tokens(extraction.text.folded, 0, len(extraction.text.folded)):
        if token.low in trigger_forms(load_rules()):
            span = Span(token.start, token.end)
            assert any(answer.covers(span) for answer in answers), token


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Il peut présider le Comité des budgets.", "power"),
        ("Si le Conseil le veut, il préside le Comité des budgets.", "condition"),
        ("Selon un quotidien, il préside le Comité des budgets.", "others say"),
        ("« Il préside le Comité des budgets de la maison », dit-on.", "words of others"),
        ("Il préside le Comité budgets.", "not certain"),
        ("Il présida le Comité des budgets.", "no rule"),
    ],
)
def test_review_item_says_why(words: str, reason: str) -> None:
    extraction = sentence(words)
    assert not extraction.facts
    assert any(reason in item.reason for item in extraction.reviews), extraction.reviews


def test_dismissal_says_why_negative() -> None:
    extraction = sentence("Il ne préside pas le Comité des budgets.")
    assert [entry.reason for entry in extraction.dismissals if "présid" in extraction.text.quote(entry.evidence)] == [
        "the clause is negative"
    ]


def test_unknown_office_yields_one_item_with_the_entry_to_add() -> None:
    extraction = read("Le doge de la Ligue des ports\n\nLe doge préside le Conseil des ports.\n")
    assert not extraction.facts
    [item] = extraction.reviews
    assert "org:Post" in item.reason and "skos:prefLabel" in item.reason
