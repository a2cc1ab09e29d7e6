"""Two editions of one source: the latest is current, and every IRI of the older one still answers."""

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, parse

from quipreside.settings import load_settings
from release.attachments import Attachment
from release.dataset import Dataset
from server.app import create_app
from server.dataset import read_release
from tests.linked.conftest import BASE, SOURCE, write_folder

OLD, NEW = f"{BASE}{SOURCE}/1", f"{BASE}{SOURCE}/2"
FORMER = f"{BASE}id/ancien-bureau"
NAME = "http://www.w3.org/2004/02/skos/core#prefLabel"
NUMBER = f"<{BASE}ontology#editionNumber>"


@pytest.fixture(scope="module")
def client(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The page as second edition, and as first edition in the graphs that the release keeps aside."""
    lines = []
    for quad in dataset.served():
        line = f"{quad} ."
        lines.append(line.replace(OLD, NEW).replace(f'{NUMBER} "1"', f'{NUMBER} "2"'))
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(OLD):
            lines.append(line)
        if quad.graph_name == NamedNode(f"{BASE}graph/evidence"):
            lines.append(line.replace("graph/evidence>", "graph/superseded>"))
    lines.append(f'<{FORMER}> <{NAME}> "ancien bureau"@fr <{OLD}/s02> .')
    folder = tmp_path_factory.mktemp("superseded") / "1.2.3"
    folder.mkdir()
    write_folder(folder, [Attachment("all.nq", "application/n-quads", "\n".join(lines).encode(), "tout", "all")])
    return create_app(load_settings({}, {}), read_release(folder)).test_client()


def lines(client: FlaskClient, path: str) -> set[str]:
    response = client.get(path, headers={"Accept": "application/n-triples"})
    assert response.status_code == 200, path
    return set(response.data.decode().splitlines())


def test_source_leads_to_its_latest_edition(client: FlaskClient) -> None:
    assert client.get(f"/{SOURCE}").headers["Location"] == f"../{SOURCE}/2"


@pytest.mark.parametrize("number", ["1", "2"])
def test_each_edition_and_passage_is_described(client: FlaskClient, number: str) -> None:
    iri = f"{BASE}{SOURCE}/{number}"
    assert any(line.startswith(f"<{iri}/s02> ") for line in lines(client, f"/{SOURCE}/{number}"))
    passage = lines(client, f"/{SOURCE}/{number}/s02")
    assert any("oa#exact" in line and line.startswith(f"<{iri}/s02#") for line in passage)
    assert any("ontology#chairedBody" in line for line in passage)


def test_thing_that_only_an_older_edition_mentions_still_answers(client: FlaskClient) -> None:
    assert client.get("/id/ancien-bureau").status_code == 303
    assert f'<{FORMER}> <{NAME}> "ancien bureau"@fr .' in lines(client, "/doc/ancien-bureau")


def test_thing_is_described_by_what_is_current(client: FlaskClient) -> None:
    found = lines(client, "/doc/ada-ler")
    assert any(line.startswith(f"<{NEW}/s01#") for line in found)
    assert not any(line.startswith(f"<{OLD}/s01#e") and "exact" in line for line in found)


def test_superseded_graph_is_given_whole(client: FlaskClient) -> None:
    graph = {quad.triple for quad in parse(client.get("/graph/superseded").data, format=RdfFormat.TURTLE)}
    assert any(str(triple.subject).startswith(f"<{OLD}/s01") for triple in graph)
