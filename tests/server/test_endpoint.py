"""Requests to `/sparql` and what they are answered."""

import json
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from tests.server.conftest import CHAIR, GRAPH_A, GRAPH_B, TERM

BODIES = f"SELECT ?body WHERE {{ <{CHAIR}> <{TERM}chairs> ?body }} ORDER BY ?body"
COUNT = f"SELECT (COUNT(*) AS ?n) WHERE {{ <{CHAIR}> ?p ?o }}"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
GRAPH_QUERY = "CONSTRUCT WHERE { ?s ?p ?o }"


def rows(body: bytes) -> list[str]:
    result = json.loads(body)
    return [cell["value"] for row in result["results"]["bindings"] for cell in row.values()]


@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
def test_get_query_gives_rows(client: FlaskClient, path: str) -> None:
    response = client.get(path, query_string={"query": BODIES})
    assert response.status_code == 200
    assert response.content_type == "application/sparql-results+json"
    assert rows(response.data) == [f"https://w3id.org/qui-preside/id/{name}" for name in ("council", "group")]


@pytest.mark.parametrize(("kind", "body"), [(FORM, urlencode({"query": BODIES})), (DIRECT, BODIES)])
def test_post_query_gives_the_rows_of_get(client: FlaskClient, kind: str, body: str) -> None:
    posted = client.post("/sparql", data=body.encode(), content_type=kind)
    assert (posted.status_code, posted.data) == (200, client.get("/sparql", query_string={"query": BODIES}).data)


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        ("ASK {}", None, "application/sparql-results+json"),
        ("ASK {}", "", "application/sparql-results+json"),
        ("ASK {}", "*/*", "application/sparql-results+json"),
        ("ASK {}", "application/json", "application/sparql-results+json"),
        ("ASK {}", "application/sparql-results+json;charset=utf-8", "application/sparql-results+json"),
        ("ASK {}", "text/xml", "application/sparql-results+xml"),
        ("ASK {}", "application/sparql-results+xml, */*;q=0.1", "application/sparql-results+xml"),
        ("ASK {}", "application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
        ("ASK {}", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "text/html; charset=utf-8"),
        (BODIES, "text/*", "text/csv; charset=utf-8"),
        (BODIES, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (GRAPH_QUERY, None, "text/turtle; charset=utf-8"),
        (GRAPH_QUERY, "text/plain, */*;q=0.1", "application/n-triples"),
        (GRAPH_QUERY, "application/json", "application/ld+json"),
        (GRAPH_QUERY, "application/xml", "application/rdf+xml"),
        (GRAPH_QUERY, "application/trig", "application/trig"),
        (GRAPH_QUERY, "application/n-quads", "application/n-quads"),
        (GRAPH_QUERY, "text/html", "text/html; charset=utf-8"),
    ],
)
def test_get_accept_chooses_the_format(client: FlaskClient, query: str, accept: str | None, expected: str) -> None:
    headers = {} if accept is None else {"Accept": accept}
    response = client.get("/sparql", query_string={"query": query}, headers=headers)
    assert (response.status_code, response.content_type) == (200, expected)


@pytest.mark.parametrize("accept", ["image/png", "application/sparql-results+json;q=0", "text/turtle", "*/*;q=0"])
def test_get_unacceptable_lists_what_exists(client: FlaskClient, accept: str) -> None:
    response = client.get("/sparql", query_string={"query": "ASK {}"}, headers={"Accept": accept})
    assert response.status_code == 406
    assert "application/sparql-results+json" in json.loads(response.data)["detail"]


def test_post_update_is_refused(client: FlaskClient) -> None:
    update = "INSERT DATA { <http://a> <http://b> <http://c> }"
    for data, kind in (
        (update, "application/sparql-update"),
        (urlencode({"update": update}), FORM),
        (urlencode({"query": update}), FORM),
    ):
        response = client.post("/sparql", data=data, content_type=kind)
        assert response.status_code == 403
        assert "read-only" in json.loads(response.data)["detail"]


def test_get_dataset_parameters_replace_the_dataset(client: FlaskClient) -> None:
    def count(*graphs: str, query: str = COUNT) -> list[str]:
        return rows(client.get("/sparql", query_string={"query": query, "default-graph-uri": list(graphs)}).data)

    assert count(GRAPH_A) == ["2"]
    assert count(GRAPH_A, GRAPH_B) == ["3"]
    assert count("http://nowhere.example/") == ["0"]
    assert count(GRAPH_A, query=COUNT.replace("WHERE", f"FROM <{GRAPH_B}> WHERE")) == ["2"]
    named = "SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert count(GRAPH_A, query=named) == []
