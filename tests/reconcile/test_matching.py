"""Names, types and properties sent, and the candidates that come back."""

import json

import pytest
from flask.testing import FlaskClient

from server.folding import fold
from server.reconcile.folding import compare, key
from tests.reconcile.conftest import Match


def ids(candidates: list[dict[str, object]]) -> list[object]:
    return [one["id"] for one in candidates]


@pytest.mark.parametrize(
    ("sent", "expected", "score"),
    [
        ("Conseil d’Orléans", "conseil-ligue", 100),
        ("conseil d'orleans", "conseil-ligue", 100),
        ("CONSEIL D'ORLÉANS", "conseil-ligue", 100),
        ("Council of Orleans", "conseil-ligue", 100),
        ("Ada Oeler", "ada-ler", 100),
        ("bureau  exécutif ", "bureau-ligue", 100),
        ("Directeur de l'école", "directrice-ligue", 98),
        ("directrice École", "directrice-ligue", 98),
        ("Secrétaire générale de la Ligue", "secretaire-general-ligue", 98),
        ("League Secretary General", "secretaire-general-ligue", 98),
        ("ada-ler", "ada-ler", 100),
        ("https://w3id.org/qui-preside/id/ada-ler", "ada-ler", 100),
    ],
)
def test_match_folded_name_is_certain(match: Match, sent: str, expected: str, score: float) -> None:
    best = match(sent)[0]
    assert (best["id"], best["score"], best["match"]) == (expected, score, True)


def test_match_two_of_one_name_are_no_match(match: Match) -> None:
    found = match("secrétaire général")
    assert ids(found)[:2] == ["secretaire-general-ligue", "secretaire-general-union"]
    assert [(one["score"], one["match"]) for one in found[:2]] == [(100, False), (100, False)]


def test_match_misspelt_name_is_offered_not_chosen(match: Match) -> None:
    best = match("Conseil d'Orlean")[0]
    assert best["id"] == "conseil-ligue"
    assert best["match"] is False
    assert 30 <= float(str(best["score"])) < 95


@pytest.mark.parametrize("sent", ["", "   ", "!!!", "de la", "zzzz qqqq", "\0", "𝔸" * 500])
def test_match_nothing_like_it_is_empty(match: Match, sent: str) -> None:
    assert match(sent) == []


def test_match_limit_bounds_the_candidates(match: Match) -> None:
    assert len(match("secrétaire général", limit=1)) == 1
    assert len(match("secrétaire général", limit=0)) == 1
    assert len(match("secrétaire général", limit=1e9)) >= 2


@pytest.mark.parametrize(
    ("types", "strict", "expected"),
    [
        ("Person", "any", []),
        ("Post", "any", ["secretaire-general-ligue", "secretaire-general-union"]),
        (["Post", "Person"], "any", ["secretaire-general-ligue", "secretaire-general-union"]),
        (["Post", "Person"], "all", []),
        (["Post", "Actor"], "all", ["secretaire-general-ligue", "secretaire-general-union"]),
        (["Nothing"], "any", []),
        ([], "any", ["secretaire-general-ligue", "secretaire-general-union"]),
    ],
)
def test_match_types_restrict(match: Match, types: object, strict: str, expected: list[str]) -> None:
    assert ids(match("secrétaire général", type=types, type_strict=strict))[:2] == expected


def test_match_types_that_should_be_only_weigh(match: Match) -> None:
    assert ids(match("Ada Œler", type="Post", type_strict="should"))[0] == "ada-ler"
    assert float(str(match("Ada Œler", type="Post", type_strict="should")[0]["score"])) < 100


@pytest.mark.parametrize(
    "value",
    ["Ligue", "League", "ligue", {"id": "ligue"}, {"id": "ligue", "name": "x"}, ["nothing", "Ligue"]],
)
def test_match_property_decides_between_namesakes(match: Match, value: object) -> None:
    found = match("secrétaire général", properties=[{"pid": "postIn", "v": value}])
    assert (found[0]["id"], found[0]["score"], found[0]["match"]) == ("secretaire-general-ligue", 100, True)
    assert float(str(found[1]["score"])) < 75


def test_match_property_alone_finds(match: Match) -> None:
    assert ids(match(properties=[{"pid": "chairs", "v": "Bureau exécutif"}])) == ["secretaire-general-ligue"]
    assert ids(match(properties=[{"pid": "memberCount", "v": 12}])) == ["bureau-ligue"]


def test_match_property_that_disagrees_or_is_unknown_unmatches(match: Match) -> None:
    for pid in ("postIn", "zip"):
        best = match("Conseil d'Orléans", properties=[{"pid": pid, "v": "nowhere"}])[0]
        assert (best["id"], best["match"]) == ("conseil-ligue", False)


def test_match_candidate_has_types_and_a_description(match: Match) -> None:
    best = match("Conseil d'Orléans")[0]
    assert best["type"][0] == {"id": "Body", "name": "organe"}  # type: ignore[index]
    assert match("directrice de l'école")[0]["description"] == "charge, Ligue"


@pytest.mark.parametrize(
    ("queries", "words"),
    [
        ("{", "not JSON"),
        ("[" * 100000, "not JSON"),
        ("[]", "JSON object"),
        ('{"q0": "x"}', "not a JSON object"),
        ('{"q0": {"query": "x", "limit": "many"}}', "`limit` is a number"),
        ('{"q0": {"query": "x", "limit": true}}', "`limit` is a number"),
        ('{"q0": {"query": "x", "type": 5}}', "`type`"),
        ('{"q0": {"query": "x", "type_strict": "never"}}', "`type_strict`"),
        ('{"q0": {"query": "x", "properties": 3}}', "`properties`"),
        ('{"q0": {"query": "x", "properties": [{"v": 1}]}}', "pid"),
        (json.dumps({f"q{n}": {"query": "x"} for n in range(201)}), "at most 200"),
    ],
)
def test_match_bad_batch_says_what_is_wrong(client: FlaskClient, queries: str, words: str) -> None:
    response = client.post("/reconcile", data={"queries": queries})
    assert response.status_code == 400
    assert words in json.loads(response.data)["detail"]


def test_match_infinite_limit_is_refused_or_bounded(client: FlaskClient) -> None:
    for limit in ("Infinity", "NaN", "-1e999", "1e400"):
        response = client.post("/reconcile", data={"queries": f'{{"q0": {{"query": "x", "limit": {limit}}}}}'})
        assert response.status_code in {200, 400}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Secrétaire générale déléguée", "secretaire general delegue", True),
        ("présidente", "président", True),
        ("ambassadrice", "ambassadeur", True),
        ("première conseillère", "premier conseiller", True),
        ("cheffe de cabinet", "chef de cabinet", True),
        ("Conseil OTAN-Ukraine", "conseil otan ukraine", True),
        ("Conseil OTAN-Ukraine", "conseil otan russie", False),
        ("secrétaire général", "secrétaire général délégué", False),
    ],
)
def test_compare_folds_titles(one: str, other: str, same: bool) -> None:
    assert (compare(one, other) == 1) is same


def test_fold_keeps_words_and_key_drops_linking_ones() -> None:
    assert fold("L’Œuvre  d’été (n° 2)") == "l oeuvre d ete n 2"
    assert key("secrétaire générale de l'OTAN") == key("OTAN secrétaire général")
