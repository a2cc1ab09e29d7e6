"""The pure parts of the pages: languages, links, text pieces, questions, the chart's data, names typed by people."""

import pytest

from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from server.site.addresses import Addresses
from server.site.asking import Term, values
from server.site.chart import chart_of
from server.site.drawing import draw
from server.site.language import Reader, read_language
from server.site.questions import Question
from server.site.silences import silences
from server.site.text import Phrase, cut

FR, EN = Reader("fr"), Reader("en")
IRIS = Iris()
ORG = "http://www.w3.org/ns/org#"


@pytest.mark.parametrize(
    ("asked", "accepted", "expected"),
    [
        (None, None, Reader("fr")),
        (None, "en-GB,fr;q=0.5", Reader("en")),
        (None, "de,fr;q=0.4,en;q=0.8", Reader("en")),
        (None, "en;q=0,fr;q=0.1", Reader("fr")),
        ("en", "fr", Reader("en", True)),
        ("xx", "en", Reader("en")),
    ],
)
def test_reader_by_request_is_the_one_asked_for(asked: str | None, accepted: str | None, expected: Reader) -> None:
    assert read_language(asked, accepted) == expected


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("2024-10-01", "1er octobre 2024", "1 October 2024"),
        ("2024-10", "octobre 2024", "October 2024"),
        ("2024", "2024", "2024"),
        ("soon", "soon", "soon"),
    ],
)
def test_day_as_given_is_written_without_adding(value: str, fr: str, en: str) -> None:
    assert (FR.day(value), EN.day(value)) == (fr, en)


@pytest.mark.parametrize(
    ("value", "fr", "en"), [("P4Y", "4 ans", "4 years"), ("P1Y6M", "1 an 6 mois", "1 year 6 months"), ("PT1H",) * 3]
)
def test_duration_in_years_is_written_in_words(value: str, fr: str, en: str) -> None:
    assert (FR.duration(value), EN.duration(value)) == (fr, en)


@pytest.mark.parametrize(
    ("iri", "href"),
    [
        ("https://w3id.org/qui-preside/id/otan", "/data/doc/otan"),
        ("https://w3id.org/qui-preside/source/x/1/s06#e1-2", "/data/source/x/1/s06#e1-2"),
        ("http://www.wikidata.org/entity/Q7184", "http://www.wikidata.org/entity/Q7184"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("urn:x", ""),
    ],
)
def test_address_of_iri_is_followed_only_when_safe(iri: str, href: str) -> None:
    assert Addresses(IRIS, "/data", FR).of(iri) == href


def test_address_in_a_chosen_language_keeps_it() -> None:
    assert Addresses(IRIS, "", Reader("en", True)).page("questions", body="x y") == "/questions?body=x+y&lang=en"


@pytest.mark.parametrize("iri", ["x> } #", "<a", "no colon", 'a:"b'])
def test_values_of_what_is_no_iri_is_refused(iri: str) -> None:
    with pytest.raises(QuiPresideError, match="is not an IRI"):
        values([iri])


def test_cut_of_crossing_phrases_gives_back_the_text() -> None:
    text = "Il préside le Conseil."
    said = [Phrase("a", 3, 13, text[3:13], (), ()), Phrase("b", 11, 21, text[11:21], (), ())]
    pieces = list(cut(text, 0, len(text), said))
    assert "".join(piece.words for piece in pieces) == text
    assert [piece.phrases for piece in pieces] == [(), ("a",), ("a", "b"), ("b",), ()]
    assert [piece.first for piece in pieces if piece.first] == [("a",), ("b",)]


def question(query: str) -> Question:
    return Question("who-chairs", {"fr": "Qui ?", "en": "Who?"}, "SELECT", query)


@pytest.mark.parametrize(
    ("given", "slug"),
    [({"body": "otan"}, "otan"), ({}, "conseil"), ({"body": "x> . ?s ?p ?o"}, "conseil"), ({"other": "y"}, "conseil")],
)
def test_question_about_a_thing_given_asks_about_it(given: dict[str, str], slug: str) -> None:
    asked = question("# fr: Qui ?\n# parameter: body = id:conseil\n\nSELECT * { id:conseil ?p id:conseil-otan }")
    assert asked.asked(given) == f"SELECT * {{ id:{slug} ?p id:conseil-otan }}"


def tie(subject: str, name: str, value: str) -> tuple[str, str, Term]:
    return subject, IRIS.term(name), Term("uri", value)


TRIPLES = [
    tie("sg", "chairs", "council"),
    tie("sg", "heads", "staff"),
    tie("staff", "assists", "sg"),
    tie("deputy", "assists", "sg"),
    tie("sg", "heldBy", "ada"),
]


def test_chart_with_a_unit_that_assists_its_head_keeps_it_on_the_right() -> None:
    chart = chart_of(TRIPLES, IRIS)
    assert {(one.left, one.right, one.verbs) for one in chart.ties} == {
        ("deputy", "sg", ("assists",)),
        ("sg", "council", ("chairs",)),
        ("sg", "staff", ("heads", "assists")),
    }


def test_drawing_of_a_chart_puts_no_box_on_another() -> None:
    boxes = draw(chart_of(TRIPLES, IRIS), lambda iri: iri, FR).boxes
    assert {box.iri for box in boxes} == {"sg", "council", "staff", "deputy"}
    for one in boxes:
        for other in boxes:
            apart = one.x + 128 <= other.x or other.x + 128 <= one.x
            above = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert one is other or apart or above


@pytest.mark.parametrize(
    ("kind", "properties", "said"),
    [
        (f"{ORG}Post", set(), 1),
        (f"{ORG}Post", {IRIS.term("heldBy")}, 0),
        (IRIS.term("CurrentTenure"), {IRIS.term("startDate")}, 1),
        (IRIS.term("CurrentTenure"), {IRIS.term("endDate")}, 0),
        (IRIS.term("Place"), set(), 0),
    ],
)
def test_silence_about_a_kind_lasts_until_a_property_breaks_it(kind: str, properties: set[str], said: int) -> None:
    assert len(silences([kind], properties, IRIS)) == said
