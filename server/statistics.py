"""How large the served dataset is, asked of the dataset itself: triples by named graph, class and property."""

import json
from dataclasses import dataclass, field

from server.engine import Engine
from server.problems import HttpError
from server.wire import Question, Status

GRAPHS = "SELECT ?key (COUNT(*) AS ?n) WHERE { GRAPH ?key { ?s ?p ?o } } GROUP BY ?key"
CLASSES = "SELECT ?key (COUNT(*) AS ?n) WHERE { ?s a ?key } GROUP BY ?key"
PROPERTIES = "SELECT ?key (COUNT(*) AS ?n) WHERE { ?s ?key ?o } GROUP BY ?key"

Counts = dict[str, int]


@dataclass(frozen=True)
class Statistics:
    """Triples by named graph, instances by class and triples by property of the default graph; keys are IRIs."""

    graphs: Counts = field(default_factory=dict)
    classes: Counts = field(default_factory=dict)
    properties: Counts = field(default_factory=dict)


def measure(engine: Engine, seconds: float) -> Statistics:
    """Count; a dataset too large to be counted in time has no figures."""
    try:
        return Statistics(*(count(engine, query, seconds) for query in (GRAPHS, CLASSES, PROPERTIES)))
    except HttpError:
        return Statistics()


def count(engine: Engine, query: str, seconds: float) -> Counts:
    """The counts by IRI that one of the queries gives, in the order of the IRIs."""
    reply = engine.ask(Question(query, "json"), seconds)
    rows = json.loads(reply.body)["results"]["bindings"] if reply.status is Status.ANSWER else []
    return dict(sorted((row["key"]["value"], int(row["n"]["value"])) for row in rows if row["key"]["type"] == "uri"))
