"""The page's relation nodes are named by class and key, and by a word more where they repeat a relation."""

import re
from collections import defaultdict

import pytest
from pyoxigraph import Literal, NamedNode

from extraction.slugs import ascii_slug
from extraction.vocabulary import node_names
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from tests.statements.conftest import Read
from tests.statements.questions import TEXT

IRIS = Iris()
TYPE = f"{EXTERNAL_PREFIXES['rdf']}type"
Links = dict[str, dict[str, set[str]]]


@pytest.fixture(scope="module")
def links(read: Read) -> Links:
    """What the page states of each thing: values by property, things and terms by the last part of their IRI."""
    found: Links = defaultdict(lambda: defaultdict(set))
    for quad in read(TEXT.read_bytes()).facts(IRIS):
        if isinstance(quad.subject, NamedNode):
            found[quad.subject.value][quad.predicate.value].add(part(quad.object))
    return found


def part(value: object) -> str:
    """The part of a name that a value gives: "hasFunction" gives "has-function"."""
    if isinstance(value, Literal):
        return ascii_slug(value.value)
    local = getattr(value, "value", "").rpartition("/")[2].rpartition("#")[2]
    return local if "-" in local else re.sub(r"(?<=[a-z])([A-Z])", r"-\1", local)


def kind_of(node: dict[str, set[str]]) -> str | None:
    """The class by which a node is named, where it is a relation node."""
    named = {name.replace("-", "") for name in node[TYPE]} & node_names().keys()
    return max(named, default=None)


def test_nodes_named_by_class_and_key(links: Links) -> None:
    named = 0
    for iri, node in links.items():
        if kind := kind_of(node):
            key = [node[IRIS.term(link)] for link in node_names()[kind].key]
            parts = [f"(?:{'|'.join(map(re.escape, sorted(values)))})" for values in key if values]
            pattern = f"{node_names()[kind].prefix}-{'--'.join(parts)}(?:--[a-z0-9-]+)?"
            assert re.fullmatch(pattern.lower(), iri.removeprefix(IRIS.thing(""))), (iri, pattern)
            named += 1
    assert named > 40


def test_nodes_named_with_a_qualifier_tied_to_the_relation(links: Links) -> None:
    """A node whose name has more parts than its key repeats a relation that another node states."""
    for iri, node in links.items():
        kind = kind_of(node)
        if kind and IRIS.term("sameRelationAs") in node:
            (plain,) = node[IRIS.term("sameRelationAs")]
            assert iri.startswith(f"{IRIS.thing(plain)}--")
            assert kind_of(links[IRIS.thing(plain)]) == kind
