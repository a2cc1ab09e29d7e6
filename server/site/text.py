"""A text beside its facts: passages cut where phrases of evidence begin and end, each phrase with what it says."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from server.site.asking import Asker, Row
from server.site.entity import mentioned
from server.site.evidence import Triple, triple

PASSAGES = """
SELECT ?passage ?kind ?start ?end WHERE {{
  {{ {pattern} }} UNION {{ GRAPH <{superseded}> {{ {pattern} }} }}
  FILTER (?kind IN (:Heading, :Sentence, :ListItem))
}}
ORDER BY ?start
"""
PASSAGE = "?passage :passageOf <{edition}> ; a ?kind ; :startOffset ?start ; :endOffset ?end ."
PHRASES = """
SELECT ?annotation ?passage ?start ?end ?s ?p ?o ?producer WHERE {{
  {{ {pattern} }} UNION {{ GRAPH <{superseded}> {{ {pattern} }} }}
}}
ORDER BY ?start ?end ?s ?p ?o
"""
PHRASE = """
?annotation oa:hasTarget ?target ; oa:hasBody ?body ; :producedBy ?producer .
?target oa:hasScope <{edition}> ; oa:hasSource ?passage ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end .
?body rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
"""


@dataclass(frozen=True)
class Phrase:
    """Words of evidence, from `start` to `end` in code points of the text, and the statements that they make."""

    name: str
    start: int
    end: int
    words: str
    facts: tuple[tuple[str, tuple[Triple, ...]], ...]
    producers: tuple[str, ...]

    def told(self, nodes: Collection[str]) -> list[tuple[str, Triple | None]]:
        """What the phrase says in short: the relations it states, then its other statements, most types left out."""
        named = [(subject, None) for subject, _ in self.facts if subject in nodes]
        plain = [
            (subject, fact)
            for subject, facts in self.facts
            if subject not in nodes
            for fact in facts
            if not fact[1].endswith("#type") or len(facts) == 1
        ]
        return [*named, *plain]


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage that its `phrases` mark, the innermost last; `first` are those that begin here."""

    words: str
    phrases: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A passage as its page shows it; words under review are those of `reviews`, as words and reason."""

    key: str
    iri: str
    heading: bool
    item: bool
    pieces: tuple[Piece, ...]
    phrases: tuple[Phrase, ...]
    reviews: tuple[tuple[str, str], ...]

    def words(self) -> str:
        """The whole passage."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True)
class Review:
    """Words that a rule stumbled on and that nobody has decided yet."""

    start: int
    end: int
    reason: str


def read_passages(asker: Asker, edition: str, text: str, reviews: Sequence[Review] = ()) -> tuple[Passage, ...]:
    """The passages of an edition with what they state; `text` is the edition's decoded text."""
    about = {"edition": edition, "superseded": asker.iris.graph("superseded")}
    rows = asker.rows(PASSAGES.format(pattern=PASSAGE.format(**about), **about))
    said = phrases(asker.rows(PHRASES.format(pattern=PHRASE.format(**about), **about)), text)
    return tuple(passage(row, said.get(row["passage"].value, ()), text, reviews) for row in rows)


def read_nodes(asker: Asker) -> frozenset[str]:
    """The relations, tenures and lists of the graph, which go by their own names."""
    query = "SELECT DISTINCT ?s WHERE { ?s a ?kind FILTER (?kind IN (:StatedNode, :Enumeration)) }"
    return frozenset(row["s"].value for row in asker.rows(query))


def phrases(rows: Iterable[Row], text: str) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of each passage, in the order of the text, their statements grouped by subject."""
    groups: defaultdict[tuple[str, int, int, str], list[Row]] = defaultdict(list)
    for row in rows:
        name = row["annotation"].value.rpartition("#")[2]
        groups[row["passage"].value, int(row["start"].value), int(row["end"].value), name].append(row)
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    for (about, start, end, name), group in groups.items():
        facts: defaultdict[str, dict[Triple, None]] = defaultdict(dict)
        for row in group:
            facts[row["s"].value][triple(row)] = None
        producers = tuple(sorted({row["producer"].value for row in group}))
        kept = tuple((subject, tuple(triples)) for subject, triples in facts.items())
        found[about].append(Phrase(name, start, end, text[start:end], kept, producers))
    return {about: tuple(some) for about, some in found.items()}


def passage(row: Row, said: tuple[Phrase, ...], text: str, reviews: Sequence[Review]) -> Passage:
    """A passage cut into pieces."""
    iri, kind, start, end = (row[name].value for name in ("passage", "kind", "start", "end"))
    first, last = int(start), int(end)
    under = tuple((text[one.start : one.end], one.reason) for one in reviews if first <= one.start < last)
    return Passage(
        iri.rpartition("/")[2], iri, kind.endswith("#Heading"), kind.endswith("#ListItem"),
        tuple(cut(text, first, last, said)), said, under,
    )  # fmt: skip


def cut(text: str, start: int, end: int, said: Iterable[Phrase]) -> Iterable[Piece]:
    """Cut a stretch of text wherever a phrase begins or ends; the longer phrases come first in a piece."""
    inside = sorted(said, key=lambda one: (one.start, -one.end))
    edges = sorted({start, end, *(edge for one in inside for edge in (one.start, one.end) if start < edge < end)})
    for begin, stop in pairwise(edges):
        over = tuple(one for one in inside if one.start <= begin and stop <= one.end)
        yield Piece(
            text[begin:stop], tuple(one.name for one in over), tuple(one.name for one in over if one.start == begin)
        )


def iris_of(passages: Iterable[Passage]) -> set[str]:
    """Every IRI whose name the page shows."""
    found: set[str] = set()
    for one in passages:
        for phrase in one.phrases:
            found |= set(phrase.producers)
            found = found.union(*(mentioned(fact) for _, facts in phrase.facts for fact in facts))
    return found
