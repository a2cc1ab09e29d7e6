"""Generated requests: whatever is sent, the answer is a whole one, and never a 500."""

import json

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.slow

FRAGMENTS = (
    *(
        "SELECT",
        "ASK",
        "CONSTRUCT",
        "DESCRIBE",
        "WHERE",
        "FILTER",
        "BIND",
        "OPTIONAL",
        "UNION",
        "MINUS",
        "GRAPH",
        "SERVICE",
    ),
    *(
        "VALUES",
        "FROM",
        "NAMED",
        "PREFIX",
        "BASE",
        "INSERT",
        "DELETE",
        "LIMIT",
        "ORDER BY",
        "GROUP BY",
        "AS",
        "IN",
        "NOT",
    ),
    *(
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "<http://x/y>",
        "<x>",
        ":",
        "x:y",
        "_:b",
        "?x",
        "$y",
        "*",
        "+",
        "/",
        "|",
        "^",
    ),
    *(
        '"',
        "'",
        '"a"',
        "'''",
        '"""',
        "\\",
        "\\u0000",
        "\\uD800",
        "1",
        "-1.5e3",
        "1e999",
        "@en",
        "^^",
        "true",
        ".",
        ";",
        ",",
    ),
    *(
        "#",
        "\n",
        "\r",
        "\t",
        "\x00",
        "\x1f",
        "é",
        "𝄞",
        "\ufeff",
        "\u202e",
        "=",
        "&&",
        "||",
        "!",
        "<<",
        ">>",
        "NOW()",
        "RAND()",
    ),
)
TEXT = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join) | st.text(max_size=60)
HEADER = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=255), max_size=60)
ACCEPT = (
    st.sampled_from(["*/*", "text/html", "application/json", "text/turtle;q=0.5, */*;q=0.1", "a/b;q=x", ";;,", "q=1"])
    | HEADER
)
NAME = st.sampled_from(["query", "default-graph-uri", "named-graph-uri", "timeout", "format", "update", "other", ""])
TYPE = (
    st.sampled_from(["application/sparql-query", "application/x-www-form-urlencoded", "application/sparql-update"])
    | HEADER
)
RELAXED = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
EXPECTED = {200, 304, 400, 403, 405, 406, 413, 414, 415, 503}


def check(response: object) -> None:
    """A status of the protocol, a body that is whole, and a sentence with every refusal."""
    assert response.status_code in EXPECTED
    assert int(response.headers["Content-Length"]) == len(response.data)
    if response.content_type == "application/problem+json":
        assert json.loads(response.data)["detail"].strip()


@RELAXED
@given(parameters=st.lists(st.tuples(NAME, TEXT), max_size=4), accept=ACCEPT)
def test_get_of_anything_is_answered(client: FlaskClient, parameters: list[tuple[str, str]], accept: str) -> None:
    query = [*parameters, ("timeout", "0.5")]
    response = client.get(
        "/sparql", query_string=[pair for pair in query if surrogate_free(pair)], headers={"Accept": accept}
    )
    check(response)


@RELAXED
@given(query=TEXT, accept=ACCEPT)
def test_get_of_any_query_is_answered(client: FlaskClient, query: str, accept: str) -> None:
    check(client.get("/sparql", query_string={"query": query, "timeout": "0.5"}, headers={"Accept": accept}))


@RELAXED
@given(raw=st.text(alphabet="query=%&+#;?/fF0aé ", max_size=60))
def test_get_of_any_query_string_is_answered(client: FlaskClient, raw: str) -> None:
    check(client.get("/sparql", environ_overrides={"QUERY_STRING": raw.encode().decode("latin-1")}))


@RELAXED
@given(body=st.binary(max_size=80) | TEXT.map(str.encode), kind=TYPE, accept=ACCEPT)
def test_post_of_anything_is_answered(client: FlaskClient, body: bytes, kind: str, accept: str) -> None:
    check(client.post("/sparql", data=body, headers={"Accept": accept, "Content-Type": kind}))


@RELAXED
@given(path=st.text(max_size=30), accept=ACCEPT)
def test_get_of_any_path_is_answered(client: FlaskClient, path: str, accept: str) -> None:
    sent = ("/" + path).encode("utf-8", "replace").decode("latin-1")
    response = client.get("/", headers={"Accept": accept}, environ_overrides={"PATH_INFO": sent})
    assert response.status_code < 500


def surrogate_free(pair: tuple[str, str]) -> bool:
    """Whether a pair can be sent at all."""
    return not any(0xD800 <= ord(character) < 0xE000 for character in "".join(pair))
