"""The plain values that the stages of the reading pass to each other; offsets are code points, end exclusive."""

from dataclasses import dataclass
from typing import Literal as OneOf


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the edition's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, list item or heading; `stem` is the key of the sentence that introduces an item."""

    key: str
    kind: OneOf["sentence", "item", "heading"]
    span: Span
    stem: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing named by the text: `kind` is post, person, body, unit, organization, group or place.

    `owner` is the organisation or body of a post, or the whole of a unit; `iri` the register's slug, where it has one.
    """

    kind: str
    label: str
    owner: "Entity | None" = None
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: `kind` is date, duration, number, flag or text."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement with the words it was read from and the rule that read them."""

    relation: str
    subject: Entity
    object: Entity | Literal
    evidence: Span
    passage: str
    rule: str
    qualifiers: tuple[tuple[str, str], ...] = ()

    @property
    def triple(self) -> tuple[str, Entity, Entity | Literal]:
        """What is stated, whatever the evidence."""
        return self.relation, self.subject, self.object


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Words that the rules would not publish: the reason, and the fact they would have stated, if any."""

    reason: str
    evidence: Span
    passage: str
    candidate: Fact | None = None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Words that touched a trigger and state nothing, with the written reason."""

    reason: str
    evidence: Span
    passage: str
