"""Sentences that touch the rules and state nothing about an office of the page."""

import pytest

from tests.extraction.reading import sentence, triples

SILENT = (
    "Le président français, Jean Dupont, préside le Conseil des ministres.",
    "Le Premier ministre, M. Jean Dupont, dirige le gouvernement.",
    "Le ministre de la Défense, M. Jean Dupont, a rencontré le secrétaire général.",
    "La chancelière préside le Conseil fédéral.",
    "Le vice-président des États-Unis préside le Sénat.",
    "M. Karl Lund, directeur de l'école, préside le Comité des fêtes.",
    "Le secrétaire général du Parti vert, Karl Lund, est né à Oslo.",
    "Depuis 1990, le siège est à Oslo.",
    "Le directeur général sortant, M. Karl Lund, part.",
    "Le futur secrétaire général présidera le Comité des ports.",
    "Karl Lund, candidat au poste de secrétaire général, préside le Comité des ports.",
    "Le secrétaire général par intérim, M. Karl Lund, préside le Comité des ports.",
    "Le poste est vacant depuis le 3 mai 2021.",
    "Aucun secrétaire général n'a présidé le Comité des ports.",
    "Le secrétaire général ne préside jamais le Comité des ports.",
    "Il n'appartient pas au secrétaire général de présider le Comité des ports.",
    "Le secrétaire général refuse de présider le Comité des ports.",
    "Le secrétaire général a cessé de présider le Comité des ports.",
    "Il est faux que le secrétaire général préside le Comité des ports.",
    "Le secrétaire général préside-t-il le Comité des ports ?",
    "Le Comité des ports, que présidait le secrétaire général, n'existe plus.",
    "Le Comité des ports est présidé alternativement par le secrétaire général et par un ministre.",
    "Sauf décision contraire, le secrétaire général préside le Comité des ports.",
    "Le secrétaire général préside tous les comités, sauf le Comité des ports.",
)


@pytest.mark.parametrize("words", SILENT)
def test_sentence_states_nothing(words: str) -> None:
    assert triples(sentence(words)) == set()


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Il présidait le Comité des ports et préside le Conseil des quais.", {"Conseil des quais"}),
        ("Avant de présider le Comité des ports, il dirige le Bureau des mers.", {"Bureau des mers"}),
        ("Le secrétaire général, qui présida le Comité des ports, dirige le Bureau des mers.", {"Bureau des mers"}),
        ("Il préside le Comité des ports, mais non le Conseil des quais.", {"Comité des ports"}),
        ("Il ne préside que le Comité des ports.", {"Comité des ports"}),
    ],
)
def test_sentence_states_only_its_asserted_part(words: str, stated: set[str]) -> None:
    assert {value for _, _, value in triples(sentence(words))} == stated
