"""Clients that others wrote, against a running server."""

import shutil
import subprocess

import pytest
from rdflib import URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.server.conftest import CHAIR, GRAPH_A, TERM, Server

pytestmark = pytest.mark.slow

BODIES = f"SELECT ?body WHERE {{ <{CHAIR}> <{TERM}chairs> ?body }} ORDER BY ?body"


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("returns", ["json", "xml", "csv", "tsv"])
def test_rdflib_store_selects(server: Server, method: str, returns: str) -> None:
    store = SPARQLStore(f"{server.url}/sparql", method=method, returnFormat=returns)
    found = [str(row[0]) for row in store.query(BODIES)]
    assert found == [f"https://w3id.org/qui-preside/id/{name}" for name in ("council", "group")]


def test_rdflib_store_asks_and_constructs(server: Server) -> None:
    store = SPARQLStore(f"{server.url}/sparql", returnFormat="xml")
    assert store.query("ASK { ?s ?p ?o }").askAnswer
    graph = store.query("CONSTRUCT WHERE { ?s ?p ?o }").graph
    assert graph is not None
    assert len(graph) == 3


def test_rdflib_store_reads_a_named_graph(server: Server) -> None:
    store = SPARQLStore(f"{server.url}/sparql", context_aware=True)
    assert len(list(store.query("SELECT * { ?s ?p ?o }", queryGraph=URIRef(GRAPH_A)))) == 2


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--data-urlencode", "query=ASK {}"], '"boolean":true'),
        (["-G", "--data-urlencode", "query=ASK {}", "-H", "Accept: text/csv, application/xml;q=0.1"], "true"),
        (["-H", "Content-Type: application/sparql-query", "--data-binary", "ASK {}"], '"boolean":true'),
        (["--compressed", "--data-urlencode", "query=SELECT * { ?s ?p ?o . ?a ?b ?c }"], '"bindings"'),
        (["-H", "Content-Type: application/sparql-query", "--data-binary", "ASK {" + " " * 100_000], "16384 bytes"),
    ],
)
def test_curl_is_answered(server: Server, arguments: list[str], says: str) -> None:
    command = ["curl", "-s", "-m", "10", *arguments, f"{server.url}/sparql"]
    assert says in subprocess.run(command, capture_output=True, text=True, check=True).stdout
