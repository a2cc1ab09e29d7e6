from pathlib import Path

import pytest

from quipreside.errors import QuiPresideError
from release.ledger import HEADER, Entry, read_ledger, render, update

CHAIR = Entry("id/chairship-a--b", "", "Chairship", "chairPost=a chairedBody=b", "0.1.0")
PERSON = Entry("id/jeanne", "Jeanne", "Person", "Person", "0.1.0")


def ledger(*entries: Entry) -> dict[str, Entry]:
    return {entry.iri: entry for entry in entries}


def test_update_adds_new_iris_after_the_old_ones() -> None:
    assert list(update(ledger(PERSON), [CHAIR, PERSON])) == [PERSON.iri, CHAIR.iri]


def test_update_keeps_the_first_version_of_a_known_iri() -> None:
    later = Entry(PERSON.iri, PERSON.label, PERSON.kind, PERSON.key, "0.2.0")
    assert update(ledger(PERSON), [later])[PERSON.iri].first_version == "0.1.0"


def test_update_vanished_iri_needs_a_tombstone() -> None:
    with pytest.raises(QuiPresideError, match="id/jeanne"):
        update(ledger(PERSON, CHAIR), [CHAIR])
    tombstone = Entry(PERSON.iri, "Jeanne", "Person", "Person", "0.1.0", "withdrawn", "id/jeanne-martin")
    assert update(ledger(tombstone, CHAIR), [CHAIR])[PERSON.iri] == tombstone


def test_update_two_things_for_one_slug_fails() -> None:
    rival = Entry(PERSON.iri, "Jeanne", "Organization", "Organization", "0.1.0")
    with pytest.raises(QuiPresideError, match="two things want the IRI id/jeanne"):
        update(ledger(PERSON), [rival])
    with pytest.raises(QuiPresideError, match="two things want the IRI id/jeanne"):
        update({}, [PERSON, rival])


def test_render_is_what_read_ledger_reads(tmp_path: Path) -> None:
    file = tmp_path / "identifiers.tsv"
    file.write_text(render(ledger(PERSON, CHAIR)), encoding="utf-8")
    assert read_ledger(file) == ledger(PERSON, CHAIR)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("iri\tlabel\n", "line 1"),
        (f"{HEADER}\nid/a\tA\n", "line 2"),
        (f"{HEADER}\n" + "id/a\t\t\t\t\tgone\t\n", "line 2"),
    ],
)
def test_read_ledger_malformed_names_the_line(tmp_path: Path, content: str, sentence: str) -> None:
    file = tmp_path / "identifiers.tsv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(QuiPresideError, match=sentence):
        read_ledger(file)
