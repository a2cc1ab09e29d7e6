"""Every route of the application with every method and many Accept headers: never a 500, always the same manners."""

import json

import pytest
from flask.testing import FlaskClient

from tests.linked.conftest import SOURCE

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ACCEPTS = (
    None,
    "",
    "*/*",
    "text/html",
    "text/turtle",
    "application/json",
    "image/png",
    "text/turtle;q=0",
    ",,;;q=,",
    "text/html;q=1.0000, */*;q=x",
    "\xe9\xff/\xfe",
    "a/b," * 2000,
)
EXAMPLES = {
    "slug": "ada-ler",
    "source": "secretaire-ligue",
    "number": "1",
    "version": "1.2.3",
    "kind": "entity",
    "extension": "ttl",
    "filename": "style.css",
}
NAMES = {
    "/doc/<name>": "ada-ler",
    "/graph/<name>": "inferred",
    "/ontology/<name>": "0.1.0",
    "/dataset/<name>": "1.2.3",
    "/source/<source>/<name>": "1",
    "/source/<source>/<number>/<name>": "s02",
    "/dumps/<version>/<name>": "all.nq",
    "/questions/<name>": "01-who-holds-the-post",
}


def paths(client: FlaskClient) -> dict[str, str]:
    """One path for each rule of the application; static files, which Flask itself sends, are left out."""
    found = {}
    with client.application.test_request_context():
        adapter = client.application.url_map.bind("localhost")
        for rule in client.application.url_map.iter_rules():
            if rule.endpoint == "static":
                continue
            values = {name: NAMES.get(rule.rule, EXAMPLES.get(name, "void")) for name in rule.arguments}
            if "any('sparql-examples')" in rule.rule:
                values["name"] = "sparql-examples"
            found[rule.rule] = adapter.build(rule.endpoint, values) if values else rule.rule
    return found


def test_matrix_of_routes_methods_and_accept_headers_keeps_its_manners(client: FlaskClient) -> None:
    checked = 0
    for path in (*paths(client).values(), "/sparql", "/nothing", "/id/nobody"):
        for accept in ACCEPTS:
            headers = {} if accept is None else {"Accept": accept}
            got = client.get(path, headers=headers)
            assert got.status_code < 500, (path, accept)
            assert got.headers["Access-Control-Allow-Origin"] == "*", path
            assert got.headers["X-Content-Type-Options"] == "nosniff", path
            if got.status_code >= 400:
                assert got.mimetype in {"application/problem+json", "text/html"}, (path, accept)
            if got.mimetype == "text/html" and got.status_code != 303:
                assert (
                    "default-src 'none'" in got.headers["Content-Security-Policy"]
                    or "default-src 'self'" in (got.headers["Content-Security-Policy"])
                ), path
            assert client.head(path, headers=headers).status_code == got.status_code, (path, accept)
            checked += 1
        for method in METHODS:
            response = client.open(path, method=method, data=b"x=1" if method == "POST" else b"")
            assert response.status_code < 500, (path, method)
            if response.status_code == 405:
                assert "GET" in response.headers["Allow"], (path, method)
                assert json.loads(response.data)["status"] == 405
    assert checked > 300


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", "Forwarded": "host=evil.example"},
        {"X-Original-URL": "/dumps/", "X-Rewrite-URL": "/dumps/"},
        {"Origin": "https://evil.example", "Referer": "https://evil.example/"},
        {"If-None-Match": 'a,,,"b', "If-Modified-Since": "never", "Range": "bytes=x"},
        {"Accept-Encoding": "br;q=1, gzip;q=x, *;q=0", "Accept-Language": "x-" * 500},
    ],
)
def test_headers_that_lie_change_nothing_and_are_not_repeated(client: FlaskClient, headers: dict[str, str]) -> None:
    for path in ("/", "/id/ada-ler", "/doc/ada-ler", f"/{SOURCE}", "/dataset", "/dumps/latest/all.nq", "/reconcile",
                 "/.well-known/void", "/robots.txt", "/sitemap.xml", "/dumps/1.2.3", "/sparql"):  # fmt: skip
        plain, told = client.get(path), client.get(path, headers=headers)
        assert (told.status_code, told.data) == (plain.status_code, plain.data), path
        assert "evil" not in str(told.headers) + told.get_data(as_text=True), path


@pytest.mark.parametrize("path", ["/doc/ada-ler", "/doc/ada-ler.ttl", "/ontology.nt", "/robots.txt", "/reconcile"])
def test_coded_and_plain_answers_are_kept_apart(client: FlaskClient, path: str) -> None:
    coded, plain = client.get(path, headers={"Accept-Encoding": "gzip"}), client.get(path)
    assert "Accept-Encoding" in plain.headers["Vary"]
    if "Content-Encoding" in coded.headers:
        assert coded.headers["ETag"] != plain.headers["ETag"]


def test_dataset_links_its_files(client: FlaskClient) -> None:
    link = client.get("/dataset", headers={"Accept": "text/html"}).headers["Link"]
    assert '<https://w3id.org/qui-preside/dumps/1.2.3/all.nq>; rel="item"; type="application/n-quads"' in link
    assert '<https://schema.org/AboutPage>; rel="type"' in link
    assert 'rel="item"' not in client.get("/doc/ada-ler").headers["Link"]
