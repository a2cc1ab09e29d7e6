"""The dataset in figures, in VoID: partitions by class and property, linksets, examples, vocabularies."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad, Triple

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.dataset import RDF_TYPE
from release.describing import Describer, Row, rows

LINK_PREDICATES = {"owl:sameAs": "sameAs", "rdfs:seeAlso": "seeAlso", "skos:closeMatch": "closeMatch"}
TARGETS = {
    "wikidata": ("Wikidata", "http://www.wikidata.org/entity/"),
    "dbpedia": ("DBpedia", "http://dbpedia.org/resource/"),
    "geonames": ("GeoNames", "https://sws.geonames.org/"),
    "publications-office": ("EU Publications Office", "http://publications.europa.eu/resource/authority/"),
    "archives-nationales": ("Archives nationales", "https://rdf.archives-nationales.culture.gouv.fr/"),
}
VOCABULARIES = ("org", "foaf", "skos", "oa", "prov", "dcterms", "rdfs", "owl")
EXAMPLES = 5


def void_triples(version: str, default: Sequence[Quad], links: Iterable[Triple], iris: Iris) -> Iterator[Triple]:
    """The figures of a version's default graph, about `<dataset>/<version>`."""
    describe = Describer(iris)
    dataset = f"{iris.dataset}/{version}"
    yield from describe.about(dataset, figures(default, iris, describe))
    yield from describe.about(dataset, rows("void:vocabulary", [f"{iris.ontology}#", *own_vocabularies()]))
    yield from partitions(dataset, "class", classes(default), describe, iris)
    yield from partitions(dataset, "property", Counter(quad.predicate for quad in default), describe, iris)
    yield from linksets(dataset, list(links), describe, iris)


def own_vocabularies() -> list[str]:
    """The namespaces of the vocabularies that the facts use."""
    return [EXTERNAL_PREFIXES[prefix] for prefix in VOCABULARIES]


def classes(default: Iterable[Quad]) -> Counter[NamedNode]:
    """How many instances each class has."""
    return Counter(quad.object for quad in default if quad.predicate == RDF_TYPE and isinstance(quad.object, NamedNode))


def figures(default: Sequence[Quad], iris: Iris, describe: Describer) -> list[Row]:
    """The counts of a graph, where to get it, and a few of its things."""
    subjects = {quad.subject for quad in default}
    posts = sorted(
        quad.subject.value
        for quad in default
        if quad.object == describe.iri("org:Post") and isinstance(quad.subject, NamedNode)
    )
    counts = {
        "triples": len(default),
        "entities": sum(isinstance(one, NamedNode) and one.value.startswith(iris.thing("")) for one in subjects),
        "classes": len(classes(default)),
        "properties": len({quad.predicate for quad in default}),
        "distinctSubjects": len(subjects),
        "distinctObjects": len({quad.object for quad in default}),
    }
    return [
        ("rdf:type", "void:Dataset"),
        *((f"void:{name}", describe.typed(count, "xsd:integer")) for name, count in counts.items()),
        ("void:uriSpace", Literal(iris.thing(""))),
        ("void:sparqlEndpoint", iris.endpoint),
        *(("void:exampleResource", post) for post in posts[:EXAMPLES]),
    ]


def partitions(
    dataset: str, kind: str, counts: Counter[NamedNode], describe: Describer, iris: Iris
) -> Iterator[Triple]:
    """One partition a class (in entities) or property (in triples)."""
    unit = {"class": "void:entities", "property": "void:triples"}[kind]
    for term, count in counts.items():
        node = f"{dataset}#{kind}-{short(term.value, iris)}"
        yield from describe.about(dataset, [(f"void:{kind}Partition", node)])
        yield from describe.about(
            node,
            [("rdf:type", "void:Dataset"), (f"void:{kind}", term.value), (unit, describe.typed(count, "xsd:integer"))],
        )


def linksets(dataset: str, links: Sequence[Triple], describe: Describer, iris: Iris) -> Iterator[Triple]:
    """One linkset a target dataset and predicate, with its two ends; a set without links is not described."""
    for predicate, name in LINK_PREDICATES.items():
        for key, (title, space) in TARGETS.items():
            found = [one for one in links if one.predicate == describe.iri(predicate) and leads(one, space)]
            if not found:
                continue
            linkset, target = f"{dataset}#links-{key}-{name}", f"{iris.dataset}#{key}"
            yield from describe.about(
                linkset,
                [("rdf:type", "void:Linkset"), ("void:linkPredicate", predicate), ("void:subjectsTarget", dataset),
                 ("void:objectsTarget", target), ("void:triples", describe.typed(len(found), "xsd:integer"))],
            )  # fmt: skip
            yield from describe.about(dataset, [("void:subset", linkset)])
            yield from describe.about(
                target,
                [("rdf:type", "void:Dataset"), ("dcterms:title", Literal(title, language="en")),
                 ("void:uriSpace", Literal(space))],
            )  # fmt: skip


def leads(link: Triple, space: str) -> bool:
    """Tell whether a link leads into a space of IRIs."""
    return isinstance(link.object, NamedNode) and link.object.value.startswith(space)


def short(iri: str, iris: Iris) -> str:
    """A short name of a term that is unique among vocabularies, fit for a fragment."""
    ours = f"{iris.ontology}#"
    for prefix, namespace in {"": ours, **EXTERNAL_PREFIXES}.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}".strip("-")
    return iri.partition("://")[2].replace("/", "-").replace("#", "-")
