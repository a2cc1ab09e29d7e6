"""What the flat relations may link, and which have one value at a time, follows from ontology and shapes alone."""

import tomllib

import pytest
from rdflib import RDFS, SH, Graph, Namespace, URIRef
from rdflib.term import Node

from extraction.vocabulary import RELATIONS, node_names
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from quipreside.paths import SHAPES

QP = Namespace(f"{Iris().ontology}#")
POST, ORGANIZATION = (URIRef(EXTERNAL_PREFIXES["org"] + name) for name in ("Post", "Organization"))
PERSON = URIRef(EXTERNAL_PREFIXES["foaf"] + "Person")
ROWS: dict[str, dict[str, str]] = tomllib.loads(RELATIONS.read_text(encoding="utf-8"))
LINKS = {
    "chairs": (POST, ORGANIZATION),
    "heads": (POST, ORGANIZATION),
    "heldBy": (POST, PERSON),
    "heldSince": (POST, RDFS.Literal),
    "precededBy": (PERSON, PERSON),
    "formerly": (PERSON, POST),
    "appointedBy": (POST, QP.Actor),
    "recommendedBy": (POST, QP.Actor),
    "candidatesProposedBy": (POST, QP.Actor),
    "termLength": (POST, RDFS.Literal),
    "renewable": (POST, QP.Renewability),
    "substitutesFor": (QP.Actor, POST),
    "assists": (QP.Actor, QP.Actor),
    "advises": (QP.Actor, QP.Actor),
    "reportsTo": (QP.Actor, QP.Actor),
    "represents": (QP.Actor, ORGANIZATION),
    "spokespersonOf": (POST, ORGANIZATION),
    "highestOfficialOf": (POST, ORGANIZATION),
    "partOf": (ORGANIZATION, ORGANIZATION),
    "memberOf": (POST, ORGANIZATION),
    "seat": (ORGANIZATION, QP.Place),
    "memberCount": (ORGANIZATION, URIRef("http://www.w3.org/2001/XMLSchema#integer")),
}
ONE_AT_A_TIME = {"heldBy", "heldSince", "precededBy", "termLength", "renewable", "seat", "memberCount"}


@pytest.fixture(scope="module")
def single() -> set[Node]:
    """The properties that a shape limits to one value."""
    shapes = Graph()
    for file in SHAPES.glob("*.ttl"):
        shapes.parse(file)
    limited = {shape for shape, value in shapes.subject_objects(SH.maxCount) if value.toPython() == 1}
    return {path for shape in limited for path in shapes.objects(shape, SH.path)}


def test_relations_known_all() -> None:
    assert set(ROWS) == set(LINKS)


@pytest.mark.parametrize("relation", LINKS)
def test_relation_ends_as_in_the_ontology(relation: str, ontology: Graph) -> None:
    row = ROWS[relation]
    if "property" in row:
        ends = tuple(ontology.value(QP[row["property"]], end) for end in (RDFS.domain, RDFS.range))
    else:
        ends = tuple(ontology.value(QP[row[link]], RDFS.range) for link in ("subject", "object"))
    assert ends == LINKS[relation]


@pytest.mark.parametrize("relation", LINKS)
def test_relation_one_value_as_in_the_shapes(relation: str, single: set[Node]) -> None:
    """Limited itself, or by a link that does not serve to tell one node of the relation from another."""
    row = ROWS[relation]
    limited = QP[row.get("property", relation)] in single
    if "node" in row and row["object"] not in node_names()[row["node"]].key:
        limited = limited or QP[row["object"]] in single
    assert limited == (relation in ONE_AT_A_TIME)
