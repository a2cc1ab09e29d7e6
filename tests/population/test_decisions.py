from pathlib import Path

import pytest

from extraction.decisions import decide, read_decisions
from extraction.folding import decode
from extraction.harvest import Curation, Harvest, harvest, read_curation
from extraction.naming import naming_of
from extraction.reader import Extraction, extract
from extraction.register import load_register
from extraction.sources import Edition
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from quipreside.paths import DATA

IRIS = Iris()
TEXT = (
    "Le secrétaire général de l’OTAN peut être appelé à présider le Comité des essais. "
    "Il préside le Conseil des essais."
)
QUOTE = "présider le Comité des essais"
DECISION = '[[decision]]\nid = "one"\nquote = "{quote}"\nverdict = "{verdict}"\n'


@pytest.fixture(scope="module")
def reading() -> Extraction:
    return extract(decode(TEXT.encode()), load_register(DATA / "register.ttl"))


def curation(tmp_path: Path, verdict: str, quote: str = QUOTE, more: str = "") -> Curation:
    file = tmp_path / "page.toml"
    file.write_text(DECISION.format(quote=quote, verdict=verdict) + more, encoding="utf-8")
    return read_curation(file, IRIS)


def harvested(reading: Extraction, decided: Curation) -> Harvest:
    edition = Edition("page", 1, TEXT.encode(), "otan", "fr", "2026-01-02", "", len(TEXT), "", "")
    register = load_register(DATA / "register.ttl")
    return harvest(edition, reading, decided, naming_of(register, reading.focus.organisation, IRIS), IRIS, strict=False)


def chaired(found: Harvest) -> set[str]:
    links = {str(one.triple.object) for one in found.statements if "#chairedBody" in str(one.triple.predicate)}
    return {link.strip("<>").rpartition("/")[2] for link in links}


def test_reading_leaves_the_possibility_to_the_curator(reading: Extraction) -> None:
    assert len(reading.reviews) == 1
    assert chaired(harvested(reading, Curation())) == {"conseil-des-essais"}


def test_decide_accept_publishes_the_candidate_as_the_curators(reading: Extraction, tmp_path: Path) -> None:
    found = harvested(reading, curation(tmp_path, "accept"))
    assert chaired(found) == {"conseil-des-essais", "comite-des-essais"}
    assert {one.producer.kind for one in found.statements if "comite" in str(one.triple)} == {"curated"}
    assert found.reviews == ()


def test_decide_reject_closes_the_item_and_publishes_nothing(reading: Extraction, tmp_path: Path) -> None:
    found = harvested(reading, curation(tmp_path, "reject"))
    assert chaired(found) == {"conseil-des-essais"}
    assert found.reviews == ()


def test_decide_correct_states_the_graph_instead(reading: Extraction, tmp_path: Path) -> None:
    graph = 'graph = "id:power-a a :Power ; :modality :PowerModality ."\n'
    found = harvested(reading, curation(tmp_path, "correct", more=graph))
    assert chaired(found) == {"conseil-des-essais"}
    assert any("power-a" in str(one.triple.subject) for one in found.statements)
    assert found.reviews == ()


@pytest.mark.parametrize("quote", ["présider le Sénat", "préside le Conseil des essais"])
def test_decide_without_an_item_decides_nothing_and_asks(reading: Extraction, tmp_path: Path, quote: str) -> None:
    decided = decide(curation(tmp_path, "accept", quote).decisions, reading)
    assert decided.accepted == {}
    assert quote in decided.reviews[0].reason
    assert decided.extraction.reviews == reading.reviews


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (DECISION.format(quote="q", verdict="maybe"), "decision one: the verdict is one of accept, reject, correct"),
        (DECISION.format(quote="q", verdict="correct"), "decision one: a graph belongs to the verdict 'correct'"),
        (DECISION.format(quote="q", verdict="accept") + 'graph = ""\n', "decision one: a graph belongs"),
        ('[[verdict]]\nid = "x"\n', "unknown table verdict; known: statement, decision"),
        (DECISION.format(quote="q", verdict="accept") * 2, "decision one: the id stands twice"),
    ],
)
def test_read_decisions_malformed_says_where(tmp_path: Path, content: str, sentence: str) -> None:
    file = tmp_path / "page.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(QuiPresideError, match=sentence):
        read_decisions(file, IRIS)
