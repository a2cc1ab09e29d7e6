"""Data and addresses meant to break things: hostile literals, hostile IRIs, and paths made at random."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from quipreside.settings import load_settings
from release.attachments import Attachment
from server.app import create_app
from server.dataset import read_release
from server.formats import GRAPHS
from tests.linked.conftest import BASE, write_folder

THING = f"{BASE}id/hostile"
NAME = "http://www.w3.org/2004/02/skos/core#prefLabel"
LITERALS = (
    "<a b> <http://x y> } INSERT DATA {",
    "</script><script>alert(1)</script>",
    '" . <http://x> <http://y> <http://z> . #',
    "line\none\rtwo\u2028three\u0085four",
    "\u202eright to left\u202c \ufeff \U0010ffff",
    "{{ 7*7 }} {% raw %}",
)
IRIS = ("javascript:alert(1)", "http://x.example/%3Cscript%3E", "http://x.example/'onload='x", "urn:x:é")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("hostile") / "1.2.3"
    folder.mkdir()
    write_folder(folder, [Attachment("all.nq", "application/n-quads", quads().encode(), "tout", "all")])
    return create_app(load_settings({}, {}), read_release(folder)).test_client()


def quads() -> str:
    """A thing with every hostile name and link."""
    names = "".join(f"<{THING}> <{NAME}> {json.dumps(text, ensure_ascii=False)}@fr .\n" for text in LITERALS)
    return names + "".join(f"<{THING}> <http://www.w3.org/2002/07/owl#sameAs> <{iri}> .\n" for iri in IRIS)


@pytest.mark.parametrize("format", GRAPHS, ids=lambda format: format.name)
def test_hostile_terms_come_back_whole_in_every_format(hostile: FlaskClient, format: object) -> None:
    chosen = next(one for one in GRAPHS if one is format)
    response = hostile.get(f"/doc/hostile.{chosen.extension}")
    found = {quad.triple for quad in parse(response.data, format=getattr(RdfFormat, chosen.engine))}
    wanted = {quad.triple for quad in parse(quads(), format=RdfFormat.N_QUADS)}
    assert wanted <= found


def test_hostile_terms_are_only_words_on_the_page(hostile: FlaskClient) -> None:
    page = hostile.get("/doc/hostile.html").data.decode()
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert "49" not in page
    assert "&lt;a b&gt;" in page


def test_hostile_names_are_reconciled_as_names(hostile: FlaskClient) -> None:
    for text in LITERALS:
        answer = hostile.post("/reconcile", data={"queries": json.dumps({"q": {"query": text}})})
        assert answer.status_code == 200
        assert json.loads(answer.data)["q"]["result"][0]["id"] == "hostile"
    assert "<script>" not in hostile.get("/reconcile/preview?id=hostile").data.decode()


ROOTS = st.sampled_from(
    ["id", "doc", "source", "graph", "ontology", "dataset", "dumps", "dumps/1.2.3", ".well-known", ""]
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(root=ROOTS, rest=st.text(max_size=40), accept=st.text(max_size=20).filter(lambda text: text.isprintable()))
def test_any_path_is_answered_without_a_server_error(client: FlaskClient, root: str, rest: str, accept: str) -> None:
    path = f"{root}/{quote(rest, safe='/%?:@<>')}".lstrip("/")
    with client.get(f"/{path}", headers={"Accept": accept.encode("ascii", "ignore").decode()}) as response:
        assert response.status_code < 500


def test_release_with_nothing_of_ours_in_it_still_answers(tmp_path: Path) -> None:
    folder = tmp_path / "1.2.3"
    folder.mkdir()
    write_folder(folder, [Attachment("all.nq", "application/n-quads", b"<x:s> <x:p> <x:o> .\n", "tout", "all")])
    client = create_app(load_settings({}, {}), read_release(folder)).test_client()
    expected = {"/id/x": 404, "/ontology": 404, "/dataset": 404, "/shapes": 404, "/.well-known/sparql-examples": 404,
                "/reconcile": 200, "/robots.txt": 200, "/sitemap.xml": 200, "/resolve?uri=x:y": 404}  # fmt: skip
    assert {path: client.get(path).status_code for path in expected} == expected
