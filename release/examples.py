"""The example queries as data: `queries/*.rq` as `sh:SPARQLExecutable`, for `/.well-known/sparql-examples`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.attachments import TURTLE, Attachment, rebased

HEADER = re.compile(r"# (fr|en|keywords|target): (.+)")
FORM = re.compile(r"^(SELECT|ASK|CONSTRUCT)\b", re.MULTILINE)
SPEX = "https://purl.expasy.org/sparql-examples/ontology#"
CLASSES = {"SELECT": "SPARQLSelectExecutable", "ASK": "SPARQLAskExecutable", "CONSTRUCT": "SPARQLConstructExecutable"}
RDF, RDFS, SH, SCHEMA = (EXTERNAL_PREFIXES[prefix] for prefix in ("rdf", "rdfs", "sh", "schema"))


@dataclass(frozen=True)
class Example:
    """A query file: its name, the question in French and English, its form, its text and what its header adds.

    `target` is the endpoint that a federated query is sent to; empty for ours.
    """

    name: str
    fr: str
    en: str
    form: str
    text: str
    keywords: str = ""
    target: str = ""


def read_examples(folder: Path, iris: Iris) -> list[Example]:
    """Read the questions and the federated queries, in the order of their names."""
    files = [*sorted(folder.glob("*.rq")), *sorted((folder / "federated").glob("*.rq"))]
    return [read_example(file, iris) for file in files]


def read_example(file: Path, iris: Iris) -> Example:
    """Read one query; raise QuiPresideError when its header lacks the question in a language."""
    text = rebased(file.read_text(encoding="utf-8"), iris).decode()
    header = dict(HEADER.findall(text))
    form = FORM.search(text)
    if form is None or not {"fr", "en"} <= header.keys():
        raise QuiPresideError(f"{file.name}: expected `# fr:` and `# en:` lines and a SELECT, ASK or CONSTRUCT query.")
    return Example(file.stem, form=form[1], text=text, **header)


def examples(folder: Path, iris: Iris) -> Attachment:
    """The example queries in Turtle, named under the address at which the server gives them."""
    triples = [triple for one in read_examples(folder, iris) for triple in example_triples(one, iris)]
    prefixes = {"rdfs": RDFS, "sh": SH, "schema": SCHEMA, "spex": SPEX}
    content = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
    return Attachment(
        "sparql-examples.ttl",
        TURTLE,
        content,
        "Les questions, en requêtes SPARQL.",
        "The questions, as SPARQL queries.",
    )


def example_triples(example: Example, iris: Iris) -> Iterator[Triple]:
    """One query: its class, question, text and endpoint."""
    node, ours = NamedNode(f"{iris.examples}#{example.name}"), NamedNode(iris.endpoint)
    yield Triple(node, NamedNode(f"{RDF}type"), NamedNode(f"{SH}SPARQLExecutable"))
    yield Triple(node, NamedNode(f"{RDF}type"), NamedNode(f"{SH}{CLASSES[example.form]}"))
    yield Triple(node, NamedNode(f"{RDFS}comment"), Literal(example.fr, language="fr"))
    yield Triple(node, NamedNode(f"{RDFS}comment"), Literal(example.en, language="en"))
    yield Triple(node, NamedNode(f"{SH}{example.form.lower()}"), Literal(example.text))
    yield Triple(node, NamedNode(f"{SCHEMA}target"), NamedNode(example.target) if example.target else ours)
    if example.target:
        yield Triple(node, NamedNode(f"{SPEX}federatesWith"), ours)
    for keyword in filter(None, example.keywords.split(", ")):
        yield Triple(node, NamedNode(f"{SCHEMA}keywords"), Literal(keyword, language="en"))
