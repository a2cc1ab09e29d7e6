"""What machines look for first: VoID, example queries, robots.txt, the site map; and the shapes they must meet."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pyshacl
import rdflib
from flask.testing import FlaskClient

from quipreside.paths import QUERIES
from tests.linked.conftest import BASE

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
SH, RDFS, SCHEMA = (rdflib.Namespace(iri) for iri in (
    "http://www.w3.org/ns/shacl#", "http://www.w3.org/2000/01/rdf-schema#", "https://schema.org/"
))  # fmt: skip


def examples(client: FlaskClient) -> rdflib.Graph:
    return rdflib.Graph().parse(data=client.get("/.well-known/sparql-examples").data, format="turtle")


def test_void_leads_to_the_dataset(client: FlaskClient) -> None:
    response = client.get("/.well-known/void", headers={"Host": "evil.example"})
    assert (response.status_code, response.headers["Location"]) == (302, "../dataset")
    assert client.get("/dataset").status_code == 200


def test_examples_are_the_question_files(client: FlaskClient) -> None:
    graph = examples(client)
    files = [*QUERIES.glob("*.rq"), *QUERIES.glob("federated/*.rq")]
    nodes = set(graph.subjects(rdflib.RDF.type, SH.SPARQLExecutable))
    assert {str(node).partition("#")[2] for node in nodes} == {file.stem for file in files}
    texts = {str(text) for form in (SH.select, SH.ask, SH.construct) for text in graph.objects(None, form)}
    assert texts == {file.read_text(encoding="utf-8") for file in files}
    for node in nodes:
        assert {comment.language for comment in graph.objects(node, RDFS.comment)} == {"fr", "en"}  # type: ignore[union-attr]
    assert rdflib.URIRef(f"{BASE}sparql") in set(graph.objects(None, SCHEMA.target))


def test_examples_conform_to_the_shapes_of_example_queries(client: FlaskClient, shared: Path) -> None:
    published = (shared / "dcat" / "spex.shacl.ttl").read_text(encoding="utf-8")
    shapes = rdflib.Graph().parse(data=published.replace("\\s", "\\\\s"), format="turtle")  # its escape is no Turtle
    conforms, _, report = pyshacl.validate(examples(client), shacl_graph=shapes)
    assert conforms, report


def test_examples_come_in_every_format(client: FlaskClient) -> None:
    negotiated = client.get("/.well-known/sparql-examples", headers={"Accept": "application/n-triples"})
    suffixed = client.get("/.well-known/sparql-examples.nt")
    assert negotiated.data == suffixed.data
    assert negotiated.headers["Content-Location"] == "sparql-examples.nt"


def test_robots_lead_to_a_site_map_whose_pages_answer(client: FlaskClient) -> None:
    robots = client.get("/robots.txt").data.decode().splitlines()
    here = next(line for line in robots if line.startswith("Sitemap: ")).removeprefix("Sitemap: ")
    path = here.partition("//")[2].partition("/")[2]
    root = here.removesuffix(path)
    addresses = [node.text or "" for node in ET.fromstring(client.get(f"/{path}").data).iter(LOCATION)]  # noqa: S314
    assert len(addresses) == len(set(addresses)) > 10
    assert f"{root}doc/ada-ler" in addresses
    for address in addresses:
        response = client.get("/" + address.removeprefix(root), headers={"Accept": "text/html"})
        assert (response.status_code, response.mimetype) == (200, "text/html"), address
