"""The page's statements: each one's ASK holds in its passage's graph, on the very words that state it.

`spans.tsv` lists the statements with the offsets of their phrases in the first edition; a statement's file is an ASK.
"""

import re

import pytest
from pyoxigraph import Literal, NamedNode, Store, Triple

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from tests.statements.conftest import Read
from tests.statements.questions import HERE, SOURCE, SPANS, TEXT, ask_of

OA, RDF = EXTERNAL_PREFIXES["oa"], EXTERNAL_PREFIXES["rdf"]


@pytest.fixture(scope="module")
def graph(read: Read) -> Store:
    """The first edition's passages and evidence."""
    iris = Iris()
    page = read(TEXT.read_bytes())
    store = Store()
    store.extend(page.facts(iris))
    store.extend(page.evidence(NamedNode(iris.graph("evidence")), iris))
    return store


def parts(query: str) -> tuple[str, str, str]:
    """The prologue, the passage and the pattern of a question."""
    found = re.fullmatch(r"(.*?)ASK \{\s*GRAPH <([^>]+)> \{(.*)\}\s*\}\s*", query, re.DOTALL)
    assert found, query
    return found[1], found[2], found[3]


def bodies(store: Store, annotation: str) -> set[Triple]:
    """The triples that an annotation has as bodies."""
    found = set()
    for quad in store.quads_for_pattern(NamedNode(annotation), NamedNode(f"{OA}hasBody"), None):
        ends = [
            next(store.quads_for_pattern(quad.object, NamedNode(f"{RDF}{end}"), None)).object
            for end in ("subject", "predicate", "object")
        ]
        found.add(Triple(*ends))
    return found


def test_statements_one_question_each() -> None:
    assert {file.stem for file in HERE.glob("*.rq")} == set(SPANS)
    assert len(SPANS) == 88


def test_statements_no_two_alike() -> None:
    asked = {" ".join("".join(parts(ask_of(one))[1:]).split()) for one in SPANS}
    assert len(asked) == len(SPANS)


def test_statements_no_label_matched() -> None:
    for one in SPANS:
        assert not re.search(r"regex|contains|filter|label", parts(ask_of(one))[2], re.IGNORECASE), one


@pytest.mark.parametrize("statement", SPANS)
def test_statement_published_in_its_passage(statement: str, graph: Store) -> None:
    assert graph.query(ask_of(statement))


@pytest.mark.parametrize("statement", SPANS)
def test_statement_evidence_exact_phrase(statement: str, graph: Store) -> None:
    prologue, passage, pattern = parts(ask_of(statement))
    asked = set(graph.query(f"{prologue}CONSTRUCT {{{pattern}}} WHERE {{ GRAPH <{passage}> {{{pattern}}} }}"))
    start, end = SPANS[statement]
    assert asked & bodies(graph, f"{passage}#e{start}-{end}")


def test_statement_quotes_text_at_offsets(graph: Store) -> None:
    raw = TEXT.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    for start, end in SPANS.values():
        words = Literal(raw[start:end], language="fr")
        assert list(graph.quads_for_pattern(None, NamedNode(f"{OA}exact"), words)), words


def test_passages_states_something_or_says_so(graph: Store) -> None:
    """Every passage is either the graph of statements or one of those that carry none: the headings."""
    ours = Iris()
    kinds = {
        quad.subject.value: quad.object.value.rpartition("#")[2]
        for quad in graph.quads_for_pattern(None, NamedNode(f"{RDF}type"), None)
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(ours.edition(SOURCE, 1) + "/")
        if quad.object.value in {ours.term(kind) for kind in ("Sentence", "ListItem", "Heading")}
    }
    silent = {name for name in kinds if not list(graph.quads_for_pattern(None, None, None, NamedNode(name)))}
    assert len(kinds) == 33
    assert {kinds[name] for name in silent} <= {"Heading"}
