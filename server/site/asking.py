"""Ask the query processes for the rows that a page is made of."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from server.engine import Engine
from server.problems import HttpError
from server.wire import Question, Status

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*\Z")


@dataclass(frozen=True)
class Term:
    """An RDF term of an answer; `kind` is uri, literal or bnode."""

    kind: str
    value: str
    language: str = ""
    datatype: str = ""


Row = Mapping[str, Term]


@dataclass(frozen=True)
class Table:
    """An answer: columns and rows, or a boolean."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    boolean: bool | None = None


@dataclass(frozen=True)
class Asker:
    """Ask our own queries, their prefixes left out; `seconds` is the longest that one may run."""

    engine: Engine
    iris: Iris
    seconds: float

    def rows(self, query: str) -> list[Row]:
        """The rows of a SELECT query, a column that is unbound left out."""
        return list(self.table(query).rows)

    def table(self, query: str) -> "Table":
        """The answer to a SELECT or ASK query with its columns."""
        found = json.loads(self.ask(query))
        if "boolean" in found:
            return Table((), (), found["boolean"])
        rows = ({name: term(cell) for name, cell in row.items()} for row in found["results"]["bindings"])
        return Table(tuple(found["head"]["vars"]), tuple(rows))

    def triples(self, query: str) -> list[tuple[str, str, Term]]:
        """The triples of a CONSTRUCT query."""
        parsed = parse(self.ask(query, "ntriples"), format=RdfFormat.N_TRIPLES)
        return [(quad.subject.value, quad.predicate.value, parsed_term(quad.object)) for quad in parsed]

    def ask(self, query: str, format: str = "json") -> bytes:
        """The answer in a format; raise an HttpError (503) when it is too large or comes too late."""
        prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in self.iris.prefixes().items())
        reply = self.engine.ask(Question(prefixes + query, format), self.seconds)
        if reply.status is not Status.ANSWER:
            raise HttpError(503, "This page cannot be made just now; its RDF forms, `/sparql` and the dumps still can.")
        return reply.body


def term(cell: Mapping[str, str]) -> Term:
    """A cell of SPARQL results in JSON as a term."""
    return Term(cell["type"], cell["value"], cell.get("xml:lang", ""), cell.get("datatype", ""))


def parsed_term(value: object) -> Term:
    """A parsed term."""
    if isinstance(value, Literal):
        return Term("literal", value.value, value.language or "", value.datatype.value)
    return Term("uri", value.value) if isinstance(value, NamedNode) else Term("bnode", str(value))


def values(iris: Iterable[str]) -> str:
    """IRIs as the inside of a VALUES block; one that cannot stand in a query raises QuiPresideError."""
    found = sorted(set(iris))
    for iri in found:
        if not IRI.match(iri):
            raise QuiPresideError(f"{iri!r} is not an IRI that can be asked about.")
    return " ".join(f"<{iri}>" for iri in found)


def usable(iris: Iterable[str]) -> set[str]:
    """The IRIs that can stand in a query."""
    return {iri for iri in iris if IRI.match(iri)}
