"""The W3C SPARQL 1.1 query, results and protocol suites, over HTTP."""

import base64
import http.client
import json
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.server import w3c
from tests.server.conftest import Reply, Server, lower, start_server, stop_server, write_release

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not w3c.ROOT.exists(), reason=w3c.ABSENT),
]

QUERY = w3c.cases("manifest-sparql11-query.ttl")
RESULTS = w3c.cases("manifest-sparql11-results.ttl")
UNKNOWN_FUNCTION = b"The custom function <http://example/function> is not supported"
NOTHING = "urn:x-no-such-graph"

ABSENT_TERM = "the engine finds no zero-length path from or to a term that the graph does not hold"
LANGUAGE = "the engine's GROUP_CONCAT gives no plain literal when all its values share a language"
GRAPH_VARIABLE = "the engine joins the variable of GRAPH before, not after, what lies in its braces"
EXCEPTIONS: dict[str, str] = {
    "property-path/zero_or_more_set_start": ABSENT_TERM,
    "property-path/zero_or_more_set_end": ABSENT_TERM,
    "property-path/zero_or_one_set_start": ABSENT_TERM,
    "property-path/zero_or_one_set_end": ABSENT_TERM,
    "aggregates/agg-groupconcat-04": LANGUAGE,
    "aggregates/agg-groupconcat-06": LANGUAGE,
    "aggregates/agg-empty-group-count-graph": GRAPH_VARIABLE,
    "bindings/graph": GRAPH_VARIABLE,
    "negation/graph-minus": GRAPH_VARIABLE,
    "functions/bnode01": "the engine's BNODE(label) gives one node per query, not one per solution",
}

ACCEPT = {
    ".srx": "application/sparql-results+xml",
    ".srj": "application/sparql-results+json",
    ".tsv": "text/tab-separated-values",
    ".csv": "text/csv",
}


def modelled(name: str) -> list[dict[str, object]]:
    """The requests that model a protocol suite."""
    file = w3c.ROOT / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


PROTOCOL = modelled("protocol-query-tests.json")
UPDATES = modelled("protocol-update-tests.json")


def parameters(cases: list[w3c.Case]) -> list[object]:
    """The cases, those that are known to fail marked so."""
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(strict=True, reason=EXCEPTIONS[case.name])] if case.name in EXCEPTIONS else [],
        )
        for case in cases
    ]


@pytest.fixture(scope="module")
def suite_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    graphs = {(graph["graph"], w3c.ROOT / str(graph["file"])) for test in PROTOCOL for graph in test["graphs"]}
    quads = [quad for index, (name, file) in enumerate(sorted(graphs)) for quad in w3c.quads(name, file, 10**6 + index)]
    folder = write_release(tmp_path_factory.mktemp("w3c"), (*w3c.dataset([*QUERY, *RESULTS]), *quads))
    running = start_server(folder)
    yield running
    stop_server(running)


def ask(server: Server, case: w3c.Case) -> Reply:
    """Send a case's query on its dataset."""
    named = [("named-graph-uri", name) for name, _ in case.named]
    default = [("default-graph-uri", file.as_uri()) for file in case.default]
    query = f"BASE <{case.query.as_uri()}>\n{case.query.read_text(encoding='utf-8')}"
    if not default and "FROM" not in query:
        default = [("default-graph-uri", NOTHING)]
    fields = [("query", query), *default, *(named if default else [])]
    accept = ACCEPT.get(case.result.suffix if case.result else "", "application/sparql-results+json, text/turtle")
    return server.get("/sparql", {"Accept": accept}, urlencode(fields).encode())


def test_collect_finds_every_case() -> None:
    kinds = [case.kind for case in QUERY]
    assert (kinds.count("QueryEvaluationTest"), kinds.count("PositiveSyntaxTest11")) == (225, 63)
    assert kinds.count("NegativeSyntaxTest11") == 40
    assert (len(QUERY), len(RESULTS), len(PROTOCOL), len(UPDATES)) == (328, 10, 20, 14)
    assert set(EXCEPTIONS) <= {case.name for case in QUERY}


@pytest.mark.parametrize("case", parameters([*QUERY, *RESULTS]))
def test_query_suite(suite_server: Server, case: w3c.Case) -> None:
    reply = ask(suite_server, case)
    if case.kind == "NegativeSyntaxTest11":
        assert reply.status == 400
    elif case.kind == "PositiveSyntaxTest11":
        assert reply.status == 200 or UNKNOWN_FUNCTION in reply.body
    else:
        assert reply.status == 200, reply.body.decode()
        assert case.result is None or w3c.same(case, reply.body), reply.body.decode()


def send(server: Server, request: dict[str, object]) -> Reply:
    """Send a modelled request byte for byte."""
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=30)
    body = base64.b64decode(str(request["body_base64"])) if request.get("body_base64") else None
    connection.putrequest(str(request["method"]), str(request["path"]))
    for name, value in request["headers"]:
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    with connection.getresponse() as response:
        reply = Reply(response.status, lower(dict(response.getheaders())), response.read())
    connection.close()
    return reply


FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {*ACCEPT.values()},
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"},
}


@pytest.mark.parametrize("test", PROTOCOL, ids=lambda test: test["id"])
def test_protocol_suite(suite_server: Server, test: dict[str, object]) -> None:
    for request in test["requests"]:
        reply, expected = send(suite_server, request), request["expected"]
        assert f"{reply.status // 100}xx" in expected["status"], reply.body.decode()
        if "format" in expected:
            assert reply.headers["content-type"].partition(";")[0] in FORMATS[expected["format"]]
        if "boolean" in expected:
            assert json.loads(reply.body)["boolean"] is expected["boolean"]


@pytest.mark.parametrize("test", UPDATES, ids=lambda test: test["id"])
def test_update_suite_is_refused(suite_server: Server, test: dict[str, object]) -> None:
    before = suite_server.query("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }").body
    first = send(suite_server, test["requests"][0])
    assert 400 <= first.status < 500
    assert json.loads(first.body)["detail"]
    after = suite_server.query("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } #").body
    assert before == after
