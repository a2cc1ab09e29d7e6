"""The ontology stays in OWL 2 RL, without any axiom by which a reasoner could merge two individuals."""

import pytest
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
ENTITY_TYPES = {OWL.Ontology, OWL.Class, OWL.NamedIndividual, *KINDS}
AXIOMS = {
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    OWL.inverseOf,
    OWL.propertyChainAxiom,
    OWL.disjointWith,
}
BUILT_IN_ANNOTATIONS = {RDFS.label, RDFS.isDefinedBy, RDFS.seeAlso, OWL.versionInfo, OWL.versionIRI}
# The datatypes of this ontology among those that section 4.2 of the OWL 2 profiles lists for RL.
RL_DATATYPES = {RDFS.Literal, XSD.boolean, XSD.integer, XSD.string}
MERGING = (
    OWL.FunctionalProperty,
    OWL.InverseFunctionalProperty,
    OWL.hasKey,
    OWL.maxCardinality,
    OWL.maxQualifiedCardinality,
    OWL.cardinality,
    OWL.sameAs,
    OWL.equivalentClass,
    OWL.equivalentProperty,
)


def instances(graph: Graph, kind: URIRef) -> set[Node]:
    return set(graph.subjects(RDF.type, kind))


def outside(graph: Graph) -> list[str]:
    """Every construct of a graph that is no declaration, no axiom of the list and no annotation."""
    annotations = BUILT_IN_ANNOTATIONS | instances(graph, OWL.AnnotationProperty)
    classes = instances(graph, OWL.Class)
    cells = {cell for head in graph.objects(None, OWL.propertyChainAxiom) for cell in list_cells(graph, head)}
    found = []
    for subject, predicate, value in graph:
        known_type = predicate == RDF.type and (value in ENTITY_TYPES or value in classes)
        list_link = predicate in {RDF.first, RDF.rest} and subject in cells
        if not (known_type or list_link or predicate in AXIOMS or predicate in annotations):
            found.append(f"{subject} {predicate} {value}")
        if isinstance(subject, BNode) and subject not in cells:
            found.append(f"anonymous subject of {predicate} {value}")
        if isinstance(value, BNode) and value not in cells:
            found.append(f"{subject} {predicate} anonymous")
    return found


def list_cells(graph: Graph, head: Node) -> list[Node]:
    """The cells of an RDF list."""
    cells = []
    while head != RDF.nil:
        cells.append(head)
        head = graph.value(head, RDF.rest)
    return cells


def test_profile_every_triple_allowed(ontology: Graph) -> None:
    assert outside(ontology) == []


@pytest.mark.parametrize(
    "axiom",
    [
        ":chairs a owl:FunctionalProperty .",
        ":chairs rdfs:range [ a owl:Class ; owl:unionOf ( :Body :Collective ) ] .",
        ":Chairship rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :chairPost ; owl:maxCardinality 1 ] .",
        ":Chairship owl:hasKey ( :chairPost ) .",
    ],
)
def test_profile_foreign_axiom_noticed(ontology: Graph, axiom: str) -> None:
    changed = Graph() + ontology
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in ontology.namespaces())
    changed.parse(data=prefixes + axiom, format="turtle")
    assert outside(changed)


@pytest.mark.parametrize("construct", MERGING, ids=lambda iri: str(iri).rpartition("#")[2])
def test_profile_merging_axiom_absent(ontology: Graph, construct: URIRef) -> None:
    assert not list(ontology.triples((None, construct, None)))
    assert not list(ontology.triples((None, RDF.type, construct)))


def test_profile_property_one_kind(ontology: Graph) -> None:
    kinds = [instances(ontology, kind) for kind in KINDS]
    assert not (kinds[0] & kinds[1] or kinds[0] & kinds[2] or kinds[1] & kinds[2])
    assert not set.union(*kinds) & instances(ontology, OWL.Class)


def test_profile_object_property_ends_classes(ontology: Graph) -> None:
    classes = instances(ontology, OWL.Class)
    for end in (RDFS.domain, RDFS.range):
        for prop in instances(ontology, OWL.ObjectProperty):
            assert set(ontology.objects(prop, end)) <= classes, prop


def test_profile_thing_never_superclass(ontology: Graph) -> None:
    for axiom in (RDFS.subClassOf, RDFS.domain, RDFS.range):
        assert not list(ontology.subjects(axiom, OWL.Thing))


def test_profile_datatype_property_range_rl(ontology: Graph) -> None:
    for prop in instances(ontology, OWL.DatatypeProperty):
        assert set(ontology.objects(prop, RDFS.range)) <= RL_DATATYPES, prop


def test_profile_subproperty_same_kind(ontology: Graph) -> None:
    for lower, upper in ontology.subject_objects(RDFS.subPropertyOf):
        assert any({lower, upper} <= instances(ontology, kind) for kind in KINDS), (lower, upper)


def test_profile_chains_regular(ontology: Graph) -> None:
    """No property of a chain may depend on what the chain defines."""
    needs: dict[Node, set[Node]] = {}
    for prop, head in ontology.subject_objects(OWL.propertyChainAxiom):
        needs.setdefault(prop, set()).update(Collection(ontology, head))
    for lower, upper in ontology.subject_objects(RDFS.subPropertyOf):
        needs.setdefault(upper, set()).add(lower)
    for prop, direct in needs.items():
        reached, todo = set(), list(direct)
        while todo:
            one = todo.pop()
            reached.add(one)
            todo += [other for other in needs.get(one, ()) if other not in reached]
        assert prop not in reached


def test_profile_disjointness_pairwise(ontology: Graph) -> None:
    prefixes = dict(ontology.namespaces())
    own = [URIRef(f"{prefixes['']}{name}") for name in ("Relation", "Tenure", "Collective")]
    org = [URIRef(f"{prefixes['org']}{name}") for name in ("Post", "Organization", "Role")]
    apart = [*own, *org, URIRef(f"{prefixes['foaf']}Person")]
    for one in apart:
        for other in apart:
            stated = (one, OWL.disjointWith, other) in ontology or (other, OWL.disjointWith, one) in ontology
            assert stated or one == other, (one, other)
