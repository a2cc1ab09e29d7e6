"""The questions that a release carries: in words, in SPARQL, with the parameters that a reader may change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from server.site.language import Reader

FILE = "sparql-examples.ttl"
SH, RDFS, SCHEMA, SPEX = (
    EXTERNAL_PREFIXES["sh"],
    EXTERNAL_PREFIXES["rdfs"],
    EXTERNAL_PREFIXES["schema"],
    "https://purl.expasy.org/sparql-examples/ontology#",
)
TEXTS = {f"{SH}select": "SELECT", f"{SH}ask": "ASK", f"{SH}construct": "CONSTRUCT"}
NUMBER = re.compile(r"^\d+-")
SLUG = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*\Z")
PARAMETER = re.compile(r"^# parameter: (\w+) = id:([a-z0-9-]+)$", re.MULTILINE)
HEADER = re.compile(r"\A(?:#.*\n)+\n?")
COLUMNS = re.compile(r"^# columns: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """A question: its name in addresses, its words, its form and query; `parameters` are slugs by name, as written.

    `target` is the endpoint that a federated query is sent to; empty for ours.
    """

    name: str
    words: Mapping[str, str]
    form: str
    query: str
    target: str = ""

    @property
    def parameters(self) -> dict[str, str]:
        """The things that may be replaced, by the parameter's name."""
        return dict(PARAMETER.findall(self.query))

    @property
    def columns(self) -> dict[str, str]:
        """What each column holds."""
        found = COLUMNS.search(self.query)
        pairs = (part.partition(":") for part in found[1].split(";")) if found else ()
        return {name.strip(): meaning.strip() for name, _, meaning in pairs}

    def asked(self, given: Mapping[str, str]) -> str:
        """The query about the things given, its header left out; a value that is no slug keeps the one written."""
        text = HEADER.sub("", self.query)
        for name, slug in self.parameters.items():
            value = given.get(name, "")
            if value != slug and SLUG.match(value):
                text = re.sub(rf"\bid:{re.escape(slug)}(?![\w-])", f"id:{value}", text)
        return text

    def title(self, reader: Reader) -> str:
        """The question in the reader's language."""
        return reader.pick(self.words)


def read_questions(folder: Path, iris: Iris) -> dict[str, Question]:
    """The questions of a release by name, in the order of their files; none where the release carries none."""
    file = folder / FILE
    if not file.exists():
        return {}
    about: dict[str, dict[str, dict[str, str]]] = {}
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal | NamedNode):
            language = quad.object.language or "" if isinstance(quad.object, Literal) else ""
            about.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, {})[language] = quad.object.value
    found = [question(iri, parts, iris) for iri, parts in sorted(about.items()) if f"{RDFS}comment" in parts]
    return {one.name: one for one in found}


def question(iri: str, parts: Mapping[str, Mapping[str, str]], iris: Iris) -> Question:
    """A question from its properties."""
    form = next(key for key in TEXTS if key in parts)
    target = parts.get(f"{SCHEMA}target", {}).get("", "")
    name = NUMBER.sub("", iri.rpartition("#")[2])
    return Question(
        name, parts[f"{RDFS}comment"], TEXTS[form], parts[form][""], "" if target == iris.endpoint else target
    )
