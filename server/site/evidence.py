"""What a statement rests on: the words of a passage, or an axiom applied to statements that rest on words in turn."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from server.site.asking import Asker, Row, Term, usable, values

Triple = tuple[str, str, Term]

QUOTES = """
SELECT ?s ?p ?o ?annotation ?passage ?words ?start WHERE {{
  VALUES ?s {{ {subjects} }}
  ?body rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  ?annotation oa:hasBody ?body ; oa:hasTarget ?target .
  ?target oa:hasSource ?passage ; oa:hasSelector ?quote , ?position .
  ?quote oa:exact ?words .
  ?position oa:start ?start .
}}
ORDER BY ?start ?annotation
"""
REASONS = """
SELECT ?why ?s ?p ?o ?axiom ?premise WHERE {{
  {{ SELECT DISTINCT ?why WHERE {{
    VALUES ?x {{ {subjects} }}
    ?first a :Explanation ; rdf:subject ?x ; :premise* ?why .
  }} }}
  ?why rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  OPTIONAL {{ ?why :byAxiom/rdfs:label ?axiom }}
  OPTIONAL {{ ?why :premise ?premise }}
}}
ORDER BY ?why ?premise
"""


@dataclass(frozen=True)
class Quote:
    """Words of a passage that say something; `annotation` is the IRI of the phrase, `start` its offset in the text."""

    annotation: str
    passage: str
    words: str
    start: int

    @property
    def key(self) -> str:
        """The short name of the passage."""
        return self.passage.rpartition("/")[2]


@dataclass(frozen=True)
class Reason:
    """Why a statement holds: the axiom that gives it from its premises, or the words that say it, or the editors."""

    triple: Triple
    axiom: str = ""
    premises: tuple["Reason", ...] = ()
    quotes: tuple[Quote, ...] = ()

    def first_quotes(self) -> tuple[Quote, ...]:
        """One quote for each statement that the explanation starts from and that a text makes."""
        if not self.premises:
            return self.quotes[:1]
        return tuple(dict.fromkeys(quote for premise in self.premises for quote in premise.first_quotes()))


@dataclass(frozen=True)
class Grounds:
    """The quotes of statements, and the steps that lead from quotes to the inferred ones."""

    quotes: Mapping[Triple, tuple[Quote, ...]] = field(default_factory=dict)
    steps: Mapping[Triple, tuple[str, tuple[Triple, ...]]] = field(default_factory=dict)

    def reason(self, triple: Triple) -> Reason | None:
        """The whole explanation of an inferred statement; None for one that was not inferred."""
        return self.unfold(triple) if triple in self.steps else None

    def unfold(self, triple: Triple) -> Reason:
        """A statement with what it rests on; explanations are acyclic."""
        if triple not in self.steps:
            return Reason(triple, quotes=self.quotes.get(triple, ()))
        axiom, premises = self.steps[triple]
        return Reason(triple, axiom, tuple(self.unfold(premise) for premise in premises))


def read_grounds(asker: Asker, stated: Iterable[str], inferred: Iterable[str]) -> Grounds:
    """The quotes for all statements about the subjects, and the reasons of those about the `inferred` ones."""
    rows = asker.rows(REASONS.format(subjects=values(usable(inferred))))
    subjects = {*stated, *(row["s"].value for row in rows)}
    return Grounds(quotes(asker.rows(QUOTES.format(subjects=values(usable(subjects))))), steps(rows))


def quotes(rows: Iterable[Row]) -> dict[Triple, tuple[Quote, ...]]:
    """The phrases that say each statement, in the order of the text."""
    found: defaultdict[Triple, dict[str, Quote]] = defaultdict(dict)
    for row in rows:
        name, passage, words, start = (row[key].value for key in ("annotation", "passage", "words", "start"))
        found[triple(row)].setdefault(name, Quote(name, passage, words, int(start)))
    return {one: tuple(phrases.values()) for one, phrases in found.items()}


def steps(rows: Iterable[Row]) -> dict[Triple, tuple[str, tuple[Triple, ...]]]:
    """The axiom and the premises of each inferred statement; several phrases that say a premise count once."""
    rows = list(rows)
    triples = {row["why"].value: triple(row) for row in rows}
    found: dict[Triple, tuple[str, tuple[Triple, ...]]] = {}
    for row in rows:
        if "axiom" in row and "premise" in row and row["premise"].value in triples:
            _, premises = found.get(triple(row), ("", ()))
            premise = triples[row["premise"].value]
            kept = premises if premise in premises else (*premises, premise)
            found[triple(row)] = row["axiom"].value, kept
    return found


def triple(row: Row) -> Triple:
    """The statement of a row with the columns s, p and o."""
    return row["s"].value, row["p"].value, row["o"]
