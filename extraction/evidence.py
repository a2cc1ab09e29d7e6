"""Evidence: statements with the words they come from, as annotations and as the passages' named graphs.

The annotations are the master: a passage's graph is the set of triples that annotations on it have as bodies. Offsets
are Unicode code points of the edition's decoded text, end exclusive.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from extraction.model import Span
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris

OA, RDF, RDFS, XSD = (EXTERNAL_PREFIXES[prefix] for prefix in ("oa", "rdf", "rdfs", "xsd"))
TYPE = NamedNode(f"{RDF}type")
OFFSET_TYPE = NamedNode(f"{XSD}nonNegativeInteger")


@dataclass(frozen=True)
class Producer:
    """What produced a statement: a rule of the extraction or a curated statement, by its stable name."""

    kind: str
    name: str

    def iri(self, iris: Iris) -> NamedNode:
        """The producer's IRI, a thing of its own."""
        return NamedNode(iris.thing(f"{self.kind}-{self.name}"))


@dataclass(frozen=True)
class Statement:
    """One triple, the passage that states it, the phrase that says it, and its producer."""

    triple: Triple
    passage: str
    evidence: Span
    producer: Producer


def triple_hash(triple: Triple) -> str:
    """Eight hexadecimal digits that name a triple within its annotation."""
    return hashlib.sha256(str(triple).encode()).hexdigest()[:8]


def passage_quads(statements: Iterable[Statement], edition: str) -> set[Quad]:
    """The passages' graphs: each triple in the graph named by the passage that states it."""
    return {Quad(*unpack(one.triple), NamedNode(f"{edition}/{one.passage}")) for one in statements}


def annotation_quads(
    statements: Iterable[Statement], edition: str, text: str, graph: NamedNode, iris: Iris
) -> set[Quad]:
    """One annotation a phrase, with a body for each triple that the phrase supports and a target in the text."""
    phrases: defaultdict[tuple[str, Span], list[Statement]] = defaultdict(list)
    for statement in statements:
        phrases[statement.passage, statement.evidence].append(statement)
    quads: set[Quad] = set()
    for (passage, span), supported in phrases.items():
        about = f"{edition}/{passage}#e{span.start}-{span.end}"
        triples = [*target(about, f"{edition}/{passage}", edition, span, text), *bodies(about, supported, iris)]
        quads.update(Quad(*unpack(triple), graph) for triple in triples)
    return quads


def target(about: str, passage: str, edition: str, span: Span, text: str) -> Iterator[Triple]:
    """The annotation of a phrase and the selectors that find it: offsets in the edition, and the words."""
    yield triple_of(about, TYPE, NamedNode(f"{OA}Annotation"))
    yield triple_of(about, f"{OA}motivatedBy", NamedNode(f"{OA}identifying"))
    yield triple_of(about, f"{OA}hasTarget", NamedNode(f"{about}-target"))
    yield triple_of(f"{about}-target", TYPE, NamedNode(f"{OA}SpecificResource"))
    yield triple_of(f"{about}-target", f"{OA}hasSource", NamedNode(passage))
    yield triple_of(f"{about}-target", f"{OA}hasScope", NamedNode(edition))
    for selector, kind in (("position", "TextPositionSelector"), ("quote", "TextQuoteSelector")):
        yield triple_of(f"{about}-target", f"{OA}hasSelector", NamedNode(f"{about}-{selector}"))
        yield triple_of(f"{about}-{selector}", TYPE, NamedNode(OA + kind))
    yield triple_of(f"{about}-position", f"{OA}start", Literal(str(span.start), datatype=OFFSET_TYPE))
    yield triple_of(f"{about}-position", f"{OA}end", Literal(str(span.end), datatype=OFFSET_TYPE))
    yield triple_of(f"{about}-quote", f"{OA}exact", Literal(text[span.start : span.end], language="fr"))


def bodies(about: str, statements: Iterable[Statement], iris: Iris) -> Iterator[Triple]:
    """One reified statement for each triple of a phrase, and the annotation's producers."""
    for statement in statements:
        body = f"{about}-{triple_hash(statement.triple)}"
        subject, predicate, value = unpack(statement.triple)
        producer = statement.producer.iri(iris)
        yield triple_of(about, f"{OA}hasBody", NamedNode(body))
        yield triple_of(about, iris.term("producedBy"), producer)
        yield triple_of(body, TYPE, NamedNode(f"{RDF}Statement"))
        yield triple_of(body, f"{RDF}subject", subject)
        yield triple_of(body, f"{RDF}predicate", predicate)
        yield triple_of(body, f"{RDF}object", value)


def producer_quads(producers: Iterable[Producer], graph: NamedNode, iris: Iris) -> set[Quad]:
    """Describe the producers, so that each IRI that the evidence names is described."""
    words = {
        "rule": ("ExtractionRule", "Règle d’extraction", "Extraction rule"),
        "curated": ("CuratedStatement", "Énoncé ancré à la main", "Hand-anchored statement"),
    }
    quads = set()
    for producer in set(producers):
        kind, french, english = words[producer.kind]
        subject = producer.iri(iris)
        quads.add(Quad(subject, TYPE, NamedNode(iris.term(kind)), graph))
        for label, language in ((french, "fr"), (english, "en")):
            name = Literal(f"{label} {producer.name}", language=language)
            quads.add(Quad(subject, NamedNode(f"{RDFS}label"), name, graph))
    return quads


Subject = NamedNode
Value = NamedNode | Literal


def triple_of(subject: str | NamedNode, predicate: str | NamedNode, value: Value) -> Triple:
    """A triple from IRIs given as text or nodes."""
    node = subject if isinstance(subject, NamedNode) else NamedNode(subject)
    return Triple(node, predicate if isinstance(predicate, NamedNode) else NamedNode(predicate), value)


def unpack(triple: Triple) -> tuple[NamedNode, NamedNode, Value]:
    """The three terms of a triple of data, which holds no blank node and no quoted triple."""
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
        return subject, predicate, value
    raise TypeError(f"no triple of data: {triple}")
