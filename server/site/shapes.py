"""What the shapes demand, in words: the messages of each shape, by the class or property that it is about."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from quipreside.namespaces import EXTERNAL_PREFIXES

Rules = Mapping[str, tuple[Mapping[str, str], ...]]

MESSAGES = f"""PREFIX sh: <{EXTERNAL_PREFIXES["sh"]}>
SELECT DISTINCT ?about ?shape ?message {{
  {{ ?node sh:targetClass ?about ; sh:property ?shape }} UNION {{ ?shape sh:path ?about . FILTER (isIRI(?about)) }}
  ?shape sh:message ?message
}} ORDER BY ?about ?shape ?message"""


def read_rules(file: Path) -> Rules:
    """Read the messages of the release's shapes; none when it carries no shapes."""
    if not file.is_file():
        return {}
    store = Store()
    store.load(path=str(file), format=RdfFormat.TURTLE)
    found: defaultdict[str, defaultdict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for about, shape, message in store.query(MESSAGES):  # type: ignore[union-attr]
        if isinstance(about, NamedNode) and isinstance(message, Literal):
            found[about.value][str(shape)][message.language or ""] = message.value
    return {iri: tuple(shapes.values()) for iri, shapes in found.items()}
