"""Names of relation nodes, for people: the class's label and those of the key, in French and English."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from extraction.vocabulary import NodeName
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.dataset import RDF_TYPE

LABEL = NamedNode(EXTERNAL_PREFIXES["rdfs"] + "label")
NAME = NamedNode(EXTERNAL_PREFIXES["skos"] + "prefLabel")
COLONS = {"fr": " : ", "en": ": "}

Labels = dict[str, dict[str, str]]


def node_labels(
    facts: Iterable[Triple], ontology: Iterable[Triple], names: Mapping[str, NodeName], iris: Iris
) -> frozenset[Triple]:
    """An `rdfs:label` in each language for every relation node without one; an end may keep its French name."""
    facts = list(facts)
    labels = labels_of([*facts, *ontology])
    links: defaultdict[NamedNode, dict[str, str]] = defaultdict(dict)
    classes: dict[NamedNode, str] = {}
    for triple in facts:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
            links[triple.subject][triple.predicate.value] = triple.object.value
            name = triple.object.value.rpartition("#")[2]
            if triple.predicate == RDF_TYPE and name in names:
                classes[triple.subject] = name
    found = set()
    for node, name in classes.items():
        if node.value in labels:
            continue
        ends = [end for link in names[name].key if (end := links[node].get(iris.term(link)))]
        for language, colon in COLONS.items():
            words = ", ".join(label(labels, end, language) for end in ends)
            title = label(labels, iris.term(name), language)
            found.add(Triple(node, LABEL, Literal(f"{title}{colon}{words}", language=language)))
    return frozenset(found)


def labels_of(triples: Iterable[Triple]) -> Labels:
    """Names and labels by IRI and language; `skos:prefLabel` wins, and of two the first in order."""
    found: Labels = defaultdict(dict)
    wanted = [t for t in triples if t.predicate in (LABEL, NAME) and isinstance(t.object, Literal)]
    for triple in sorted(wanted, key=lambda one: (one.predicate != NAME, str(one))):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal) and triple.object.language:
            found[triple.subject.value].setdefault(triple.object.language, triple.object.value)
    return dict(found)


def label(labels: Labels, iri: str, language: str) -> str:
    """The label in a language, else in French, else the last segment of the IRI."""
    names = labels.get(iri, {})
    return names.get(language) or names.get("fr") or iri.rpartition("/")[2].rpartition("#")[2]
