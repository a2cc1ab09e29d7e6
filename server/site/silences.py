"""What a text does not say: a table of what one would ask of a thing of each kind, and the answer when it is silent."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris

ORG = EXTERNAL_PREFIXES["org"]


@dataclass(frozen=True)
class Silence:
    """One question that stays open: asked of a class, answered by any of the properties, else said so."""

    kind: str
    properties: tuple[str, ...]
    fr: str
    en: str


SILENCES: tuple[Silence, ...] = (
    Silence(f"{ORG}Post", ("heldBy", "isPastPostIn"),
            "Aucun texte ne dit qui occupe cette charge.", "No text says who holds this post."),
    Silence("CurrentTenure", ("endDate",),
            "Le texte ne dit pas quand ce mandat s’achève ; aucune fin n’est calculée.",
            "The text does not say when this tenure ends; no end is computed."),
    Silence("PastTenure", ("startDate", "endDate"),
            "Le texte ne dit ni quand ce mandat a commencé, ni quand il s’est achevé.",
            "The text says neither when this tenure began nor when it ended."),
    Silence("Body", ("chairedBy",), "Aucun texte ne dit qui préside cet organe.", "No text says who chairs this body."),
    Silence("Body", ("memberCount",), "Aucun texte ne dit combien de membres il compte.",
            "No text says how many members it has."),
    Silence(f"{ORG}FormalOrganization", ("memberCount",), "Aucun texte ne dit combien de membres elle compte.",
            "No text says how many members it has."),
    Silence(f"{ORG}OrganizationalUnit", ("headedBy",), "Aucun texte ne dit qui dirige cette unité.",
            "No text says who heads this unit."),
    Silence("Collective", ("hasMembers", "memberCount"), "Aucun texte n’en énumère les membres.",
            "No text lists its members."),
    Silence("AppointmentRule", ("termLength",), "Ce passage ne dit pas pour combien de temps.",
            "This passage does not say for how long."),
)  # fmt: skip


def silences(types: Iterable[str], properties: Collection[str], iris: Iris) -> tuple[Silence, ...]:
    """What is not said of a thing of these types that has these properties."""
    kinds = set(types)
    return tuple(
        one
        for one in SILENCES
        if (one.kind if ":" in one.kind else iris.term(one.kind)) in kinds
        and not any(iris.term(name) in properties for name in one.properties)
    )
