"""The ontology for people: every term has its section, with what the ontology, the shapes and the data say of it."""

import re
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, Store

from quipreside.namespaces import EXTERNAL_PREFIXES
from tests.linked.conftest import BASE

ONTOLOGY = f"{BASE}ontology"
DEFINED = NamedNode(f"{EXTERNAL_PREFIXES['rdfs']}isDefinedBy")
VOID = re.compile(r"<(meta|link)\b([^>]*)>")


def page(client: FlaskClient, language: str, path: str = "/ontology") -> ET.Element:
    """The page as a tree: its void elements are closed, so that it reads as XML."""
    text = client.get(f"{path}?lang={language}", headers={"Accept": "text/html"}).data.decode()
    closed = VOID.sub(r"<\1\2/>", text.removeprefix("<!doctype html>")).replace(" defer>", ' defer="">')
    return ET.fromstring(re.sub(r" (hidden|tabindex)(?=[ >])", r' \1=""', closed))  # noqa: S314


def section(tree: ET.Element, name: str) -> str:
    """The text of a term's section, its spaces folded."""
    found = next(node for node in tree.iter("section") if node.get("id") == name)
    return " ".join("".join(found.itertext()).split())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_page_has_one_section_for_each_term_at_its_fragment(client: FlaskClient, store: Store, language: str) -> None:
    tree = page(client, language)
    anchors = [node.get("id") for node in tree.iter("section")]
    quads = store.quads_for_pattern(None, DEFINED, NamedNode(ONTOLOGY), NamedNode(f"{BASE}graph/ontology"))
    terms = {quad.subject.value.removeprefix(f"{ONTOLOGY}#") for quad in quads if quad.subject.value != ONTOLOGY}
    assert set(anchors) >= terms
    assert len(anchors) == len(set(anchors)) == len(terms) > 200
    inner = {node.get("href", "")[1:] for node in tree.iter("a") if node.get("href", "").startswith("#")}
    assert inner - {"main"} <= set(anchors)


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        (
            "fr",
            "chairs",
            ("préside / chairs", "raccourci inféré", "⊒ a pour présidence ∘", "Forme :", "Exemple : secrétaire"),
        ),
        (
            "en",
            "chairs",
            ("préside / chairs", "as a shortcut", "≡ inverse chaired by", "∘ chaired body", "Shape:", "Example:"),
        ),
        ("en", "chairedBy", ("≡ inverse chairs",)),
        ("en", "Chairship", ("⊑ relation", "A chairship is of one body only.", "Example: chairship")),
        ("en", "Asserted", ("affirmé / asserted", "true when it was written")),
    ],
)
def test_section_says_what_is_known_of_its_term(
    client: FlaskClient, language: str, name: str, words: tuple[str, ...]
) -> None:
    text = section(page(client, language), name)
    assert [one for one in words if one not in text] == []


def test_page_links_alignments_and_the_licence(client: FlaskClient) -> None:
    links = {node.get("href", "") for node in page(client, "en").iter("a")}
    assert any(link.startswith("http://www.wikidata.org/") for link in links)
    assert "https://creativecommons.org/licenses/by/4.0/" in links


def test_page_of_this_version_is_that_of_the_ontology(client: FlaskClient) -> None:
    assert section(page(client, "en", "/ontology/0.1.0"), "chairs") == section(page(client, "en"), "chairs")
