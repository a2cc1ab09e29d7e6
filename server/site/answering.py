"""Questions with their answers: one of the catalogue, or the few that people ask most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from server.problems import HttpError
from server.site.asking import Asker, Row
from server.site.questions import Question

ALIKE = """
SELECT DISTINCT ?s WHERE {{
  <{iri}> a ?class . ?s a ?class .
  FILTER NOT EXISTS {{ <{iri}> a ?narrower . ?narrower rdfs:subClassOf ?class FILTER (?narrower != ?class) }}
}}
ORDER BY ?s LIMIT 200
"""
FEATURED: dict[str, tuple[str, ...]] = {
    "who-holds-the-post": ("person",),
    "what-does-mark-rutte-preside-over": ("body",),
    "who-chairs-the-nato-ukraine-council": ("post", "person"),
    "who-appoints-and-for-how-long": ("appointer", "term"),
    "when-does-the-term-end": ("end",),
}


@dataclass(frozen=True)
class Answered:
    """A question and its answer, a table or a boolean."""

    question: Question
    query: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    boolean: bool | None = None

    def iris(self) -> set[str]:
        """The IRIs of the answer."""
        return {term.value for row in self.rows for term in row.values() if term.kind == "uri"}


def answer(asker: Asker, question: Question, given: Mapping[str, str]) -> Answered:
    """Ask a question about the things given."""
    query = question.asked(given)
    if question.target or question.form == "CONSTRUCT":
        return Answered(question, query, (), ())
    found = asker.table(query)
    return Answered(question, query, found.columns, found.rows, found.boolean)


def featured(asker: Asker, questions: Mapping[str, Question]) -> list[Answered]:
    """The questions that people ask most, with the columns of their answers that answer them."""
    asked = ((answer(asker, questions[name], {}), columns) for name, columns in FEATURED.items() if name in questions)
    return [replace(one, columns=tuple(name for name in columns if name in one.columns)) for one, columns in asked]


def choices(asker: Asker, slug: str) -> list[str]:
    """The IRIs that may stand for a thing in a question: those that share its most particular class."""
    return [row["s"].value for row in asker.rows(ALIKE.format(iri=asker.iris.thing(slug)))]


def find(questions: Mapping[str, Question], name: str) -> Question:
    """The question of this name."""
    if name not in questions:
        raise HttpError(404, f"There is no question '{name[:80]}'; /questions lists them.")
    return questions[name]


def iris_of(some: Iterable[Answered]) -> set[str]:
    """Every IRI whose name the answers show."""
    return set().union(*(one.iris() for one in some))
