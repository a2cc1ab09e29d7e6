from pathlib import Path

import page
import pytest

from quipreside.cli import main
from release.publication import Publication
from release.writing import write_release

PRESIDES = """\
ada-ler presides conseil-ligue
    by presides propertyChainAxiom holdsPost ∘ chairs
    ada-ler holdsPost secretaire-ligue
        by holdsPost propertyChainAxiom hasCurrentTenure ∘ currentPost
        ada-ler hasCurrentTenure tenure-ada-ler--secretaire-ligue
            by hasCurrentTenure inverseOf currentHolder
            tenure-ada-ler--secretaire-ligue currentHolder ada-ler
                « Ada Ler est secrétaire de la Ligue. » — source/secretaire-ligue/1/s01, 24–59
        tenure-ada-ler--secretaire-ligue currentPost secretaire-ligue
            « Ada Ler est secrétaire de la Ligue. » — source/secretaire-ligue/1/s01, 24–59
    secretaire-ligue chairs conseil-ligue
        by chairs propertyChainAxiom hasChairship ∘ chairedBody
        chairship-secretaire-ligue--conseil-ligue chairedBody conseil-ligue
            « La secrétaire préside le Conseil, et lui seul. » — source/secretaire-ligue/1/s02, 60–106
        secretaire-ligue hasChairship chairship-secretaire-ligue--conseil-ligue
            by hasChairship inverseOf chairPost
            chairship-secretaire-ligue--conseil-ligue chairPost secretaire-ligue
                « La secrétaire préside le Conseil, et lui seul. » — source/secretaire-ligue/1/s02, 60–106
"""
EDITORIAL = """\
bureau-ligue rdf:type org:Organization
    by OrganizationalUnit subClassOf Organization
    bureau-ligue rdf:type org:OrganizationalUnit
        the register says so (editorial: no quote)
"""
TWICE = """\
representation-secretaire-ligue--ligue represented ligue
    « Elle représente la Ligue devant la presse. » — source/secretaire-ligue/1/s03, 107–149
    « Elle représente la Ligue. » — source/secretaire-ligue/1/s04, 150–175
"""
DATE = """\
tenure-ada-ler--secretaire-ligue startDate "2024-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>
    « Ada Ler est secrétaire de la Ligue. » — source/secretaire-ligue/1/s01, 24–59
"""


@pytest.fixture(scope="module")
def folder(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("reasons")
    write_release(target, publication)
    return target


@pytest.mark.parametrize(
    ("statement", "tree"),
    [
        (("ada-ler", "presides", "conseil-ligue"), PRESIDES),
        (("bureau-ligue", "rdf:type", "http://www.w3.org/ns/org#Organization"), EDITORIAL),
        (("representation-secretaire-ligue--ligue", "represented", page.IRIS.thing("ligue")), TWICE),
        (("tenure-ada-ler--secretaire-ligue", "startDate", "2024-10"), DATE),
    ],
)
def test_why_statement_prints_its_reasons_down_to_the_quotes(
    statement: tuple[str, str, str], tree: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", *statement, "--release", str(folder)]) == 0
    assert capsys.readouterr().out == tree


def test_why_unstated_says_what_is_stated_instead(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "ada-ler", "presides", "presse", "--release", str(folder)]) == 1
    sentence = "the release does not state ada-ler presides presse; ada-ler presides leads to conseil-ligue."
    assert sentence in capsys.readouterr().err
