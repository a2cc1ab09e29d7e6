"""A page's facts as annotated graphs, whether or not it is a filed source."""

from pyoxigraph import NamedNode, RdfFormat, serialize

from extraction.evidence import annotation_quads, passage_quads, producer_quads
from extraction.naming import naming_of
from extraction.population import populate
from extraction.reader import Extraction
from extraction.register import Register
from extraction.slugs import ascii_slug
from quipreside.namespaces import Iris


def trig(extraction: Extraction, register: Register, name: str, iris: Iris) -> bytes:
    """The graphs of the page's passages, with the annotations that they are projected from, in sorted TriG."""
    edition = iris.edition(ascii_slug(name) or "page", 1)
    evidence = NamedNode(iris.graph("evidence"))
    statements = populate(extraction, naming_of(register, extraction.focus.organisation, iris)).statements
    quads = passage_quads(statements, edition)
    quads |= annotation_quads(statements, edition, extraction.text.raw, evidence, iris)
    quads |= producer_quads((one.producer for one in statements), evidence, iris)
    ordered = sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))
    return serialize(ordered, format=RdfFormat.TRIG, prefixes=iris.prefixes()) or b""
