"""The entities that are known before a page is read: organisations, units, posts and their names."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from extraction.folding import FOLDS
from extraction.lexicon import words
from extraction.model import Entity
from extraction.tokens import tokens
from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES

KINDS = {
    "FormalOrganization": "organization",
    "Organization": "body",
    "OrganizationalUnit": "unit",
    "Post": "post",
    "Body": "body",
    "DecisionMakingBody": "body",
    "Collective": "group",
    "Person": "person",
}


@dataclass(frozen=True)
class Register:
    """The known entities, each with the names that the text may use for it (folded)."""

    names: dict[Entity, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def posts(self) -> tuple[Entity, ...]:
        """The offices that a page may be about."""
        return tuple(entity for entity in self.names if entity.kind == "post")

    @cached_property
    def aliases(self) -> dict[str, list[tuple[tuple[str, ...], Entity]]]:
        """Every name of everything but posts, in lower-case tokens, by its first token; the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
        for entity, names in self.names.items():
            for name in names if entity.kind != "post" else ():
                lows = tuple(token.low for token in tokens(name, 0, len(name)))
                if lows:
                    found.setdefault(lows[0], []).append((lows, entity))
        return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


def load_register(path: Path) -> Register:
    """Read a register in Turtle; raise QuiPresideError for a file that cannot be read or a post without a name."""
    try:
        quads = list(ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))
    except OSError as error:
        raise QuiPresideError(f"{path}: the register cannot be read ({error.strerror}).") from error
    except SyntaxError as error:
        raise QuiPresideError(f"{path}: the register is not Turtle ({error.msg}).") from error
    return Register(Reading(quads).entities())


@dataclass
class Reading:
    """One pass over the triples of a register."""

    quads: list[ox.Quad]
    found: dict[str, Entity] = field(default_factory=dict)

    def values(self, subject: str, *predicates: str) -> list[str]:
        """The values of some properties of a subject, in the order of the file."""
        wanted = {expand(predicate) for predicate in predicates}
        return [q.object.value for q in self.quads if q.subject.value == subject and q.predicate.value in wanted]  # type: ignore[union-attr]

    def entities(self) -> dict[Entity, tuple[str, ...]]:
        """Every subject with a type of the register, with its names."""
        subjects = dict.fromkeys(q.subject.value for q in self.quads if q.predicate.value == expand("rdf:type"))  # type: ignore[union-attr]
        return {entity: self.names(iri) for iri in subjects if (entity := self.entity(iri))}

    def names(self, iri: str) -> tuple[str, ...]:
        return tuple(name.translate(FOLDS) for name in self.values(iri, "skos:prefLabel", "skos:altLabel"))

    def entity(self, iri: str) -> Entity | None:
        """Build the entity of an IRI, its owner first; None when its types are not of the register."""
        if iri in self.found:
            return self.found[iri]
        kinds = [
            KINDS[t.rsplit("#", 1)[-1].rsplit("/", 1)[-1]]
            for t in self.values(iri, "rdf:type")
            if t.rsplit("#", 1)[-1].rsplit("/", 1)[-1] in KINDS
        ]
        labels = self.values(iri, "skos:prefLabel")
        if not kinds:
            return None
        if not labels:
            raise QuiPresideError(f"The register gives {iri} no skos:prefLabel; every entry needs one.")
        owners = [
            owner
            for link in self.values(iri, "org:postIn", "org:unitOf", "org:subOrganizationOf")
            if (owner := self.entity(link))
        ]
        kind = "post" if "post" in kinds else kinds[0]
        if kind == "unit" and labels[0].split()[0].lower() not in words("bodies", "units"):
            kind = "body"
        self.found[iri] = Entity(kind, labels[0], owners[0] if owners else None, iri.rsplit("/", 1)[-1])
        return self.found[iri]


def expand(name: str) -> str:
    """The IRI of a prefixed name."""
    prefix, local = name.split(":")
    return EXTERNAL_PREFIXES[prefix] + local
