"""Every IRI of the graph over HTTP: where it leads, what comes back, in which format, for how long."""

from urllib.parse import urldefrag, urljoin

import pytest
from flask.testing import FlaskClient
from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, Store, Triple, parse
from werkzeug.test import TestResponse

from server.formats import GRAPHS
from tests.linked.conftest import BASE, SOURCE, mentioned, triple
from tests.release import page

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
