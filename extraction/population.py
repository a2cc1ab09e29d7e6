"""Facts of the flat view → statements of the graph: relation nodes, their links, and the entities that they name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Triple

from extraction.evidence import Producer, Statement, triple_of
from extraction.model import Entity, Fact, ReviewItem, Span
from extraction.naming import Naming, folded
from extraction.reader import Extraction
from extraction.slugs import ascii_slug, node_slug
from extraction.vocabulary import Template, node_names, templates
from quipreside.namespaces import EXTERNAL_PREFIXES

FOAF, ORG, RDF, SKOS, XSD = (EXTERNAL_PREFIXES[prefix] for prefix in ("foaf", "org", "rdf", "skos", "xsd"))
ENTITY_CLASSES = {
    "post": f"{ORG}Post",
    "person": f"{FOAF}Person",
    "unit": f"{ORG}OrganizationalUnit",
    "organization": f"{ORG}FormalOrganization",
}
OWN_CLASSES = {"body": "Body", "group": "Collective", "place": "Place"}
DATE_TYPES = {10: "date", 7: "gYearMonth", 4: "gYear"}
RENEWABILITY = {"true": "Renewable", "once": "RenewableOnce", "false": "NotRenewable"}
EMPTY: Mapping[Fact, str] = {}
NO_HOLDER = "a date without the holder that it belongs to"


@dataclass(frozen=True)
class Population:
    """The statements that the rules yield on one edition, and the facts that could not be placed."""

    statements: tuple[Statement, ...]
    reviews: tuple[ReviewItem, ...]


def populate(extraction: Extraction, naming: Naming, accepted: Mapping[Fact, str] = EMPTY) -> Population:
    """State every fact in the graph's terms; each statement keeps its fact's evidence and rule.

    `accepted` holds the facts that a curator let in, each with the name of the decision.
    """
    producers = {fact: producer_of(fact, accepted) for fact in extraction.facts}
    facts = [with_entities(fact, naming) for fact in extraction.facts]
    tenures = {fact.subject: fact for fact in facts if fact.relation == "heldBy"}
    places = {passage.key: passage.span for passage in extraction.passages}
    statements: list[Statement] = []
    reviews: list[ReviewItem] = []
    for read, fact in zip(extraction.facts, facts, strict=True):
        template = templates()[fact.relation]
        named_by = tenures.get(fact.subject) if template.joins else fact
        if named_by is None:
            reviews.append(ReviewItem(NO_HOLDER, fact.evidence, fact.passage, fact))
            continue
        producer = producers[read]
        for triple in fact_triples(fact, template, named_by, naming):
            statements.append(Statement(triple, fact.passage, fact.evidence, producer))
        for triple, span in entity_triples(fact, naming, extraction.text.raw, places[fact.passage]):
            statements.append(Statement(triple, fact.passage, span, producer))
    return Population(tuple(dict.fromkeys(statements)), tuple(reviews))


def producer_of(fact: Fact, accepted: Mapping[Fact, str]) -> Producer:
    """The rule that read a fact, or the curator's decision that let it in."""
    return Producer("curated", accepted[fact]) if fact in accepted else Producer("rule", fact.rule)


def with_entities(fact: Fact, naming: Naming) -> Fact:
    """Turn an object known only by its words ("premier ministre des Pays-Bas") into the post that they name."""
    if isinstance(fact.object, Entity) or fact.object.kind != "text":
        return fact
    words = fact.object.value
    slug = naming.registered.get(folded(words)) or ascii_slug(words)
    return replace(fact, object=Entity("post", words, None, slug))


def fact_triples(fact: Fact, template: Template, named_by: Fact, naming: Naming) -> Iterator[Triple]:
    """The triples of one fact: a direct triple, or a node with its type, modality and links."""
    iris = naming.iris
    value = fact_value(fact, naming)
    subject = naming.iri(fact.subject)
    if template.property:
        yield triple_of(subject, iris.term(template.property), value)
        return
    node = node_iri(template, named_by, naming)
    yield triple_of(node, f"{RDF}type", NamedNode(iris.term(template.node)))
    if not template.joins:
        yield triple_of(node, iris.term(template.subject), subject)
        yield triple_of(node, iris.term("modality"), NamedNode(iris.term(template.modality)))
    yield triple_of(node, iris.term(template.object), value)
    if fact.relation == "termLength" and (years := re.fullmatch(r"P(\d+)Y", value.value)):
        yield triple_of(node, iris.term("termYears"), Literal(years[1], datatype=NamedNode(f"{XSD}integer")))
    for name, words in fact.qualifiers:
        yield triple_of(node, iris.term(name), qualifier_value(words))


def node_iri(template: Template, fact: Fact, naming: Naming) -> NamedNode:
    """Name a relation node by its class and its key, whose link properties the ontology lists."""
    name = node_names()[template.node]
    links = templates()[fact.relation]
    ends = {links.subject: fact.subject, links.object: fact.object}
    key = [naming.slug(end) for link in name.key if isinstance(end := ends[link], Entity)]
    return NamedNode(naming.iris.thing(node_slug(name.prefix, key)))


def fact_value(fact: Fact, naming: Naming) -> NamedNode | Literal:
    """The object of a fact as a term: an entity's IRI, or a typed literal."""
    value = fact.object
    if isinstance(value, Entity):
        return naming.iri(value)
    if value.kind == "flag":
        return NamedNode(naming.iris.term(RENEWABILITY[value.value]))
    datatypes = {"duration": "yearMonthDuration", "number": "integer", "date": DATE_TYPES.get(len(value.value), "date")}
    return Literal(value.value, datatype=NamedNode(XSD + datatypes[value.kind]))


def qualifier_value(words: str) -> Literal:
    """A qualifier is a boolean when it is `true` or `false`, and otherwise French words of the text."""
    if words in {"true", "false"}:
        return Literal(words, datatype=NamedNode(f"{XSD}boolean"))
    return Literal(words, language="fr")


def entity_triples(fact: Fact, naming: Naming, text: str, passage: Span) -> Iterator[tuple[Triple, Span]]:
    """Type and name the entities that the register does not know, on the words of the passage that name them."""
    for end in with_owners(fact.subject, fact.object):
        if (slug := naming.slug(end)) not in naming.described:
            span = mention(end.label, (fact.evidence, passage), text)
            for triple in describe(end, naming.iris.thing(slug), naming):
                yield triple, span


def with_owners(*ends: object) -> Iterator[Entity]:
    """The entities among the ends of a fact, and those that they belong to."""
    for end in ends:
        if isinstance(end, Entity):
            yield end
            yield from with_owners(*filter(None, (end.owner,)))


def describe(entity: Entity, iri: str, naming: Naming) -> Iterator[Triple]:
    """The class, the name and, for a post, the organisation of an entity."""
    kind = ENTITY_CLASSES.get(entity.kind) or naming.iris.term(OWN_CLASSES[entity.kind])
    yield triple_of(iri, f"{RDF}type", NamedNode(kind))
    yield triple_of(iri, f"{SKOS}prefLabel", Literal(entity.label, language="fr"))
    if entity.kind == "person":
        yield triple_of(iri, f"{FOAF}name", Literal(entity.label))
    if entity.kind == "post" and entity.owner:
        yield triple_of(iri, f"{ORG}postIn", naming.iri(entity.owner))


def mention(label: str, places: tuple[Span, ...], text: str) -> Span:
    """The words of a label in the first place that holds them, or the first place where none does."""
    for place in places:
        if (at := folded(text[place.start : place.end]).find(folded(label))) >= 0:
            return Span(place.start + at, place.start + at + len(label))
    return places[0]
