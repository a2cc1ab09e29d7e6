"""Run one question on a store: from query text to the bytes of an answer, or to what went wrong."""

import re
from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from server.formats import GRAPHS, RESULTS
from server.wire import Question, Reply, Status

_RESULTS = {format.name: getattr(QueryResultsFormat, format.engine) for format in RESULTS}
_GRAPHS = {format.name: getattr(RdfFormat, format.engine) for format in GRAPHS}
_XML = {"xml", "rdfxml"}
_NOT_IN_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


def evaluate(store: Store, question: Question, largest: int) -> Reply:
    """Answer a question with at most `largest` bytes; a query that the engine rejects gives its message."""
    try:
        body = answer(store, question)
    except SyntaxError as error:
        return Reply(Status.SYNTAX, str(error).encode())
    except (ValueError, RuntimeError, OSError) as error:
        return Reply(Status.EVALUATION, str(error).encode())
    if len(body) > largest:
        return Reply(Status.TOO_LARGE, b"")
    if question.format in _XML and _NOT_IN_XML.search(body):
        return Reply(Status.UNWRITABLE, b"")
    return Reply(Status.ANSWER, body)


def answer(store: Store, question: Question) -> bytes:
    """Run the query on its dataset and write the whole answer."""
    if question.default_graphs is None:
        results = store.query(question.query, base_iri=question.base)
    else:
        results = query_dataset(store, question, question.default_graphs, question.named_graphs or ())
    if isinstance(results, QueryTriples):
        return serialize(results, format=_GRAPHS[question.format]) or b""
    return results.serialize(format=_RESULTS[question.format]) or b""


def query_dataset(
    store: Store, question: Question, default_graphs: Iterable[str], named_graphs: Iterable[str]
) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Run a query on the dataset the protocol names, which replaces that of its text.

    The engine does not deduplicate merged graphs (a triple of two graphs counts twice), so several default graphs are
    merged in a scratch store first.
    """
    default: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(iri) for iri in dict.fromkeys(default_graphs)]
    named: list[NamedNode | BlankNode] = [NamedNode(iri) for iri in dict.fromkeys(named_graphs)]
    if len(default) < 2:
        return store.query(question.query, base_iri=question.base, default_graph=default, named_graphs=named)
    scratch = Store()
    for graph in default:
        quads = store.quads_for_pattern(None, None, None, graph)
        scratch.extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
    for graph in named:
        scratch.extend(store.quads_for_pattern(None, None, None, graph))
    return scratch.query(question.query, base_iri=question.base, default_graph=DefaultGraph(), named_graphs=named)
