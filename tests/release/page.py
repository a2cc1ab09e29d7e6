"""An invented page, small enough to be read at a glance, as a complete dataset."""

from dataclasses import replace

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from extraction.description import edition_quads
from extraction.evidence import Producer, Statement, annotation_quads, passage_quads, producer_quads
from extraction.model import Passage, Span
from extraction.sources import Edition
from extraction.vocabulary import node_names
from quipreside.namespaces import Iris
from release.completion import extended
from release.dataset import Dataset
from release.inference import infer
from release.inputs import Version, read_ontology
from release.labels import node_labels
from release.links import link
from release.provenance import provenance_triples
from release.publication import Publication
from release.terms import triples_of
from release.vocabulary import ontology_triples
from release.why import explain, why_triples

IRIS = Iris()
SOURCE = "secretaire-ligue"
LINES = {
    "h01": "Les charges de la Ligue",
    "s01": "Ada Ler est secrétaire de la Ligue.",
    "s02": "La secrétaire préside le Conseil, et lui seul.",
    "s03": "Elle représente la Ligue devant la presse.",
    "s04": "Elle représente la Ligue.",
}
TEXT = "\n".join(LINES.values()) + "\n"
EDITION = IRIS.edition(SOURCE, 1)

EDITORIAL = """
id:ligue a org:FormalOrganization ; skos:prefLabel "Ligue"@fr, "League"@en .
id:secretaire-ligue a org:Post ; skos:prefLabel "secrétaire de la Ligue"@fr ; org:postIn id:ligue .
id:conseil-ligue a :Body ; skos:prefLabel "Conseil de la Ligue"@fr .
id:bureau-ligue a org:OrganizationalUnit ; skos:prefLabel "Bureau de la Ligue"@fr .
id:presse a :Collective ; skos:prefLabel "presse"@fr .
"""
REPRESENTATION = """
id:representation-secretaire-ligue--ligue a :Representation ; :modality :Asserted ;
    :representative id:secretaire-ligue ; :represented id:ligue .
"""
SAID = {
    "s01": """
        id:ada-ler a foaf:Person ; skos:prefLabel "Ada Ler"@fr .
        id:tenure-ada-ler--secretaire-ligue a :CurrentTenure ; :modality :Asserted ;
            :currentHolder id:ada-ler ; :currentPost id:secretaire-ligue ; :startDate "2024-10"^^xsd:gYearMonth .""",
    "s02": """
        id:chairship-secretaire-ligue--conseil-ligue a :Chairship ; :modality :Asserted ;
            :chairPost id:secretaire-ligue ; :chairedBody id:conseil-ligue .
        id:enumeration-secretaire-ligue--chairs a :Enumeration ; :enumeratedSubject id:secretaire-ligue ;
            :enumeratedProperty :chairs ; :completeness :Closed ; :enumeratedCount 1 .""",
    "s03": f"{REPRESENTATION} id:representation-secretaire-ligue--ligue :before id:presse .",
    "s04": REPRESENTATION,
}


def turtle(text: str) -> list[Triple]:
    """Parse Turtle with the project's prefixes."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in IRIS.prefixes().items())
    return sorted(triples_of(parse(prefixes + text, format=RdfFormat.TURTLE)), key=str)


def passages() -> list[Passage]:
    """The lines as passages."""
    found, at = [], 0
    for key, line in LINES.items():
        found.append(Passage(key, "heading" if key.startswith("h") else "sentence", Span(at, at + len(line))))
        at += len(line) + 1
    return found


def edition() -> Edition:
    """The page as it would be filed."""
    content = TEXT.encode()
    return Edition(SOURCE, 1, content, "ligue", "fr", "2026-11-23", "0" * 64, len(TEXT), "Droits.", "Rights.")


def statements() -> list[Statement]:
    """What each line says, the whole line as its phrase."""
    spans = {passage.key: passage.span for passage in passages()}
    return [
        Statement(triple, key, spans[key], Producer("rule", "invented"))
        for key, said in SAID.items()
        for triple in turtle(said)
    ]


def stated_dataset() -> Dataset:
    """The dataset before inference."""
    said, graph = statements(), NamedNode(IRIS.graph("evidence"))
    facts: dict[str, set[Triple]] = {}
    for quad in passage_quads(said, EDITION):
        facts.setdefault(quad.graph_name.value, set()).add(quad.triple)
    evidence: set[Quad] = annotation_quads(said, EDITION, TEXT, graph, IRIS)
    evidence |= producer_quads([one.producer for one in said], graph, IRIS)
    evidence |= edition_quads(edition(), passages(), graph, IRIS)
    ontology = ontology_triples(read_ontology(IRIS.base), IRIS)
    editorial = frozenset(turtle(EDITORIAL))
    top = {
        "editorial": editorial | node_labels(editorial.union(*facts.values()), ontology, node_names(), IRIS),
        "links": frozenset(
            link("ligue", "owl:sameAs", "http://www.wikidata.org/entity/Q38130", "A", "two registers", iris=IRIS)
        ),
        "ontology": ontology,
        "evidence": frozenset(triples_of(evidence)),
    }
    return Dataset({name: frozenset(triples) for name, triples in facts.items()}, top, {}, IRIS.graph(""))


def complete_dataset() -> Dataset:
    """The dataset with its inferences and their explanations."""
    stated = stated_dataset()
    ontology = stated.top["ontology"]
    inferred = frozenset(infer(stated.stated(), ontology, IRIS))
    unsaid = stated.top["editorial"] - stated.asserted()
    why = why_triples(explain(stated.stated(), inferred, ontology, unsaid), stated.top["evidence"], IRIS)
    provenance = provenance_triples([edition()], [], {*stated.top, "inferred", "why", "provenance", "catalogue"}, IRIS)
    return replace(stated, top={**stated.top, "inferred": inferred, "why": why, "provenance": provenance})


def publication(number: str = "0.2.0", previous: str | None = "0.1.0", more: str = "") -> Publication:
    """The page as a version ready to be written; `more` is what the editors add to it, in Turtle."""
    dataset = complete_dataset()
    editorial = dataset.top["editorial"] | set(turtle(more))
    return Publication(extended(dataset, {"editorial": editorial}), Version(number, "2026-11-23"), IRIS, previous)
