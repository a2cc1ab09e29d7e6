"""Identifiers of other graphs, and where they lead."""

import json
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from quipreside.settings import load_settings
from server.app import create_app
from server.dataset import read_release

WIKIDATA = "http://www.wikidata.org/entity/"


def get(client: FlaskClient, iri: str) -> tuple[int, str]:
    response = client.get(f"/resolve?uri={quote(iri, safe='')}", headers={"Host": "evil.example"})
    return response.status_code, response.headers.get("Location") or json.loads(response.data)["detail"]


@pytest.mark.parametrize(
    ("iri", "slug"),
    [
        (f"{WIKIDATA}Q101", "ligue"),
        ("https://www.wikidata.org/wiki/Q101", "ligue"),
        ("https://m.wikidata.org/wiki/Q101", "ligue"),
        ("http://dbpedia.org/resource/Ligue", "ligue"),
        ("https://fr.dbpedia.org/page/Ligue", "ligue"),
        ("https://www.geonames.org/42/ligue.html", "ligue"),
        ("http://publications.europa.eu/resource/authority/role/X", "ada-ler"),
        ("https://w3id.org/qui-preside/id/ligue", "ligue"),
    ],
)
def test_resolve_linked_identifier_sees_ours(client: FlaskClient, iri: str, slug: str) -> None:
    assert get(client, iri) == (303, f"https://example.org/data/id/{slug}")


def test_resolve_without_a_public_address_is_relative(folder: object) -> None:
    client = create_app(load_settings({}, {}), read_release(folder)).test_client()  # type: ignore[arg-type]
    assert get(client, f"{WIKIDATA}Q101") == (303, "./id/ligue")


def test_resolve_prefers_the_closest_link(client: FlaskClient) -> None:
    assert get(client, f"{WIKIDATA}Q102") == (303, "https://example.org/data/id/union")


def test_resolve_several_alike_lets_choose(client: FlaskClient) -> None:
    status, detail = get(client, f"{WIKIDATA}Q103")
    assert status == 404
    assert "id/ligue" in detail
    assert "id/union" in detail


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        (
            "http://example.org/resource/Bureau_Executif",
            "Bureau exécutif (https://w3id.org/qui-preside/id/bureau-ligue)",
        ),
        ("http://example.org/#ada_oeler", "Ada Œler"),
        (f"{WIKIDATA}Q1", "no name here is like it"),
        (f"{WIKIDATA}Q1010", "Nothing here is linked"),
    ],
)
def test_resolve_unknown_identifier_names_near_ones(client: FlaskClient, iri: str, words: str) -> None:
    status, detail = get(client, iri)
    assert status == 404
    assert words in detail


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?uri=",
        "?uri=Q101",
        "?uri=http://a b",
        "?uri=http://x%3E%20%3Fp",
        f"?uri=http://{'a' * 3000}",
        "?uri=x:1&uri=x:2",
    ],
)
def test_resolve_what_is_no_identifier_says_what_works(client: FlaskClient, query: str) -> None:
    response = client.get(f"/resolve{query}")
    assert (response.status_code, response.content_type) == (400, "application/problem+json")
