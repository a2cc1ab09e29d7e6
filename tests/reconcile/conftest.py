"""An invented directory of two organisations with like-named posts, and the service on it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import DefaultGraph, Quad

from quipreside.settings import load_settings
from release.attachments import Attachment
from release.inputs import read_ontology
from release.vocabulary import ontology_triples
from server.app import create_app
from server.dataset import read_release
from tests.linked.conftest import write_folder
from tests.release import page

FACTS = """
id:ligue a org:FormalOrganization, org:Organization, :Actor ; skos:prefLabel "Ligue"@fr, "League"@en .
id:union a org:FormalOrganization, org:Organization, :Actor ; skos:prefLabel "Union"@fr, "Union"@en .
id:secretaire-general-ligue a org:Post, :Actor ; org:postIn id:ligue ; :chairs id:conseil-ligue, id:bureau-ligue ;
    skos:prefLabel "secrétaire général"@fr, "Secretary General"@en ; skos:altLabel "secrétaire générale"@fr ;
    :heldBy id:ada-ler ; :memberCount 1 .
id:secretaire-general-union a org:Post, :Actor ; org:postIn id:union ;
    skos:prefLabel "secrétaire général"@fr, "Secretary General"@en .
id:directrice-ligue a org:Post, :Actor ; org:postIn id:ligue ; skos:prefLabel "directrice de l’École"@fr .
id:conseil-ligue a :Body, org:Organization, :Actor ; skos:prefLabel "Conseil d’Orléans"@fr, "Council of Orleans"@en .
id:bureau-ligue a :Body, org:Organization, :Actor ; skos:prefLabel "Bureau exécutif"@fr ; :memberCount 12 .
id:ada-ler a foaf:Person, :Actor ; skos:prefLabel "Ada Œler"@fr ; :holdsPost id:secretaire-general-ligue .
id:tenure-ada-ler--secretaire-general-ligue a :CurrentTenure ; :startDate "2024-10-01"^^xsd:date ;
    rdfs:label "mandat"@fr .
id:ligue owl:sameAs <http://www.wikidata.org/entity/Q101> ; skos:closeMatch <http://www.wikidata.org/entity/Q102> ;
    rdfs:seeAlso <http://dbpedia.org/resource/Ligue>, <https://sws.geonames.org/42/>,
        <http://www.wikidata.org/entity/Q103> .
id:union owl:sameAs <http://www.wikidata.org/entity/Q102> ; rdfs:seeAlso <http://www.wikidata.org/entity/Q103> .
id:ada-ler skos:closeMatch <http://publications.europa.eu/resource/authority/role/X> .
id:mandat-ligue a :Place ; skos:prefLabel "mandat"@fr ; :startDate "2024-10-01"^^xsd:date .
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("reconcile") / "1.2.3"
    target.mkdir()
    triples = [*ontology_triples(read_ontology(page.IRIS.base), page.IRIS), *page.turtle(FACTS)]
    quads = "".join(f"{Quad(t.subject, t.predicate, t.object, DefaultGraph())} .\n" for t in triples)
    write_folder(target, [Attachment("all.nq", "application/n-quads", quads.encode(), "tout", "all")])
    return target


@pytest.fixture(scope="session")
def client(folder: Path) -> FlaskClient:
    settings = load_settings({"public_url": "https://example.org/data"}, {})
    return create_app(settings, read_release(folder)).test_client()


Match = Callable[..., list[dict[str, object]]]


@pytest.fixture
def match(client: FlaskClient) -> Match:
    """Reconcile one query and return its candidates."""

    def ask(query: str | None = None, **more: object) -> list[dict[str, object]]:
        sent = {"query": query, **more} if query is not None else more
        response = client.post("/reconcile", data={"queries": json.dumps({"q0": sent})})
        assert response.status_code == 200, response.data
        found: list[dict[str, object]] = json.loads(response.data)["q0"]["result"]
        return found

    return ask
