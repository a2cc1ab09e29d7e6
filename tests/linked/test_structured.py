"""What search engines read: schema.org in JSON-LD on the pages, readable without fetching a context."""

import json
import re

import pytest
import rdflib
from flask.testing import FlaskClient

from server.site.structured import script
from tests.linked.conftest import BASE

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

CARD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SCHEMA = rdflib.Namespace("https://schema.org/")


def card(client: FlaskClient, path: str) -> rdflib.Graph:
    """The one data block of a page as a graph."""
    blocks = CARD.findall(client.get(path, headers={"Accept": "text/html"}).data.decode())
    assert len(blocks) == 1
    assert json.loads(blocks[0])["@context"] == {"@vocab": "https://schema.org/"}
    return rdflib.Graph().parse(data=blocks[0], format="json-ld")


def test_thing_has_a_name_a_type_and_its_links(client: FlaskClient) -> None:
    graph, ligue = card(client, "/doc/ligue"), rdflib.URIRef(f"{BASE}id/ligue")
    assert (ligue, rdflib.RDF.type, SCHEMA.Organization) in graph
    assert rdflib.Literal("Ligue", lang="fr") in set(graph.objects(ligue, SCHEMA.name))
    assert "http://www.wikidata.org/entity/Q38130" in {str(one) for one in graph.objects(ligue, SCHEMA.sameAs)}


@pytest.mark.parametrize(("slug", "type_"), [("ada-ler", "Person"), ("secretaire-ligue", "Role"), ("presse", "Thing")])
def test_thing_type_follows_the_ontology(client: FlaskClient, slug: str, type_: str) -> None:
    graph = card(client, f"/doc/{slug}")
    assert set(graph.objects(rdflib.URIRef(f"{BASE}id/{slug}"), rdflib.RDF.type)) == {SCHEMA[type_]}


@pytest.mark.parametrize("path", ["/", "/dataset"])
def test_dataset_states_version_licence_and_files(client: FlaskClient, path: str) -> None:
    graph, dataset = card(client, path), rdflib.URIRef(f"{BASE}dataset")
    assert str(graph.value(dataset, SCHEMA.version)) == "1.2.3"
    assert str(graph.value(dataset, SCHEMA.license)).startswith("https://creativecommons.org/")
    files = {str(graph.value(file, SCHEMA.contentUrl)) for file in graph.objects(dataset, SCHEMA.distribution)}
    assert any(file.endswith("/dumps/1.2.3/all.nq") for file in files)


def test_script_cannot_be_ended_by_a_name() -> None:
    block = str(script({"name": "</script><script>alert(1)</script>&amp;"}))
    assert block.count("<") == 2
    assert json.loads(CARD.findall(block)[0])["name"] == "</script><script>alert(1)</script>&amp;"
