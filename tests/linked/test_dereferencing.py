"""Every IRI of the graph over HTTP: where it leads, what comes back, in which format, for how long."""

import json
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from flask.testing import FlaskClient
from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    parse,
)
from werkzeug.test import TestResponse

from quipreside.namespaces import EXTERNAL_PREFIXES
from quipreside.settings import load_settings
from server.app import create_app
from server.dataset import read_release
from server.formats import GRAPHS
from tests.linked.conftest import BASE, SOURCE, mentioned
from tests.release import page

OA, RDFS, SKOS = (EXTERNAL_PREFIXES[prefix] for prefix in ("oa", "rdfs", "skos"))
DOCUMENTS = (
    "doc/ada-ler",
    "doc/secretaire-ligue",
    "doc/chairship-secretaire-ligue--conseil-ligue",
    f"{SOURCE}/1",
    f"{SOURCE}/1/s02",
    "graph/inferred",
    "graph/why",
    "ontology",
    "ontology/0.1.0",
    "shapes",
    "dataset",
    "dataset/1.2.3",
)


def follow(client: FlaskClient, iri: str, accept: str = "text/turtle") -> TestResponse:
    """GET an IRI of the graph at the server that stands for its base, over at most one redirect."""
    path = "/" + urldefrag(iri).url.removeprefix(BASE)
    response = client.get(path, headers={"Accept": accept})
    if response.status_code != 303:
        return response
    return client.get(urljoin(path, response.headers["Location"]), headers={"Accept": accept})


def triples(body: bytes, format: RdfFormat) -> Dataset:
    """The triples of a body, comparable whatever its blank nodes are called."""
    read = Dataset(Quad(quad.subject, quad.predicate, quad.object) for quad in parse(body, format=format))
    read.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return read


def test_get_every_iri_of_the_graph_answers_with_its_statements(client: FlaskClient, store: Store) -> None:
    iris = mentioned(store)
    found: dict[str, set[Triple]] = {}
    for iri in sorted(iris):
        document = urldefrag(iri).url
        if document not in found:
            response = follow(client, iri)
            assert response.status_code == 200, iri
            found[document] = {quad.triple for quad in parse(response.data, format=RdfFormat.TURTLE)}
        if not document.startswith(f"{BASE}graph/") or iri != document:
            own = {quad.triple for quad in store.quads_for_pattern(NamedNode(iri), None, None, None)}
            assert own <= found[document], iri
    assert len(iris) > 300
    assert len(found) > 30


@pytest.mark.parametrize("name", ["evidence", "inferred", "links", "editorial", "why", "catalogue"])
def test_get_named_graph_gives_exactly_it(client: FlaskClient, store: Store, name: str) -> None:
    graph = {quad.triple for quad in store.quads_for_pattern(None, None, None, NamedNode(f"{BASE}graph/{name}"))}
    answered = parse(client.get(f"/graph/{name}").data, format=RdfFormat.TURTLE)
    assert {quad.triple for quad in answered} == graph
    assert graph


@pytest.mark.parametrize("path", DOCUMENTS)
def test_get_every_format_holds_the_same_triples(client: FlaskClient, path: str) -> None:
    bodies = {}
    for format in GRAPHS:
        negotiated = client.get(f"/{path}", headers={"Accept": format.media_type})
        suffixed = client.get(f"/{path}.{format.extension}", headers={"Accept": "image/png"})
        assert negotiated.content_type == suffixed.content_type == format.content_type
        name = path.rpartition("/")[2]
        assert negotiated.headers["Content-Location"] == f"{name}.{format.extension}"
        assert "Content-Location" not in suffixed.headers
        bodies[format.name] = triples(suffixed.data, getattr(RdfFormat, format.engine))
    assert len(bodies["turtle"]) > 0
    assert [name for name in bodies if bodies[name] != bodies["turtle"]] == []


def test_get_thing_is_described_with_labels_evidence_and_reasons(client: FlaskClient, store: Store) -> None:
    said = {quad.triple for quad in parse(client.get("/doc/ada-ler.nt").data, format=RdfFormat.N_TRIPLES)}
    predicates = {triple.predicate.value for triple in said}
    assert {page.IRIS.term("presides"), page.IRIS.term("byAxiom"), f"{OA}exact", f"{OA}start"} <= predicates
    assert Literal("Ada Ler est secrétaire de la Ligue.", language="fr") in {triple.object for triple in said}
    for label in (f"{RDFS}label", f"{SKOS}prefLabel"):
        for term in {term for triple in said for term in (triple.subject, triple.predicate, triple.object)}:
            if isinstance(term, NamedNode):
                quads = store.quads_for_pattern(term, NamedNode(label), None, DefaultGraph())
                assert {quad.triple for quad in quads} <= said


def test_get_thing_shows_what_points_at_it(client: FlaskClient) -> None:
    subjects = {quad.subject.value for quad in parse(client.get("/doc/ligue").data, format=RdfFormat.TURTLE)}
    assert f"{BASE}id/secretaire-ligue" in subjects


def test_get_edition_as_text_is_byte_identical(client: FlaskClient) -> None:
    for path, accept in ((f"/{SOURCE}/1", "text/plain"), (f"/{SOURCE}/1.txt", "text/turtle"), (f"/{SOURCE}/1", "*/*")):
        response = client.get(path, headers={"Accept": accept})
        assert (response.content_type, response.data) == ("text/plain; charset=utf-8", page.TEXT.encode())


def test_get_passage_as_a_page_shows_its_words_alone_and_leads_to_the_text(client: FlaskClient) -> None:
    body = client.get(f"/{SOURCE}/1/s02", headers={"Accept": "text/html"}).data.decode()
    assert "La secrétaire préside le Conseil, et lui seul." in body
    assert "Elle représente la Ligue devant la presse." not in body
    assert f'href="/{SOURCE}/1#s02"' in body
    assert f'href="/{SOURCE}/1#' not in client.get(f"/{SOURCE}/1.html").data.decode()


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/id/ada-ler", "../doc/ada-ler"),
        ("/id/chairship-secretaire-ligue--conseil-ligue", "../doc/chairship-secretaire-ligue--conseil-ligue"),
        (f"/{SOURCE}", f"../{SOURCE}/1"),
    ],
)
def test_get_name_of_a_thing_sees_other(client: FlaskClient, path: str, location: str) -> None:
    response = client.get(path, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    assert (response.status_code, response.headers["Location"]) == (303, location)
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_get_name_leads_to_the_public_address_when_one_is_set(folder: Path) -> None:
    app = create_app(load_settings({"public_url": "https://example.org/data/"}, {}), read_release(folder))
    location = app.test_client().get("/id/ada-ler").headers["Location"]
    assert location == "https://example.org/data/doc/ada-ler"


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        (None, "text/turtle; charset=utf-8"),
        ("*/*", "text/turtle; charset=utf-8"),
        ("", "text/turtle; charset=utf-8"),
        ("text/plain, */*;q=0.1", "application/n-triples"),
        ("application/rdf+xml;q=0.9, text/turtle;q=0.8", "application/rdf+xml"),
        ("application/ld+json;profile=x", "application/ld+json"),
        ("application/n-quads", "application/n-quads"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)
def test_get_document_accept_chooses_the_format(client: FlaskClient, accept: str | None, content_type: str) -> None:
    response = client.get("/doc/ada-ler", headers={} if accept is None else {"Accept": accept})
    assert (response.status_code, response.content_type) == (200, content_type)
    assert "Accept" in response.headers["Vary"]


def test_get_document_headers_tie_the_formats_together(client: FlaskClient) -> None:
    link = client.get("/doc/ada-ler").headers["Link"]
    for wanted in (
        '<ada-ler.html>; rel="alternate"; type="text/html"',
        '<ada-ler.nq>; rel="alternate"; type="application/n-quads"',
        f'<{BASE}id/ada-ler>; rel="cite-as"',
        '<ada-ler.ttl>; rel="describedby"; type="text/turtle"',
        '<http://xmlns.com/foaf/0.1/Person>; rel="type"',
    ):
        assert wanted in link


@pytest.mark.parametrize(
    ("path", "licensed"),
    [
        ("doc/ada-ler", False),
        (f"{SOURCE}/1", False),
        (f"{SOURCE}/1/h01", False),
        ("graph/evidence", False),
        ("graph/inferred", True),
        ("ontology", True),
        ("shapes", True),
    ],
)
def test_get_licence_is_stated_only_where_no_quote_is(client: FlaskClient, path: str, licensed: bool) -> None:
    assert ('rel="license"' in client.get(f"/{path}").headers["Link"]) is licensed


def test_get_again_is_not_modified(client: FlaskClient) -> None:
    first = client.get("/doc/ada-ler")
    for condition in ({"If-None-Match": first.headers["ETag"]}, {"If-Modified-Since": first.headers["Last-Modified"]}):
        again = client.get("/doc/ada-ler", headers=condition)
        assert (again.status_code, again.data) == (304, b"")
    stale = {"If-None-Match": '"other"', "If-Modified-Since": first.headers["Last-Modified"]}
    assert client.get("/doc/ada-ler", headers=stale).status_code == 200
    assert client.get("/doc/ada-ler", headers={"If-Modified-Since": "yesterday"}).status_code == 200


@pytest.mark.parametrize("path", ["/id/ada-ler", "/doc/ada-ler", "/doc/ada-ler.html", f"/{SOURCE}/1", "/ontology"])
def test_head_has_the_headers_of_get(client: FlaskClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.status_code == get.status_code
    assert head.data == b""
    assert {name: value for name, value in head.headers.items() if name != "Date"} == dict(get.headers)


def test_get_ontology_version_is_immutable(client: FlaskClient) -> None:
    assert "immutable" in client.get("/ontology/0.1.0").headers["Cache-Control"]
    assert "immutable" not in client.get("/ontology").headers["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/id/nobody", 404, "Nothing is known"),
        ("/doc/nobody", 404, "Nothing is known"),
        ("/id/secretaire", 410, "id/secretaire-ligue replaces it"),
        ("/doc/secretaire", 410, "id/secretaire-ligue replaces it"),
        ("/doc/tresorier-ligue.ttl", 410, "nothing replaces it"),
        ("/doc/ada-ler.exe", 404, ".ttl"),
        ("/id/Ada-Ler", 404, "lower-case"),
        ("/id/ada_ler", 404, "lower-case"),
        ("/id/ada-ler%0a", 404, "lower-case"),
        ("/id/ada-ler%00", 404, "lower-case"),
        ("/id/аda-ler", 404, "lower-case"),
        ("/id/ada-ler>", 404, "lower-case"),
        ("/id/..%2f..%2fmanifest.json", 404, ""),
        ("/doc/../manifest.json", 404, ""),
        ("/id//ada-ler", 404, ""),
        ("/id/ada-ler/", 404, ""),
        (f"/id/{'a' * 5000}", 404, "lower-case"),
        (f"/{SOURCE}/9", 404, "Nothing is known"),
        (f"/{SOURCE}/1/s99", 404, "Nothing is known"),
        ("/source/nothing", 404, "Nothing is known"),
        ("/graph/nothing", 404, "Nothing is known"),
        ("/ontology/9.9.9", 404, "Nothing is known"),
        ("/ontology.exe", 404, ".ttl"),
        ("/dataset/9.9.9", 404, "Nothing is known"),
    ],
)
def test_get_what_is_not_there_is_explained(client: FlaskClient, path: str, status: int, words: str) -> None:
    response = client.get(path, headers={"Accept": "text/turtle"})
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    assert words in json.loads(response.data)["detail"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(path, headers={"Accept": "text/html"}).content_type.startswith("text/html")


def test_get_withdrawn_thing_links_its_replacement(client: FlaskClient) -> None:
    link = client.get("/id/secretaire").headers["Link"]
    assert link == f'<{BASE}id/secretaire-ligue>; rel="successor-version"'


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "*/*;q=0", "x" * 5000])
def test_get_unacceptable_lists_what_exists(client: FlaskClient, accept: str) -> None:
    response = client.get("/doc/ada-ler", headers={"Accept": accept})
    assert response.status_code == 406
    assert "text/turtle, application/n-triples" in json.loads(response.data)["detail"]


@pytest.mark.parametrize("path", ["/id/ada-ler", "/doc/ada-ler", f"/{SOURCE}/1/s01", "/ontology"])
def test_other_methods_are_told_what_works(client: FlaskClient, path: str) -> None:
    refused = client.post(path, data=b"x")
    assert refused.status_code == 405
    assert "GET" in refused.headers["Allow"]
    asked = client.options(path)
    assert asked.status_code == 200
    assert "GET" in asked.headers["Access-Control-Allow-Methods"]
