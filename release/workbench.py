"""What the checks may read beside the dataset, and what is never published: the texts, and literals as written."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Triple

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris

UNTYPED = {NamedNode(EXTERNAL_PREFIXES["xsd"] + "string"), NamedNode(EXTERNAL_PREFIXES["rdf"] + "langString")}


def workbench(triples: Iterable[Triple], texts: Mapping[str, str], iris: Iris) -> Iterator[Quad]:
    """The decoded text of each edition, by IRI, and each typed literal with its predicate, in a graph of their own.

    The store rewrites literals (`01` becomes `1`), so a check can see what was written only as a string.
    """
    checks = f"{iris.base}checks#"
    graph = NamedNode(f"{checks}workbench")
    text, written, datatype, predicate = (
        NamedNode(checks + name) for name in ("text", "written", "datatype", "predicate")
    )
    for edition, words in texts.items():
        yield Quad(NamedNode(edition), text, Literal(words), graph)
    for property_, value in {(triple.predicate, triple.object) for triple in triples}:
        if isinstance(value, Literal) and value.datatype not in UNTYPED:
            digest = hashlib.sha256(f"{property_} {value}".encode()).hexdigest()[:16]
            literal = NamedNode(f"{checks}literal-{digest}")
            yield Quad(literal, written, Literal(value.value), graph)
            yield Quad(literal, datatype, value.datatype, graph)
            yield Quad(literal, predicate, property_, graph)
