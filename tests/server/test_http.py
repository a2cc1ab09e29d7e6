"""What HTTP clients expect of `/sparql`: methods, conditions, codings, errors, the service description."""

import gzip
import json
from collections.abc import Iterator
from urllib.parse import quote, quote_plus, unquote_plus, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from quipreside.namespaces import EXTERNAL_PREFIXES
from quipreside.settings import load_settings
from server.clauses import merged_dataset
from server.engine import Engine
from server.formats import GRAPHS, RESULTS
from server.front import Front
from server.problems import HttpError
from server.protocol import unquote
from server.reading import read
from tests.server.conftest import CHAIR, GRAPH_A, GRAPH_B, Server

ASK = {"query": "ASK {}"}
ALL = {"query": "SELECT * { ?s ?p ?o }"}
DIRECT = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
LONG = "ASK { #" + "x" * 17_000 + "\n}"


def detail(body: bytes) -> str:
    return str(json.loads(body)["detail"])


def test_options_answers_a_preflight(client: FlaskClient) -> None:
    response = client.options(
        "/sparql", headers={"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    )
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert {"GET", "HEAD", "POST"} <= set(response.headers["Access-Control-Allow-Methods"].split(", "))
    assert {"Accept", "Content-Type"} <= set(response.headers["Access-Control-Allow-Headers"].split(", "))
    assert response.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_head_gives_the_headers_of_get(server: Server) -> None:
    import http.client

    path = f"/sparql?{urlencode(ALL)}"
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=10)
    headers = []
    for method in ("HEAD", "GET"):
        connection.request(method, path)
        with connection.getresponse() as response:
            found = {name.lower(): value for name, value in response.getheaders() if name.lower() != "date"}
            headers.append((response.status, found, len(response.read()) > 0))
    connection.close()
    assert headers[0][:2] == headers[1][:2]
    assert [body for _, _, body in headers] == [False, True]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: FlaskClient, method: str) -> None:
    response = client.open("/sparql", method=method, query_string=ASK)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_get_again_with_its_etag_is_304(client: FlaskClient) -> None:
    first = client.get("/sparql", query_string=ALL)
    again = client.get("/sparql", query_string=ALL, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = client.get("/sparql", query_string=ASK, headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_get_gzip_has_its_own_etag(client: FlaskClient) -> None:
    query = {"query": "SELECT * { ?s ?p ?o . ?a ?b ?c }"}
    plain = client.get("/sparql", query_string=query)
    coded = client.get("/sparql", query_string=query, headers={"Accept-Encoding": "br, gzip"})
    assert (plain.headers.get("Content-Encoding"), coded.headers["Content-Encoding"]) == (None, "gzip")
    assert gzip.decompress(coded.data) == plain.data
    assert coded.headers["ETag"] != plain.headers["ETag"]
    refused = client.get("/sparql", query_string=query, headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in refused.headers


@pytest.mark.parametrize(
    ("query", "format", "expected"),
    [
        ("ASK {}", "xml", "application/sparql-results+xml"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT * {}", "csv", "text/csv; charset=utf-8"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "nt", "application/n-triples"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "json-ld", "application/ld+json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "json", "application/ld+json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "nonsense,application/ld+json", "application/ld+json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "n3", "text/turtle; charset=utf-8"),
    ],
)
def test_format_overrides_accept(client: FlaskClient, query: str, format: str, expected: str) -> None:
    asked = {"query": query, "format": format}
    response = client.get("/sparql", query_string=asked, headers={"Accept": "application/json"})
    assert (response.status_code, response.content_type) == (200, expected)


@pytest.mark.parametrize(("query", "format"), [("ASK {}", "turtle"), ("ASK {}", "nonsense"), ("DESCRIBE <a:b>", "csv")])
def test_format_that_does_not_exist_lists_what_does(client: FlaskClient, query: str, format: str) -> None:
    response = client.get("/sparql", query_string={"query": query, "format": format})
    assert response.status_code == 406
    assert "ask for one of:" in detail(response.data)


def test_syntax_error_has_its_position_and_a_caret(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": "SELECT *\nWHERE { ?s ?p }"})
    problem = json.loads(response.data)
    assert (response.status_code, response.content_type) == (400, "application/problem+json")
    assert (problem["status"], problem["line"], problem["column"]) == (400, 2, 16)
    assert problem["near"] == "WHERE { ?s ?p }\n               ^"


def test_syntax_error_in_a_browser_is_a_page(client: FlaskClient) -> None:
    query = {"query": "SELECT <script>"}
    response = client.get("/sparql", query_string=query, headers={"Accept": "text/html"})
    assert (response.status_code, response.mimetype) == (400, "text/html")
    assert b"<script>" not in response.data
    assert "object-src 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        ({"query_string": "query=ASK%7B%7D&query=ASK%7B%7D"}, 400, "exactly one"),
        ({"query_string": "query=%ff"}, 400, "UTF-8"),
        ({"query_string": ASK | {"timeout": "soon"}}, 400, "seconds above 0"),
        ({"query_string": ASK | {"timeout": "nan"}}, 400, "seconds above 0"),
        ({"query_string": ASK | {"timeout": "-1"}}, 400, "seconds above 0"),
        ({"query_string": ASK | {"default-graph-uri": "no iri"}}, 400, "not an absolute IRI"),
        ({"query_string": {"query": "HELLO"}}, 400, "begins with SELECT"),
        ({"query_string": {"query": ""}}, 400, "begins with SELECT"),
        ({"query_string": {"query": "SELECT (<http://x/f>(1) AS ?x) {}"}}, 400, "cannot be evaluated"),
        ({"query_string": {"query": LONG}}, 414, "16384 bytes"),
        ({"query_string": "a=1&" * 1001 + "query=ASK%7B%7D"}, 400, "more than 1000 parameters"),
        ({"query_string": {"query": "ASK { SERVICE <a:b> {} }"}}, 403, "SERVICE is refused"),
        ({"query_string": {"update": "CLEAR ALL"}}, 403, "read-only"),
        ({"method": "POST", "data": b"ASK {}", "content_type": "text/plain"}, 415, "application/sparql-query"),
        ({"method": "POST", "data": b"ASK {}", "content_type": ""}, 400, "needs a Content-Type"),
        ({"method": "POST", "data": b"", "content_type": FORM}, 400, "exactly one"),
        ({"method": "POST", "data": LONG, "content_type": "application/sparql-query"}, 413, "16384 bytes"),
        ({"method": "POST", "data": b"\xff", "content_type": "application/sparql-query"}, 400, "byte 0"),
        (
            {
                "method": "POST",
                "data": "ASK {}".encode("utf-16"),
                "content_type": "application/sparql-query;charset=utf-16",
            },
            415,
            "in UTF-8",
        ),
    ],
)
def test_refusals_say_what_would_work(client: FlaskClient, arguments: dict[str, str], status: int, says: str) -> None:
    response = client.open("/sparql", **arguments)
    assert (response.status_code, response.content_type) == (status, "application/problem+json")
    assert says in detail(response.data)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "no-store"


def test_timeout_stops_a_query_and_says_when_to_retry(client: FlaskClient) -> None:
    endless = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(200)))} }}" for name in "abcde")
    query = {"query": f"SELECT (COUNT(*) AS ?n) {{ {endless} }}", "timeout": "0.2"}
    response = client.get("/sparql", query_string=query)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "1")
    assert "0.2 s" in detail(response.data)


def test_answer_too_large_is_503(release_folder: object, tmp_path: object) -> None:
    from server.app import create_app
    from server.dataset import read_release

    app = create_app(load_settings({"answer_size": 1024}, {}), read_release(release_folder))
    response = app.test_client().get("/sparql", query_string={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"})
    assert response.status_code == 503
    assert "larger than 1024 bytes" in detail(response.data)


def test_control_character_has_no_xml(client: FlaskClient) -> None:
    query = {"query": r'SELECT ("\u0001" AS ?x) {}'}
    assert client.get("/sparql", query_string=query | {"format": "xml"}).status_code == 406
    assert client.get("/sparql", query_string=query | {"format": "json"}).status_code == 200


def test_csv_is_an_attachment(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string=ALL | {"format": "csv"})
    assert response.headers["Content-Disposition"] == 'attachment; filename="results.csv"'


@pytest.mark.parametrize(
    "query", ["SELECT (RAND() AS ?x) {}", "SELECT (UUID() AS ?x) {}", "select (struuid() as ?x) {}"]
)
def test_volatile_queries_are_never_kept(client: FlaskClient, query: str) -> None:
    answers = {client.get("/sparql", query_string={"query": query}).data for _ in range(5)}
    assert len(answers) == 5
    assert client.get("/sparql", query_string={"query": query}).headers["Cache-Control"] == "no-store"


def test_repeated_query_reaches_no_process(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    query = {"query": "SELECT ?repeated { ?s ?p ?repeated }"}
    answer = client.get("/sparql", query_string=query).data

    def fail(*_: object) -> None:
        raise AssertionError("a query process was asked")

    monkeypatch.setattr(Engine, "ask", fail)
    assert [client.get("/sparql", query_string=query).data for _ in range(3)] == [answer] * 3
    body = urlencode(query)
    assert [client.post("/sparql", data=body, content_type=FORM).data for _ in range(3)] == [answer] * 3


def test_errors_are_never_kept(client: FlaskClient) -> None:
    front = client.application.wsgi_app
    assert isinstance(front, Front)
    before = len(front.known.entries), len(front.endpoint.answers.entries)
    for _ in range(3):
        client.get("/sparql", query_string={"query": "SELECT broken"})
    assert (len(front.known.entries), len(front.endpoint.answers.entries)) == before


@pytest.fixture
def description(client: FlaskClient) -> Iterator[Store]:
    response = client.get("/sparql", headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    assert (response.status_code, response.mimetype) == (200, "text/turtle")
    assert b"evil" not in response.data
    store = Store()
    store.load(response.data, format=RdfFormat.TURTLE)
    yield store


def objects(store: Store, predicate: str) -> list[str]:
    return [quad.object.value for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None)]


def test_bare_address_describes_the_service(description: Store) -> None:
    sd, void = EXTERNAL_PREFIXES["sd"], EXTERNAL_PREFIXES["void"]
    assert objects(description, sd + "endpoint") == ["https://example.org/data/sparql"]
    assert set(objects(description, sd + "resultFormat")) == {format.iri for format in (*RESULTS, *GRAPHS)}
    assert set(objects(description, sd + "name")) == {GRAPH_A, GRAPH_B}
    assert sorted(objects(description, void + "triples")) == ["1", "2", "2", "2", "3"]
    assert Literal(3) in {quad.object for quad in description}


def test_bare_address_of_a_browser_is_the_query_page(client: FlaskClient) -> None:
    response = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (response.status_code, response.mimetype) == (200, "text/html")
    assert b"<textarea" in response.data


@given(st.text(alphabet="aA%=+&\n\r\t _-é€𝄞\x00\"'<>?09.", max_size=20))
def test_unquote_is_that_of_the_standard_library(text: str) -> None:
    for encoded in (quote(text, safe=""), quote_plus(text), text):
        try:
            expected = unquote_plus(encoded, errors="strict")
        except UnicodeDecodeError:
            with pytest.raises(UnicodeError):
                unquote(encoded)
        else:
            assert unquote(encoded) == expected


@pytest.mark.parametrize(
    ("query", "form", "volatile"),
    [
        ("# SERVICE\nPREFIX service: <http://service/> ASK { ?service service:service 'SERVICE' }", "ASK", False),
        ('BASE <http://now/> select * { ?s <rand> """NOW() \' """ }', "SELECT", False),
        ("PREFIX ex: <http://ex/> CONSTRUCT WHERE { ?s ex:a.service ?bnode }", "CONSTRUCT", False),
        ("PREFIX a: # comment\n <a:> DESCRIBE a:uuid", "DESCRIBE", False),
        ("SELECT (now() AS ?x) {}", "SELECT", True),
        ("SELECT (BNODE() AS ?x) {}", "SELECT", True),
        ("SELECT (1+RAND() AS ?x) {}", "SELECT", True),
    ],
)
def test_read_finds_form_and_volatility(query: str, form: str, volatile: bool) -> None:
    assert (read(query).form, read(query).volatile) == (form, volatile)


@pytest.mark.parametrize(
    "query", ["INSERT DATA {}", "PREFIX a: <a:> delete where {}", "#c\nLOAD <a:b>", "with <a:b> delete {} where {}"]
)
def test_read_refuses_updates(query: str) -> None:
    with pytest.raises(HttpError, match="read-only"):
        read(query)


def test_from_two_graphs_counts_a_shared_triple_once(client: FlaskClient) -> None:
    for clauses in (
        f"FROM <{GRAPH_A}> FROM <{GRAPH_B}>",
        "FROM page:s01\nfrom # again\npage:s02",
        "FROM page:s02 FROM page:s01",
    ):
        query = f"PREFIX page: <{GRAPH_A[:-3]}> SELECT (COUNT(*) AS ?n) {clauses} {{ <{CHAIR}> ?p ?o }}"
        response = client.get("/sparql", query_string={"query": query})
        assert json.loads(response.data)["results"]["bindings"][0]["n"]["value"] == "3"


@pytest.mark.parametrize(
    ("query", "dataset"),
    [
        ("SELECT * FROM <a:b> FROM NAMED <c:d> FROM <e:f> { ?s ?p ?o }", (("a:b", "e:f"), ("c:d",))),
        ("PREFIX x: <a:> CONSTRUCT { ?s ?p ?o } FROM x:b FROM x:c WHERE { ?s ?p ?o }", (("a:b", "a:c"), ())),
        ("SELECT * FROM <a:b> { ?s ?p ?o }", None),
        ("SELECT * FROM <a:b> FROM <relative> { ?s ?p ?o }", None),
        ("SELECT * FROM <a:b> { ?s ?p 'FROM <a:c>' }", None),
        ("SELECT * FROM x:b FROM x:c { ?s ?p ?o }", None),
    ],
)
def test_merged_dataset_reads_from_clauses(query: str, dataset: object) -> None:
    assert merged_dataset(query) == dataset
