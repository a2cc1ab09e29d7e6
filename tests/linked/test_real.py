"""The real release over HTTP: every IRI of it answers, and the entries from other graphs lead where they should."""

import json
from urllib.parse import quote, urldefrag, urlencode

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from tests.linked.conftest import BASE, mentioned
from tests.server.conftest import Server

pytestmark = pytest.mark.slow

TURTLE = {"Accept": "text/turtle"}


def test_every_document_of_the_real_graph_answers_with_what_it_is_about(real_server: Server, real_store: Store) -> None:
    iris = mentioned(real_store)
    documents = sorted({urldefrag(iri).url for iri in iris} - {BASE})
    for document in documents:
        reply = real_server.get(f"/{document.removeprefix(BASE)}", TURTLE)
        assert reply.status == 200, document
        if document.startswith(f"{BASE}id/"):
            said = {quad.triple for quad in parse(reply.body, format=RdfFormat.TURTLE)}
            assert {quad.triple for quad in real_store.quads_for_pattern(NamedNode(document), None, None, None)} <= said
    assert len(documents) > 250


@pytest.mark.parametrize(
    ("iri", "slug"),
    [
        ("http://www.wikidata.org/entity/Q7184", "otan"),
        ("https://www.wikidata.org/wiki/Q57792", "mark-rutte"),
        ("http://publications.europa.eu/resource/authority/country/NLD", "pays-bas"),
        ("http://publications.europa.eu/resource/authority/role/PRESID", "role-chair"),
        ("http://dbpedia.org/page/NATO", "otan"),
    ],
)
def test_real_links_resolve(real_server: Server, iri: str, slug: str) -> None:
    reply = real_server.get(f"/resolve?uri={quote(iri, safe='')}", TURTLE)
    assert reply.status == 200
    assert f"id:{slug} " in reply.body.decode()


@pytest.mark.parametrize(
    ("name", "slug", "match"),
    [
        ("NATO Secretary General", "secretaire-general-otan", True),
        ("la secrétaire générale de l'OTAN", "secretaire-general-otan", True),
        ("Deputy Secretary General", "secretaire-general-delegue-otan", True),
        ("CONSEIL DE L'ATLANTIQUE NORD", "conseil-de-l-atlantique-nord", True),
        ("Nuclear planning group", "groupe-des-plans-nucleaires", True),
        ("Rutte", "mark-rutte", False),
        ("Conseil OTAN", "conseil-otan-russie", False),
    ],
)
def test_real_names_reconcile(real_server: Server, name: str, slug: str, match: bool) -> None:
    form = urlencode({"queries": json.dumps({"q": {"query": name}})}).encode()
    best = json.loads(real_server.get("/reconcile", body=form).body)["q"]["result"][0]
    assert (best["id"], best["match"]) == (slug, match)
