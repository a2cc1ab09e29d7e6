"""The service description (SPARQL 1.1 Service Description), built from the tables the server itself uses."""

import threading
from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from server.dataset import Release
from server.formats import GRAPHS, RESULTS, Format
from server.statistics import Counts, Statistics

EXAMPLES = "sparql-examples.ttl"
PREFIXES = {
    prefix: EXTERNAL_PREFIXES[prefix] for prefix in ("sd", "void", "dcterms", "sh", "schema", "rdf", "rdfs", "xsd")
}
TITLES = {"fr": "Le point d’accès SPARQL de Qui préside", "en": "The SPARQL endpoint of Qui préside"}


def name(curie: str) -> NamedNode:
    """The node that a prefixed name stands for."""
    prefix, _, local = curie.partition(":")
    return NamedNode(EXTERNAL_PREFIXES[prefix] + local)


class ServiceDescription:
    """Describe the service that answers at the IRI `endpoint`; the dataset is counted when first asked for."""

    def __init__(self, release: Release, endpoint: str, measure: Callable[[], Statistics]) -> None:
        self.release, self.endpoint, self.measure = release, endpoint, measure
        self.written: dict[str, bytes] = {}
        self.lock = threading.Lock()

    def write(self, chosen: Format) -> bytes:
        """The description in a graph format."""
        with self.lock:
            if chosen.name not in self.written:
                triples = [*self.service(), *self.dataset(self.measure()), *self.examples()]
                format = getattr(RdfFormat, chosen.engine)
                self.written[chosen.name] = serialize(triples, format=format, prefixes=PREFIXES) or b""
            return self.written[chosen.name]

    def service(self) -> Iterator[Triple]:
        """What the service is and which formats it writes."""
        service = NamedNode(self.endpoint)
        yield Triple(service, name("rdf:type"), name("sd:Service"))
        yield Triple(service, name("sd:endpoint"), service)
        yield Triple(service, name("sd:supportedLanguage"), name("sd:SPARQL11Query"))
        yield Triple(service, name("sd:defaultDataset"), NamedNode(Iris(self.release.base_iri).dataset))
        for language, title in TITLES.items():
            yield Triple(service, name("dcterms:title"), Literal(title, language=language))
        for format in (*RESULTS, *GRAPHS):
            yield Triple(service, name("sd:resultFormat"), NamedNode(format.iri))

    def dataset(self, statistics: Statistics) -> Iterator[Triple]:
        """The default and named graphs, in figures."""
        dataset, default = NamedNode(Iris(self.release.base_iri).dataset), self.part("default-graph")
        yield Triple(dataset, name("rdf:type"), name("sd:Dataset"))
        yield Triple(dataset, name("sd:defaultGraph"), default)
        yield Triple(default, name("rdf:type"), name("sd:Graph"))
        yield Triple(default, name("rdf:type"), name("void:Dataset"))
        yield Triple(default, name("void:triples"), Literal(self.release.triples))
        yield from self.partitions(default, "class", statistics.classes, "entities")
        yield from self.partitions(default, "property", statistics.properties, "triples")
        for number, (graph, size) in enumerate(statistics.graphs.items(), 1):
            named, content = self.part(f"graph-{number}"), self.part(f"graph-{number}-content")
            yield Triple(dataset, name("sd:namedGraph"), named)
            yield Triple(named, name("rdf:type"), name("sd:NamedGraph"))
            yield Triple(named, name("sd:name"), NamedNode(graph))
            yield Triple(named, name("sd:graph"), content)
            yield Triple(content, name("rdf:type"), name("sd:Graph"))
            yield Triple(content, name("void:triples"), Literal(size))

    def partitions(self, whole: NamedNode, kind: str, counts: Counts, unit: str) -> Iterator[Triple]:
        """A partition of the default graph for each class or property."""
        for number, (iri, size) in enumerate(counts.items(), 1):
            partition = self.part(f"{kind}-{number}")
            yield Triple(whole, name(f"void:{kind}Partition"), partition)
            yield Triple(partition, name(f"void:{kind}"), NamedNode(iri))
            yield Triple(partition, name(f"void:{unit}"), Literal(size))

    def examples(self) -> Iterator[Triple]:
        """The example queries of the release, aimed at this service."""
        if self.release.file(EXAMPLES):
            target, service = name("schema:target"), NamedNode(self.endpoint)
            for quad in parse(path=str(self.release.folder / EXAMPLES), format=RdfFormat.TURTLE):
                yield Triple(quad.subject, quad.predicate, service if quad.predicate == target else quad.object)

    def part(self, fragment: str) -> NamedNode:
        """A node of the description itself."""
        return NamedNode(f"{self.endpoint}#{fragment}")
