"""Ask the query processes for the rows that a page is made of."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
class Asker:
    """Ask our own queries, their prefixes left out; `seconds` is the longest that one may run."""

    engine: Engine
    iris: Iris
    seconds: float

    def rows(self, query: str) -> list[Row]:
        """The rows of a SELECT query, a column that is unbound left out."""
        answer = json.loads(self.ask(query))
        return [{name: term(cell) for name, cell in row.items()} for row in answer["results"]["bindings"]]

    def ask(self, query: str) -> bytes:
        """The answer in JSON; raise an HttpError (503) when it is too large or comes too late."""
        prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in self.iris.prefixes().items())
        reply = self.engine.ask(Question(prefixes + query, "json"), self.seconds)
        if reply.status is not Status.ANSWER:
            raise HttpError(503, "This page cannot be made just now; its RDF forms, `/sparql` and the dumps still can.")
        return reply.body


def term(cell: Mapping[str, str]) -> Term:
    """A cell of SPARQL results in JSON as a term."""
    return Term(cell["type"], cell["value"], cell.get("xml:lang", ""), cell.get("datatype", ""))


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
