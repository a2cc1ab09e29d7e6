"""What changes nothing: line ends, apostrophes, spaces, normal forms, gender, other names, other sentences."""

import os
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.folding import decode
from extraction.reader import extract
from extraction.register import load_register
from quipreside.errors import QuiPresideError
from tests.extraction.reading import HERE, Triple, folded, read, register, triples

PAGE = """La secrétaire générale de l’ODP

La secrétaire générale est à la tête du Secrétariat de l’ODP. Elle est élue par l’Assemblée générale, sur proposition du Conseil exécutif, pour un mandat de cinq ans renouvelable une fois.

Depuis le 3 mai 2031, ce poste est occupé par Mme Anna Berg, ancienne ministre des Ports. Elle a succédé à M. Karl Lund.

Elle préside le Conseil des quais, le Comité des feux et la Commission des îles. Le secrétaire général adjoint l’assiste et la remplace en cas d’absence.

L’ODP compte 46 États membres.
"""  # noqa: E501
DISTRACTORS = (
    "La cérémonie a lieu au printemps dans une salle du port.",
    "Le Conseil des quais a publié un rapport de cent pages.",
    "Les délégués préparent la prochaine session.",
    "Aucun membre ne préside deux comités.",
    "Le musée des Phares ouvre à dix heures.",
    "En 1998, trente navires ont quitté la rade.",
)
PROSE = (
    "Le boulanger ouvre sa boutique avant l’aube. Sa sœur préside le club de lecture du village. "
    "Le train dirige les voyageurs vers la côte, puis remplace le vieux car. Madame Roche compte ses pommes. "
    "Le professeur nomme les os du squelette. La mairie est dirigée par un homme discret. "
    "Depuis mars 1999, la grange est occupée par des hirondelles. Le chef de gare représente la compagnie."
)


def spelled(text: str) -> set[Triple]:
    return folded(read(text))


def test_page_states_its_facts() -> None:
    assert len(spelled(PAGE)) >= 15


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("’", "'"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n\n", "\n \u00a0\n"),
        lambda text: unicodedata.normalize("NFD", text),
    ],
    ids=["crlf", "cr", "bom", "apostrophes", "no-break-spaces", "blank-lines", "nfd"],
)
def test_spelling_changes_nothing(change: object) -> None:
    changed = spelled(change(PAGE))  # type: ignore[operator]
    composed = {tuple(unicodedata.normalize("NFC", part) for part in triple) for triple in changed}
    assert composed == spelled(PAGE)


@pytest.mark.parametrize(
    "change", [lambda text: unicodedata.normalize("NFD", text), lambda text: text], ids=["nfd", "nfc"]
)
def test_evidence_quotes_the_published_text(change: object) -> None:
    text = change(PAGE)  # type: ignore[operator]
    extraction = read(text)
    quotes = [extraction.text.quote(fact.evidence) for fact in extraction.facts]
    assert all(quote in text and unicodedata.normalize("NFC", quote) in PAGE for quote in quotes)


def test_masculine_changes_nothing() -> None:
    masculine = PAGE.replace("La secrétaire générale", "Le secrétaire général").replace("Elle est élue", "Il est élu")
    masculine = masculine.replace("Elle préside", "Il préside").replace("la remplace", "le remplace")
    assert spelled(masculine) == spelled(PAGE)


def test_other_names_change_only_the_names() -> None:
    names = {
        "Anna Berg": "Olu Ferenc",
        "Karl Lund": "Sita Moreau",
        "Conseil des quais": "Conseil des dunes",
        "Comité des feux": "Comité des vents",
    }
    changed = PAGE
    for old, new in names.items():
        changed = changed.replace(old, new)
    expected = set()
    for triple in spelled(PAGE):
        parts = list(triple)
        for old, new in names.items():
            parts = [part.replace(old.lower(), new.lower()) for part in parts]
        expected.add(tuple(parts))
    assert spelled(changed) == expected


@pytest.mark.parametrize("distractor", DISTRACTORS)
@pytest.mark.parametrize("paragraph", [1, 2, 3, 4])
def test_distractor_changes_nothing(distractor: str, paragraph: int) -> None:
    paragraphs = PAGE.split("\n\n")
    paragraphs.insert(paragraph, distractor)
    assert spelled("\n\n".join(paragraphs)) == spelled(PAGE)


def test_unrelated_prose_states_nothing() -> None:
    assert triples(read(PAGE.partition("\n\n")[0] + "\n\n" + PROSE)) == set()


def test_hash_seed_changes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "extraction", str(page), "--register", str(HERE / "register.ttl")]
    outputs = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2", "77")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no word"),
        (b" \n\t\n", "no word"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"caf\xe9", "not UTF-8"),
        (b"a\x00b", "null"),
        (b"a" * 16_777_217, "at most"),
    ],
    ids=["empty", "blank", "utf-16", "latin-1", "binary", "huge"],
)
def test_bad_input_is_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(QuiPresideError, match=words):
        decode(data)


WORDS = (
    "Le secrétaire général|de l’ODP|préside|le Comité des feux|et|,|.|\n|\n\n|qui|dont|il|est|nommé par|«|»|(|)|:|;|– |"
    "son mandat|de cinq ans|Mme Anna Berg|depuis|le 3 mai 2031|ne|pas|à la tête du|Secrétariat|que|l’|en|le remplace|"
    "e\u0301lu|\u00a0|12|ainsi que|auquel|c’est|peut|présider|chargé de|, nommé|Commission"
)
FRAGMENTS = st.sampled_from(WORDS.split("|"))


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=30))
def test_any_page_keeps_its_offsets(fragments: list[str]) -> None:
    text = "Le secrétaire général de l’ODP\n\n" + " ".join(fragments)
    extraction = extract(decode(text.encode()), register())
    ends = [passage.span for passage in extraction.passages]
    assert all(a.end <= b.start for a, b in pairwise(ends))
    for entry in (*extraction.facts, *extraction.reviews, *extraction.dismissals):
        assert 0 <= entry.evidence.start < entry.evidence.end <= len(extraction.text.raw)


def test_register_without_label_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "register.ttl"
    file.write_text("<https://x/a> a <http://www.w3.org/ns/org#Post> .", encoding="utf-8")
    with pytest.raises(QuiPresideError, match="prefLabel"):
        load_register(file)
