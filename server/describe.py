"""Descriptions: the triples that each kind of document holds, asked of the query processes.

A description is a set of N-Triples lines, so that parts are put together by a union and equal descriptions are equal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, RdfFormat, parse

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from server.engine import Engine
from server.problems import HttpError
from server.wire import Question, Status

Lines = frozenset[bytes]

ASIDE = ("catalogue", "provenance", "superseded")
BATCH = 400
_PREFIXES = "".join(f"PREFIX {prefix}: <{EXTERNAL_PREFIXES[prefix]}>\n" for prefix in ("oa", "prov", "rdf", "rdfs"))
_LABELS = " ".join(
    f"<{EXTERNAL_PREFIXES[prefix]}{name}>"
    for prefix, name in (("rdfs", "label"), ("skos", "prefLabel"), ("foaf", "name"))
)


@dataclass(frozen=True)
class Describer:
    """Describe what a release names; `seconds` is the longest that one question may run."""

    engine: Engine
    iris: Iris
    seconds: float

    def exists(self, iri: str) -> bool:
        """Whether any graph says something of this IRI."""
        return (
            self.ask(f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ GRAPH ?g {{ <{iri}> ?p ?o }} }} }}", "csv").strip()
            == b"true"
        )

    def thing(self, iri: str) -> Lines:
        """A thing: what is said of it and with it, the words that say so, the reasons of what was inferred, and labels.

        A thing that only superseded editions mention is described from their graphs.
        """
        own = self.current(f"<{iri}> ?p ?o", f"<{iri}> ?p ?o") or self.construct(
            f"<{iri}> ?p ?o", f"GRAPH ?g {{ <{iri}> ?p ?o }}"
        )
        lines = own | self.current(f"?s ?p <{iri}>", f"?s ?p <{iri}>") | self.reasons(iri)
        return lines | self.labels(lines)

    def reasons(self, iri: str) -> Lines:
        """Evidence and explanations of every statement that has this IRI as subject or object."""
        steps = f"^oa:hasBody|oa:hasTarget|oa:hasSelector|prov:wasDerivedFrom|<{self.iris.term('premise')}>"
        nodes = f"?start rdf:subject|rdf:object <{iri}> . ?start ({steps}|<{self.iris.term('byAxiom')}>)* ?node"
        return self.construct("?node ?p ?o", f"{{ SELECT DISTINCT ?node {{ {nodes} }} }} ?node ?p ?o")

    def passage(self, iri: str) -> Lines:
        """A passage: what it states, where it stands, the phrases that say so, and labels."""
        stated = self.construct("?s ?p ?o", f"GRAPH <{iri}> {{ ?s ?p ?o }}")
        nodes = f"?target oa:hasSource <{iri}> . ?annotation oa:hasTarget ?target . "
        nodes += "?annotation oa:hasBody?/(oa:hasTarget/oa:hasSelector?)? ?node . ?node ?p ?o"
        lines = stated | self.current(f"<{iri}> ?p ?o", f"<{iri}> ?p ?o") | self.current("?node ?p ?o", nodes)
        return lines | self.labels(lines)

    def edition(self, iri: str) -> Lines:
        """An edition: itself, its source, and where each of its passages stands."""
        ties = f"^<{self.iris.term('passageOf')}>|<{self.iris.term('editionOf')}>"
        parts = f"<{iri}> ({ties})? ?node . ?node ?p ?o"
        lines = self.current("?node ?p ?o", parts)
        return lines | self.labels(lines)

    def graph(self, iri: str) -> Lines:
        """A named graph, exactly; of one that holds nothing in this release, what is said of it."""
        held = self.construct("?s ?p ?o", f"GRAPH <{iri}> {{ ?s ?p ?o }}")
        return held or self.current(f"<{iri}> ?p ?o", f"<{iri}> ?p ?o")

    def latest_edition(self, source: str) -> str | None:
        """The IRI of a source's edition with the highest number."""
        edition, number = self.iris.term("editionOf"), self.iris.term("editionNumber")
        pattern = f"?edition <{edition}> <{source}> ; <{number}> ?number"
        query = f"SELECT ?edition {{ {self.anywhere(pattern)} }} ORDER BY DESC(?number) LIMIT 1"
        found = self.ask(query, "csv").decode().splitlines()[1:]
        return found[0] if found else None

    def labels(self, lines: Iterable[bytes]) -> Lines:
        """The names of everything that the lines mention."""
        quads = list(parse(b"\n".join(lines), format=RdfFormat.N_TRIPLES))
        terms = {term for quad in quads for term in (quad.subject, quad.predicate, quad.object)}
        mentioned = sorted(term.value for term in terms if isinstance(term, NamedNode))
        found: set[bytes] = set()
        for start in range(0, len(mentioned), BATCH):
            values = " ".join(f"<{iri}>" for iri in mentioned[start : start + BATCH])
            pattern = f"VALUES ?s {{ {values} }} VALUES ?p {{ {_LABELS} }} ?s ?p ?o"
            found |= self.construct("?s ?p ?o", pattern)
        return frozenset(found)

    def current(self, template: str, pattern: str) -> Lines:
        """What a pattern gives in the default graph and in the graphs beside it."""
        return self.construct(template, self.anywhere(pattern))

    def anywhere(self, pattern: str) -> str:
        """A pattern that is met by the default graph or by one of the graphs beside it."""
        graphs = " ".join(f"<{self.iris.graph(name)}>" for name in ASIDE)
        return f"{{ {pattern} }} UNION {{ VALUES ?g {{ {graphs} }} GRAPH ?g {{ {pattern} }} }}"

    def construct(self, template: str, pattern: str) -> Lines:
        """The lines of a CONSTRUCT query."""
        return frozenset(self.lines(f"CONSTRUCT {{ {template} }} WHERE {{ {pattern} }}"))

    def lines(self, query: str) -> Iterator[bytes]:
        """The N-Triples lines that a query gives."""
        return (line for line in self.ask(query, "ntriples").split(b"\n") if line)

    def ask(self, query: str, format: str) -> bytes:
        """Ask one of our own queries, which cannot be wrong."""
        reply = self.engine.ask(Question(_PREFIXES + query, format), self.seconds)
        if reply.status is not Status.ANSWER:
            raise HttpError(503, "The description is larger than an answer may be; ask `/sparql` for a part of it.")
        return reply.body
