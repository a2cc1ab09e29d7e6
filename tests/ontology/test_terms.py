"""Each term is named, defined, placed and borrowed rightly: the checkers' pitfalls, by their catalogue numbers."""

import re

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, URIRef
from rdflib.term import Node

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from quipreside.paths import ROOT

ONTOLOGY_IRI = URIRef(Iris().ontology)
VOCABULARIES = ROOT.parent / "shared" / "vocab"
WITHOUT_A_COPY = {f"{EXTERNAL_PREFIXES['bibo']}status"} | {
    f"{EXTERNAL_PREFIXES['vann']}{name}" for name in ("preferredNamespacePrefix", "preferredNamespaceUri")
}
LANGUAGE_OF_OWL = (str(OWL), str(RDF), str(RDFS), "http://www.w3.org/2001/XMLSchema#")
METADATA = (
    OWL.versionIRI,
    OWL.versionInfo,
    DCTERMS.title,
    DCTERMS.description,
    DCTERMS.license,
    DCTERMS.creator,
    DCTERMS.created,
    DCTERMS.issued,
    DCTERMS.modified,
    DCTERMS.publisher,
    DCTERMS.bibliographicCitation,
    DCTERMS.source,
    VANN.preferredNamespacePrefix,
    VANN.preferredNamespaceUri,
    URIRef(EXTERNAL_PREFIXES["bibo"] + "status"),
    URIRef(EXTERNAL_PREFIXES["schema"] + "includedInDataCatalog"),
)


def own(graph: Graph, kind: URIRef | None = None) -> set[Node]:
    """The ontology's own terms, of one kind or of all."""
    return {term for term in graph.subjects(RDF.type, kind) if str(term).startswith(f"{ONTOLOGY_IRI}#")}


def languages(graph: Graph, term: Node, predicate: URIRef) -> list[str | None]:
    return sorted(str(value.language) for value in graph.objects(term, predicate) if isinstance(value, Literal))


def test_terms_labelled_and_defined_p08(ontology: Graph) -> None:
    for term in own(ontology):
        assert languages(ontology, term, RDFS.label) == ["en", "fr"], term
        assert languages(ontology, term, SKOS.definition) == ["en", "fr"], term
        assert (term, RDFS.isDefinedBy, ONTOLOGY_IRI) in ontology, term


def test_terms_definitions_sentences(ontology: Graph) -> None:
    for term in own(ontology):
        for text in ontology.objects(term, SKOS.definition):
            assert re.fullmatch(r"[A-ZÀ-Ý].{15,}\.", str(text)), (term, text)


def test_terms_labels_distinct(ontology: Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual):
        for language in ("fr", "en"):
            labels = [
                str(v)
                for term in own(ontology, kind)
                for v in ontology.objects(term, RDFS.label)
                if v.language == language
            ]
            assert sorted(set(labels)) == sorted(labels), kind


def test_terms_named_alike_p22(ontology: Graph) -> None:
    for kind in (OWL.Class, OWL.NamedIndividual):
        assert all(re.fullmatch(r"[A-Z][A-Za-z]*", str(term).rpartition("#")[2]) for term in own(ontology, kind))
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        assert all(re.fullmatch(r"[a-z][A-Za-z0-9]*", str(term).rpartition("#")[2]) for term in own(ontology, kind))


def test_properties_one_domain_one_range_p11_p19(ontology: Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        for prop in own(ontology, kind):
            assert len(list(ontology.objects(prop, RDFS.domain))) == 1, prop
            assert len(list(ontology.objects(prop, RDFS.range))) == 1, prop


def test_properties_inverse_named_p13(ontology: Graph) -> None:
    paired = set(ontology.subjects(OWL.inverseOf)) | set(ontology.objects(None, OWL.inverseOf))
    assert own(ontology, OWL.ObjectProperty) - paired == set()


def test_properties_inverse_ends_swapped_p05_p25(ontology: Graph) -> None:
    for one, other in ontology.subject_objects(OWL.inverseOf):
        assert one != other
        assert ontology.value(one, RDFS.domain) == ontology.value(other, RDFS.range), one
        assert ontology.value(one, RDFS.range) == ontology.value(other, RDFS.domain), one


def test_properties_one_inverse(ontology: Graph) -> None:
    paired = [*ontology.subjects(OWL.inverseOf), *ontology.objects(None, OWL.inverseOf)]
    assert len(paired) == len(set(paired))


@pytest.mark.parametrize("axiom", [RDFS.subClassOf, RDFS.subPropertyOf], ids=["classes", "properties"])
def test_hierarchy_no_cycle_p06_p24(ontology: Graph, axiom: URIRef) -> None:
    for term in set(ontology.subjects(axiom)):
        above = set(ontology.transitive_objects(next(ontology.objects(term, axiom)), axiom))
        assert term not in above, term


@pytest.mark.parametrize(
    "kind",
    [OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty],
    ids=lambda iri: str(iri).rpartition("#")[2],
)
def test_properties_no_characteristic_p26_p28_p29(ontology: Graph, kind: URIRef) -> None:
    assert not list(ontology.subjects(RDF.type, kind))


@pytest.mark.parametrize(
    "axiom",
    [OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs],
    ids=lambda iri: str(iri).rpartition("#")[2],
)
def test_terms_no_equivalence_p27(ontology: Graph, axiom: URIRef) -> None:
    assert not list(ontology.subject_objects(axiom))


def test_terms_disjointness_present_p10(ontology: Graph) -> None:
    assert len(list(ontology.subject_objects(OWL.disjointWith))) >= 21


def test_terms_all_typed_p34_p35(ontology: Graph) -> None:
    used = {term for triple in ontology for term in triple if isinstance(term, URIRef) and "#" in str(term)}
    used |= {predicate for predicate in ontology.predicates() if not str(predicate).startswith(LANGUAGE_OF_OWL)}
    foreign_values = set(ontology.objects(None, SKOS.closeMatch)) | set(ontology.objects(None, DCTERMS.source))
    untyped = {
        term
        for term in used - foreign_values
        if not str(term).startswith((*LANGUAGE_OF_OWL, f"{Iris().ontology}/"))
        and (term, RDF.type, None) not in ontology
    }
    assert {str(term) for term in untyped} <= {EXTERNAL_PREFIXES["vann"], f"{ONTOLOGY_IRI}#"}


def test_ontology_declared_with_metadata_p38_p39_p41(ontology: Graph) -> None:
    assert list(ontology.subjects(RDF.type, OWL.Ontology)) == [ONTOLOGY_IRI]
    assert [predicate for predicate in METADATA if (ONTOLOGY_IRI, predicate, None) not in ontology] == []
    assert str(ontology.value(ONTOLOGY_IRI, VANN.preferredNamespaceUri)) == f"{ONTOLOGY_IRI}#"
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert languages(ontology, ONTOLOGY_IRI, predicate) == ["en", "fr"]


def test_terms_external_exist_p40(ontology: Graph) -> None:
    if not VOCABULARIES.is_dir():
        pytest.skip("The vocabularies' files are not on this machine, so borrowed terms cannot be looked up.")
    known = {EXTERNAL_PREFIXES[name]: f"{name}.ttl" for name in ("org", "skos", "foaf", "oa", "dcterms")}
    known[EXTERNAL_PREFIXES["schema"]] = "schemaorg-30.0-all-https.ttl"
    borrowed = {
        str(term)
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        for term in set(ontology.subjects(RDF.type, kind)) - own(ontology)
    }
    assert len(borrowed) > 20
    for namespace, file in known.items():
        wanted = {term for term in borrowed if term.startswith(namespace)}
        text = Graph().parse(VOCABULARIES / file) if wanted else Graph()
        assert {term for term in wanted if (URIRef(term), None, None) not in text} == set(), file
    assert {term for term in borrowed if not term.startswith(tuple(known))} == WITHOUT_A_COPY


def test_terms_aligned_with_wikidata(ontology: Graph) -> None:
    values = ontology.objects(None, SKOS.closeMatch)
    aligned = {str(value).removeprefix("http://www.wikidata.org/entity/") for value in values}
    assert aligned == {"P488", "P39", "P1308", "P2388", "P2389", "P748", "P2097", "P2098", "P580", "P582"}
