"""Names in force for one page: the register's slugs by label, and slugs made of labels for what it does not know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from extraction.model import Entity
from extraction.register import Register
from extraction.slugs import entity_slug
from quipreside.namespaces import Iris


@dataclass(frozen=True)
class Naming:
    """The slugs in force: the register's by label, those that it describes, and the organisation of the page."""

    iris: Iris
    registered: Mapping[str, str]
    described: frozenset[str]
    page_owner: str | None

    def slug(self, entity: Entity) -> str:
        """The slug of an entity: the register's where it knows it, else made from its label and owner."""
        if entity.iri is not None:
            return entity.iri
        if entity.kind not in {"post", "unit"} and (known := self.registered.get(folded(entity.label))):
            return known
        owner = self.slug(entity.owner) if entity.owner else self.page_owner
        return entity_slug(entity.kind, entity.label, owner)

    def iri(self, entity: Entity) -> NamedNode:
        """The IRI of an entity."""
        return NamedNode(self.iris.thing(self.slug(entity)))


def naming_of(register: Register, organisation: Entity | None, iris: Iris) -> Naming:
    """The slugs that the register gives, and the organisation at the top of a page."""
    pairs = [
        (name, entity.iri)
        for entity, names in register.names.items()
        for name in names
        if entity.iri and (entity.kind != "post" or entity.owner is None)
    ]
    described = frozenset(entity.iri for entity in register.names if entity.iri)
    top = organisation.iri if organisation else None
    return Naming(iris, registered_labels(pairs), described, top)


def folded(label: str) -> str:
    """Fold apostrophes, spaces and case one character to one, so that offsets stay."""
    table = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in label.translate(table))


def registered_labels(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Index slugs by folded label; a label that two entities share names neither."""
    index: dict[str, str | None] = {}
    for label, slug in pairs:
        index[folded(label)] = slug if index.get(folded(label), slug) == slug else None
    return {label: slug for label, slug in index.items() if slug}
