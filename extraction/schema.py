"""What each flat relation may link: the kinds of its subject and object, and whether it has one value at a time."""

from dataclasses import dataclass

ACTOR = frozenset({"post", "person", "body", "unit", "organization", "group"})
COLLECTIVE = frozenset({"body", "unit", "organization"})
POST, PERSON, WHOLE = frozenset({"post"}), frozenset({"person"}), COLLECTIVE
LITERALS = frozenset({"date", "duration", "number", "flag", "text"})


@dataclass(frozen=True, slots=True)
class Relation:
    """The kinds that a relation's subject and object may have, and whether a subject has one value of it."""

    subject: frozenset[str]
    object: frozenset[str]
    unique: bool = False


RELATIONS: dict[str, Relation] = {
    "chairs": Relation(POST, COLLECTIVE),
    "heads": Relation(POST, COLLECTIVE),
    "heldBy": Relation(POST, PERSON, unique=True),
    "heldSince": Relation(POST, LITERALS, unique=True),
    "precededBy": Relation(PERSON, PERSON, unique=True),
    "formerly": Relation(PERSON, LITERALS),
    "appointedBy": Relation(POST, ACTOR - {"person"}),
    "recommendedBy": Relation(POST, ACTOR - {"person"}),
    "candidatesProposedBy": Relation(POST, ACTOR - {"person"}),
    "termLength": Relation(POST, LITERALS, unique=True),
    "renewable": Relation(POST, LITERALS, unique=True),
    "substitutesFor": Relation(POST, POST),
    "assists": Relation(POST | COLLECTIVE, POST | COLLECTIVE),
    "advises": Relation(POST | COLLECTIVE, POST | COLLECTIVE),
    "reportsTo": Relation(POST | COLLECTIVE, POST | COLLECTIVE),
    "represents": Relation(POST, COLLECTIVE),
    "spokespersonOf": Relation(POST, COLLECTIVE),
    "highestOfficialOf": Relation(POST, COLLECTIVE),
    "partOf": Relation(COLLECTIVE, COLLECTIVE),
    "memberOf": Relation(POST, COLLECTIVE),
    "seat": Relation(COLLECTIVE, frozenset({"place"}), unique=True),
    "memberCount": Relation(COLLECTIVE, LITERALS, unique=True),
}
