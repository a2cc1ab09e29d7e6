"""The federated queries: an engine of others calls this server through SERVICE, and gets its rows."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from quipreside.namespaces import EXTERNAL_PREFIXES
from quipreside.paths import QUERIES
from tests.server.conftest import Server, start_server, stop_server, write_release

pytestmark = pytest.mark.slow

FOLDER = QUERIES / "federated"
OURS, THEIRS = "https://w3id.org/qui-preside/sparql", "https://query.wikidata.org/sparql"
WIKIDATA = "http://www.wikidata.org"
RUTTE = NamedNode(f"{WIKIDATA}/entity/Q57792")
OWL, RDFS = EXTERNAL_PREFIXES["owl"], EXTERNAL_PREFIXES["rdfs"]
HUMAN = Quad(RUTTE, NamedNode(f"{WIKIDATA}/prop/direct/P31"), NamedNode(f"{WIKIDATA}/entity/Q5"))


def wikidata() -> Store:
    """A store that knows of the person what Wikidata does, as far as the queries need it."""
    store = Store()
    store.add(HUMAN)
    return store


def rows(store: Store, name: str, called: str, instead: str) -> list[list[str]]:
    """The rows of a query whose SERVICE calls another address than the one it names."""
    text = (FOLDER / f"{name}.rq").read_text(encoding="utf-8")
    assert f"SERVICE <{called}>" in text
    results = store.query(text.replace(f"SERVICE <{called}>", f"SERVICE <{instead}>"))
    return [[str(value.value) for value in row] for row in results]  # type: ignore[union-attr]


def test_federated_queries_are_all_tested() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == {
        "from-wikidata-what-they-preside-over",
        "from-wikidata-with-the-words",
        "to-wikidata-names",
    }


def test_oxigraph_with_wikidata_asks_us_what_they_preside_over(real_server: Server) -> None:
    found = rows(wikidata(), "from-wikidata-what-they-preside-over", OURS, f"{real_server.url}/sparql")
    assert {person for person, _, _ in found} == {RUTTE.value}
    assert ("https://w3id.org/qui-preside/id/groupe-des-plans-nucleaires", "Groupe des plans nucléaires") in {
        (body, name) for _, body, name in found
    }


def test_oxigraph_with_wikidata_asks_us_for_the_words(real_server: Server) -> None:
    found = rows(wikidata(), "from-wikidata-with-the-words", OURS, f"{real_server.url}/sparql")
    assert found
    assert all(since.startswith("20") and since[:4] in words for _, since, _, words in found)


def test_without_the_person_nothing_is_found(real_server: Server) -> None:
    assert rows(Store(), "from-wikidata-what-they-preside-over", OURS, f"{real_server.url}/sparql") == []


def test_our_dump_asks_wikidata_for_names(real_store: Store, tmp_path: Path) -> None:
    linked = list(real_store.query(f"SELECT ?theirs {{ ?ours <{OWL}sameAs> ?theirs }}"))  # type: ignore[arg-type]
    labels = tuple(f'{theirs} <{RDFS}label> "nom {place}"@fr .' for place, (theirs,) in enumerate(linked))
    other = start_server(write_release(tmp_path, labels))
    try:
        found = rows(real_store, "to-wikidata-names", THEIRS, f"{other.url}/sparql")
    finally:
        stop_server(other)
    assert sorted(theirs for _, theirs, _ in found) == sorted(theirs.value for (theirs,) in linked)
    assert {name for _, _, name in found} == {f"nom {place}" for place in range(len(linked))}
    assert len(found) >= 4
