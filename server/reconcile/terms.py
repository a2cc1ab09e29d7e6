"""The classes and properties of the graph, as types and columns: a short id, names, and what each is in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.site.asking import Row
from server.site.external import EXTERNAL_NAMES

LANGUAGES = ("fr", "en", "")
TERMS = """SELECT ?term ?class ?label ?definition ?broader ?range {
  VALUES ?class { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
  ?term a ?class .
  OPTIONAL { ?term rdfs:label ?label }
  OPTIONAL { ?term skos:definition ?definition . FILTER (LANG(?definition) = LANG(?label)) }
  OPTIONAL { ?term rdfs:subClassOf ?broader }
  OPTIONAL { ?term rdfs:range ?range }
} ORDER BY ?term"""


@dataclass(frozen=True)
class Term:
    """A class or property: its short id, IRI, names by language, and what it is in words."""

    id: str
    iri: str
    is_class: bool
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    broader: frozenset[str]
    range: str = ""

    @property
    def name(self) -> str:
        """The French name, else the English one."""
        return best(self.labels) or self.id


def read_terms(rows: Iterable[Row], ours: str) -> dict[str, Term]:
    """The classes and properties that have a name, by id; one of ours (its IRI begins so) wins over another's."""
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["term"].value].append(row)
    terms = [read_term(iri, about) for iri, about in grouped.items()]
    return {term.id: term for term in sorted(terms, key=lambda one: one.iri.startswith(ours)) if term.labels}


def read_term(iri: str, rows: list[Row]) -> Term:
    """One class or property."""
    labels = {row["label"].language: row["label"].value for row in rows if "label" in row}
    definitions = {row["definition"].language: row["definition"].value for row in rows if "definition" in row}
    broader = frozenset(local(row["broader"].value) for row in rows if "broader" in row)
    ranges = sorted(local(row["range"].value) for row in rows if "range" in row)
    is_class = any(row["class"].value.endswith("#Class") for row in rows)
    return Term(
        local(iri),
        iri,
        is_class,
        labels or EXTERNAL_NAMES.get(iri, {}),
        definitions,
        broader,
        ranges[0] if ranges else "",
    )


def best(names: Mapping[str, str]) -> str:
    """The name in French, else in English, else in any language."""
    return next((names[language] for language in LANGUAGES if language in names), next(iter(names.values()), ""))


def local(iri: str) -> str:
    """The last segment of an IRI."""
    return iri.replace("#", "/").rpartition("/")[2]
