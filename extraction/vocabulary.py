"""What the population takes from the ontology and from `relations.toml`: how a relation becomes a node or a triple."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from quipreside.errors import QuiPresideError
from quipreside.namespaces import DEFAULT_BASE_IRI, Iris
from quipreside.paths import ONTOLOGY

RELATIONS = Path(__file__).with_name("relations.toml")


@dataclass(frozen=True)
class Template:
    """One row of `relations.toml`: a node's class and its two links, or a direct property."""

    relation: str
    node: str = ""
    subject: str = ""
    object: str = ""
    property: str = ""
    modality: str = ""
    joins: str = ""


@dataclass(frozen=True)
class NodeName:
    """How the ontology names the nodes of a class: a prefix and the link properties of the key, in order."""

    prefix: str
    key: tuple[str, ...]


@cache
def templates() -> dict[str, Template]:
    """Every row of `relations.toml`, by relation."""
    table = tomllib.loads(RELATIONS.read_text(encoding="utf-8"))
    return {relation: Template(relation, **row) for relation, row in table.items()}


@cache
def node_names() -> dict[str, NodeName]:
    """The naming of relation nodes by class, from the ontology's `:slugPrefix` and `:nodeKey`."""
    ours = Iris(DEFAULT_BASE_IRI)
    rows: dict[str, dict[str, str]] = {}
    wanted = {NamedNode(ours.term(name)): name for name in ("slugPrefix", "nodeKey")}
    for quad in ontology_quads():
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and quad.predicate in wanted:
            class_name = quad.subject.value.rpartition("#")[2]
            rows.setdefault(class_name, {})[wanted[quad.predicate]] = quad.object.value
    try:
        return {name: NodeName(row["slugPrefix"], tuple(row["nodeKey"].split())) for name, row in rows.items()}
    except KeyError as error:
        raise QuiPresideError(f"ontology: a class has a name for its nodes but no {error}.") from error


def ontology_quads(files: Iterable[Path] | None = None) -> list[Quad]:
    """Read the ontology's files, as they stand under the default base."""
    quads: list[Quad] = []
    for file in sorted(files or ONTOLOGY.glob("*.ttl")):
        try:
            quads += parse(path=str(file), format=RdfFormat.TURTLE)
        except SyntaxError as error:
            raise QuiPresideError(f"{file.name}, line {error.lineno}: this is not Turtle ({error.msg}).") from error
    return quads
