"""Framed JSON-LD: one object a node, naming the others, with short names from a context that stands in the file."""

import json
from collections.abc import Iterable

from pyld import jsonld
from pyoxigraph import Quad, RdfFormat, serialize

from quipreside.namespaces import Iris

SHORT = {"id": "@id", "type": "@type"}


def framed(quads: Iterable[Quad], iris: Iris) -> bytes:
    """The quads of one graph as framed JSON-LD; nothing is fetched, for the context is given whole."""
    prefixes = {prefix: iri for prefix, iri in iris.prefixes().items() if prefix and prefix not in SHORT}
    context = {**SHORT, **prefixes, "@base": iris.base, "@vocab": f"{iris.ontology}#"}
    expanded = json.loads(serialize((quad.triple for quad in quads), format=RdfFormat.JSON_LD) or b"[]")
    document = jsonld.frame(expanded, {"@context": context}, {"embed": "@never", "omitGraph": False})
    document["@graph"] = [node for node in document["@graph"] if set(node) - {"id"}]
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
