"""The service description (SPARQL 1.1 Service Description), built from the tables the server itself uses."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from server.dataset import Release
from server.formats import GRAPHS, RESULTS, Format

SD, VOID, RDF, DCTERMS = (EXTERNAL_PREFIXES[prefix] for prefix in ("sd", "void", "rdf", "dcterms"))
PREFIXES = {prefix: EXTERNAL_PREFIXES[prefix] for prefix in ("sd", "void", "dcterms", "xsd")}


def describe(release: Release, endpoint: str, chosen: Format) -> bytes:
    """The service description in a graph format; `endpoint` is the IRI the service answers at."""
    return serialize(triples(release, endpoint), format=getattr(RdfFormat, chosen.engine), prefixes=PREFIXES) or b""


def triples(release: Release, endpoint: str) -> Iterator[Triple]:
    """The statements of the service description."""
    service, dataset = NamedNode(endpoint), NamedNode(Iris(release.base_iri).dataset)
    default = NamedNode(f"{endpoint}#default-graph")
    yield Triple(service, NamedNode(RDF + "type"), NamedNode(SD + "Service"))
    yield Triple(service, NamedNode(SD + "endpoint"), service)
    yield Triple(service, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Query"))
    for format in (*RESULTS, *GRAPHS):
        yield Triple(service, NamedNode(SD + "resultFormat"), NamedNode(format.iri))
    yield Triple(service, NamedNode(SD + "defaultDataset"), dataset)
    yield Triple(dataset, NamedNode(RDF + "type"), NamedNode(SD + "Dataset"))
    yield Triple(dataset, NamedNode(SD + "defaultGraph"), default)
    yield Triple(default, NamedNode(RDF + "type"), NamedNode(SD + "Graph"))
    yield Triple(default, NamedNode(VOID + "triples"), Literal(release.triples))
