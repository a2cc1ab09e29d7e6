"""Read the W3C SPARQL 1.1 suites: test cases, their data as one dataset, results compared by value."""

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as Text
from rdflib.compare import isomorphic

from quipreside import paths

ROOT = Path(os.environ.get("W3C_TESTS", paths.ROOT.parent / "shared" / "w3c"))
ABSENT = f"the W3C suites are not at {ROOT}; set W3C_TESTS= to their folder"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
XSD = "http://www.w3.org/2001/XMLSchema#"
SYNTAXES = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}
RESULTS = {".srx": QueryResultsFormat.XML, ".srj": QueryResultsFormat.JSON, ".tsv": QueryResultsFormat.TSV}
INTEGERS = {
    f"{XSD}{name}"
    for name in ("integer", "int", "long", "short", "byte", "negativeInteger", "nonNegativeInteger", "positiveInteger")
}
VALUES: dict[str, Callable[[str], object]] = {
    f"{XSD}integer": int,
    f"{XSD}decimal": lambda text: f"{Decimal(text).normalize():f}",
    f"{XSD}double": float,
    f"{XSD}float": float,
    f"{XSD}boolean": lambda text: text in {"1", "true"},
    f"{XSD}dateTime": lambda text: text.replace("+00:00", "Z"),
}

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True)
class Case:
    """A test: its query, the files of its dataset, and the file of the result expected (none for a syntax test)."""

    name: str
    kind: str
    query: Path
    default: tuple[Path, ...]
    named: tuple[tuple[str, Path], ...]
    result: Path | None


def cases(manifest: str) -> list[Case]:
    """The test cases of a suite in order; none when the suites are absent."""
    top = ROOT / "sparql11" / manifest
    if not top.exists():
        return []
    return [case for included in listed(read(top), top, "include") for case in read_cases(included)]


def read_cases(manifest: Path) -> Iterator[Case]:
    """The test cases of one manifest."""
    store = read(manifest)
    for test in items(store, one(store, NamedNode(manifest.as_uri()), MF + "entries")):
        action, result = one(store, test, MF + "action"), one(store, test, MF + "result")
        query = one(store, action, QT + "query") or action
        yield Case(
            f"{manifest.parent.name}/{str(test.value).rpartition('#')[2]}",
            str(one(store, test, RDF + "type").value).rpartition("#")[2],
            to_path(query),
            tuple(to_path(data) for data in every(store, action, QT + "data")),
            tuple(graph_data(store, graph) for graph in every(store, action, QT + "graphData")),
            to_path(result) if result else None,
        )


def graph_data(store: Store, graph: Term) -> tuple[str, Path]:
    """The name and the file of a named graph."""
    file = one(store, graph, QT + "graph") or graph
    label = one(store, graph, LABEL)
    return (label.value if label else file.value, to_path(file))


@cache
def read(file: Path) -> Store:
    """Read a Turtle file."""
    store = Store()
    store.load(path=str(file), format=RdfFormat.TURTLE, base_iri=file.as_uri())
    return store


def every(store: Store, subject: Term, predicate: str) -> list[Term]:
    return [quad.object for quad in store.quads_for_pattern(subject, NamedNode(predicate), None, None)]


def one(store: Store, subject: Term, predicate: str) -> Term | None:
    return next(iter(every(store, subject, predicate)), None) if not isinstance(subject, Literal) else None


def items(store: Store, node: Term) -> Iterator[Term]:
    """The members of an RDF collection."""
    while node and node.value != RDF + "nil":
        yield one(store, node, RDF + "first")
        node = one(store, node, RDF + "rest")


def listed(store: Store, manifest: Path, predicate: str) -> list[Path]:
    return [to_path(item) for item in items(store, one(store, NamedNode(manifest.as_uri()), MF + predicate))]


def to_path(iri: Term) -> Path:
    return Path(iri.value.removeprefix("file://"))


def dataset(suite: Iterable[Case]) -> tuple[str, ...]:
    """The N-Quads of every file that a case reads, each in a named graph called as the cases call it."""
    graphs = {(name, file) for case in suite for name, file in (*case.named, *((f.as_uri(), f) for f in case.default))}
    return tuple(quad for index, (name, file) in enumerate(sorted(graphs)) for quad in quads(name, file, index))


def quads(name: str, file: Path, index: int) -> Iterator[str]:
    """The N-Quads of a file in one graph, its blank nodes apart from those of other files."""
    for quad in parse(path=str(file), format=SYNTAXES[file.suffix], base_iri=file.as_uri()):
        assert quad.graph_name == DefaultGraph()
        subject, object_ = (
            BlankNode(f"f{index}x{term.value}") if isinstance(term, BlankNode) else term
            for term in (quad.subject, quad.object)
        )
        yield f"{subject} {quad.predicate} {object_} <{name}> ."


def same(case: Case, body: bytes) -> bool:
    """Whether an answer's body says what the case expects, by value and up to the names of blank nodes."""
    assert case.result is not None
    suffix = case.result.suffix
    expected = case.result.read_bytes()
    if suffix == ".csv":
        return same_results(plain_rows(expected), plain_rows(body))
    if suffix in RESULTS:
        return same_results(table(expected, RESULTS[suffix]), table(body, RESULTS[suffix]))
    wanted = read_graph(expected, SYNTAXES[suffix], case.result.as_uri())
    if any(triple.predicate.value == RS + "resultVariable" for triple in wanted):
        return same_results(result_set(wanted), table(body, QueryResultsFormat.JSON))
    return isomorphic(to_graph(wanted), to_graph(read_graph(body, RdfFormat.TURTLE, case.result.as_uri())))


def plain_rows(text: bytes) -> list[dict[str, Term]]:
    """The rows of a CSV document, whose cells have lost their types: a number is one by its look."""
    return [{name: guess(cell) for name, cell in row.items()} for row in csv.DictReader(io.StringIO(text.decode()))]


def guess(cell: str) -> Term:
    """The term that a CSV cell most likely was."""
    if cell.startswith("_:"):
        return BlankNode(cell[2:])
    try:
        return Literal(str(float(cell)), datatype=NamedNode(XSD + "double"))
    except ValueError:
        return Literal(cell)


Results = bool | list[dict[str, Term]]


def table(text: bytes, format: QueryResultsFormat) -> Results:
    """The rows or the boolean that a results document holds."""
    results = parse_query_results(text, format=format)
    if isinstance(results, QueryBoolean):
        return bool(results)
    names = [variable.value for variable in results.variables]
    return [{name: row[name] for name in names if row[name] is not None} for row in results]


def result_set(triples: list[Triple]) -> Results:
    """The rows that a graph in the result-set vocabulary holds."""
    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    solutions = {triple.object for triple in triples if triple.predicate.value == RS + "solution"}
    return [
        {
            one(store, binding, RS + "variable").value: one(store, binding, RS + "value")
            for binding in every(store, solution, RS + "binding")
        }
        for solution in solutions
    ]


def same_results(expected: Results, found: Results) -> bool:
    """Whether two booleans or two multisets of rows are the same."""
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    return len(expected) == len(found) and isomorphic(rows_graph(expected), rows_graph(found))


def rows_graph(rows: list[dict[str, Term]]) -> Graph:
    """Rows as a graph: a blank node per row, an edge per cell."""
    graph = Graph()
    for row in rows:
        node = BNode()
        graph.add((node, URIRef("row:is"), Text("row")))
        for name, value in row.items():
            graph.add((node, URIRef(f"row:{name}"), by_value(value)))
    return graph


def read_graph(text: bytes, format: RdfFormat, base: str) -> list[Triple]:
    return [quad.triple for quad in parse(text, format=format, base_iri=base)]


def to_graph(triples: list[Triple]) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add((by_value(triple.subject), by_value(triple.predicate), by_value(triple.object)))
    return graph


def by_value(term: Term) -> BNode | URIRef | Text:
    """A term such that two terms of one value are equal."""
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    kind = XSD + "integer" if term.datatype.value in INTEGERS else term.datatype.value
    try:
        value = VALUES.get(kind, str)(term.value)
    except (ValueError, ArithmeticError):
        value = term.value
    return Text(f"{value} {kind} {term.language}")
