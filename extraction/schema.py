"""What each flat relation may link, from the ontology's domains and ranges; which have one value, from the shapes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from extraction.vocabulary import Template, templates
from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from quipreside.paths import ONTOLOGY, SHAPES

COLLECTIVE = frozenset({"body", "unit", "organization"})
LITERALS = frozenset({"date", "duration", "number", "flag", "text"})
# An actor is an office or a body: a person acts through an office, and a group only stands as the object of a node.
KINDS = {
    "Post": frozenset({"post"}),
    "Person": frozenset({"person"}),
    "Organization": COLLECTIVE,
    "Actor": COLLECTIVE | {"post"},
    "Place": frozenset({"place"}),
    "Literal": LITERALS,
    "integer": LITERALS,
    "Renewability": LITERALS,
}
# Earlier functions stay as the text words them; population makes posts of them.
AS_WRITTEN = frozenset({"formerly"})


@dataclass(frozen=True, slots=True)
class Relation:
    """The kinds that a relation's subject and object may have, and whether a subject has one value of it."""

    subject: frozenset[str]
    object: frozenset[str]
    unique: bool = False


@cache
def relations() -> Mapping[str, Relation]:
    """Every relation of the flat view."""
    ends, single = classes(), singles()
    return {name: relation(template, ends, single) for name, template in templates().items()}


def relation(template: Template, ends: Mapping[tuple[str, str], str], single: frozenset[str]) -> Relation:
    """Read one relation's two ends off its properties."""
    if template.property:
        subject, value = ends[template.property, "domain"], ends[template.property, "range"]
    else:
        subject, value = ends[template.subject, "range"], ends[template.object, "range"]
    kinds = KINDS[value] | ({"group"} if value == "Actor" and template.node else frozenset())
    if template.relation in AS_WRITTEN:
        kinds = LITERALS
    link = template.property or template.object
    unique = template.relation in single or (link in single and (bool(template.property) or KINDS[value] == LITERALS))
    return Relation(KINDS[subject], kinds, unique)


def classes() -> Mapping[tuple[str, str], str]:
    """The local name of the domain and of the range of each property."""
    wanted = {EXTERNAL_PREFIXES["rdfs"] + side: side for side in ("domain", "range")}
    return {
        (local(quad.subject), wanted[quad.predicate.value]): local(quad.object)
        for quad in quads(ONTOLOGY)
        if quad.predicate.value in wanted
    }


def singles() -> frozenset[str]:
    """The properties that a shape allows once (`sh:maxCount 1`)."""
    shapes = list(quads(SHAPES))
    sh = EXTERNAL_PREFIXES["sh"]
    limited = {q.subject for q in shapes if q.predicate.value == f"{sh}maxCount" and local(q.object) == "1"}
    return frozenset(local(q.object) for q in shapes if q.predicate.value == f"{sh}path" and q.subject in limited)


def quads(folder: Path) -> Iterator[ox.Quad]:
    """The triples of the Turtle files of a folder."""
    for file in sorted(folder.glob("*.ttl")):
        try:
            yield from ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE, base_iri=Iris().base)
        except (OSError, SyntaxError) as error:
            raise QuiPresideError(f"{folder.name}/{file.name} cannot be read as Turtle ({error}).") from error


def local(term: object) -> str:
    """What follows the last '#' or '/' of an IRI, or a literal's value."""
    value = getattr(term, "value", "")
    return str(value).rpartition("#")[2].rpartition("/")[2]
