"""A thing as its page shows it: what is said of it, by which words or for which reason, and what is not said."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from server.site.asking import Asker, Row, values
from server.site.evidence import Grounds, Quote, Reason, Triple, read_grounds, triple
from server.site.silences import Silence, silences

TYPE = EXTERNAL_PREFIXES["rdf"] + "type"
MOST = 2000

STATEMENTS = """
SELECT ?s ?p ?o ?node WHERE {{
  {{ BIND (<{iri}> AS ?s) ?s ?p ?o . BIND (?o AS ?other) }}
  UNION
  {{ BIND (<{iri}> AS ?o) ?s ?p ?o . FILTER (STRSTARTS(STR(?s), "{things}")) BIND (?s AS ?other) }}
  OPTIONAL {{ ?other a ?node . FILTER (?node IN (:StatedNode, :Enumeration, :Link)) }}
}}
LIMIT {most}
"""
NODES = "SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {nodes} }} ?s ?p ?o }} ORDER BY ?s ?p ?o LIMIT {most}"
INVERSES = "SELECT ?p ?q WHERE { ?p owl:inverseOf ?q }"


@dataclass(frozen=True)
class Statement:
    """One statement; its `origin` is text (with quotes), inferred (with a reason), link (with a grade) or register."""

    triple: Triple
    origin: str
    quotes: tuple[Quote, ...] = ()
    reason: Reason | None = None
    grade: str = ""

    @property
    def predicate(self) -> str:
        """The IRI of the property."""
        return self.triple[1]


@dataclass(frozen=True)
class Node:
    """A relation, a tenure or a list that the thing takes part in, as the text states it."""

    iri: str
    classes: tuple[str, ...]
    modality: str
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True)
class Entity:
    """A thing with its statements, grouped by property; `also` holds those that restate what others say."""

    iri: str
    types: tuple[str, ...]
    stated: tuple[Statement, ...]
    inferred: tuple[Statement, ...]
    incoming: tuple[Statement, ...]
    nodes: tuple[Node, ...]
    links: tuple[Statement, ...]
    names: tuple[Statement, ...]
    also: tuple[Statement, ...]
    silences: tuple[Silence, ...]

    def iris(self) -> set[str]:
        """Every IRI whose name the page shows."""
        found = {self.iri, *self.types}
        every = [*self.stated, *self.inferred, *self.incoming, *self.links, *self.names, *self.also]
        for node in self.nodes:
            found |= {node.iri, node.modality, *node.classes}
            every += node.statements
        for statement in every:
            found |= mentioned(statement.triple) | {statement.grade}
            found |= explained(statement.reason) if statement.reason else set()
        return found - {""}


def mentioned(one: Triple) -> set[str]:
    """The IRIs of a triple."""
    subject, predicate, value = one
    return {subject, predicate} | ({value.value} if value.kind == "uri" else set())


def explained(reason: Reason) -> set[str]:
    """The IRIs of an explanation."""
    return mentioned(reason.triple).union(*(explained(premise) for premise in reason.premises))


def read_entity(asker: Asker, iri: str) -> Entity | None:
    """Read what the graph says of a thing; None when it says nothing in the default graph."""
    rows = asker.rows(STATEMENTS.format(iri=iri, things=asker.iris.thing(""), most=MOST))
    if not rows:
        return None
    near = {other(row, iri): row["node"].value for row in rows if "node" in row}
    about = asker.rows(NODES.format(nodes=values(near), most=MOST)) if near else []
    nodes = {name: [triple(row) for row in group] for name, group in groupby(about, key=lambda row: row["s"].value)}
    subjects = {iri, *near, *(row["s"].value for row in rows)}
    grounds = read_grounds(asker, subjects, {iri, *(row["s"].value for row in rows if row["s"].value not in near)})
    inverses = {(row["p"].value, row["q"].value) for row in asker.rows(INVERSES)}
    said = [triple(row) for row in rows]
    return arrange(iri, said, nodes=nodes, grounds=grounds, inverses=inverses, iris=asker.iris)


def other(row: Row, iri: str) -> str:
    """The end of a statement that is not the thing itself."""
    return row["o"].value if row["s"].value == iri else row["s"].value


def arrange(
    iri: str,
    triples: Sequence[Triple],
    *,
    nodes: Mapping[str, Sequence[Triple]],
    grounds: Grounds,
    inverses: set[tuple[str, str]],
    iris: Iris,
) -> Entity:
    """Put the statements about a thing where its page shows them."""
    grades = link_grades(nodes, iris)
    said = [state(one, grounds, grades) for one in sorted(set(triples), key=lambda one: (one[1], one[2].value, one[0]))]
    relations = {name: about for name, about in nodes.items() if iris.term("Link") not in types_of(about)}
    own = [one for one in said if one.triple[0] == iri]
    direct = [one for one in own if one.triple[2].value not in nodes]
    plain = [one for one in direct if one.origin != "link" and one.triple[2].kind == "uri"]
    shown = [one for one in plain if one.origin != "inferred" or ours(one, iris)]
    coming = [one for one in said if one.triple[0] != iri and one.triple[0] not in nodes]
    both = inverses | {(q, p) for p, q in inverses}
    told = {(one.predicate, one.triple[2].value) for one in own}
    incoming = [
        one
        for one in coming
        if not any((q, one.triple[0]) in told for p, q in both if p == one.predicate)
        and (one.origin != "inferred" or ours(one, iris))
    ]
    literals = [one for one in direct if one.triple[2].kind != "uri"]
    types = tuple(one.triple[2].value for one in own if one.predicate == TYPE)
    return Entity(
        iri,
        types=types,
        stated=tuple(one for one in shown if one.origin != "inferred"),
        inferred=tuple(one for one in shown if one.origin == "inferred"),
        incoming=tuple(incoming),
        nodes=tuple(node(name, about, grounds, iris) for name, about in sorted(relations.items(), key=rank(grounds))),
        links=tuple(one for one in direct if one.origin == "link"),
        names=tuple(literals),
        also=tuple(one for one in own if one not in shown and one not in literals and one.origin == "inferred"),
        silences=silences(types, {one.predicate for one in own}, iris),
    )


def ours(statement: Statement, iris: Iris) -> bool:
    """Whether an inferred statement is one of our shortcuts, rather than a broader class or another vocabulary."""
    return statement.predicate.startswith(iris.term(""))


def state(one: Triple, grounds: Grounds, grades: Mapping[tuple[str, str], str]) -> Statement:
    """A triple with what it rests on."""
    quotes, grade = grounds.quotes.get(one, ()), grades.get((one[1], one[2].value), "")
    reason = None if quotes or grade else grounds.reason(one)
    origin = "text" if quotes else "link" if grade else "inferred" if reason else "register"
    return Statement(one, origin, quotes, reason, grade)


def node(iri: str, about: Sequence[Triple], grounds: Grounds, iris: Iris) -> Node:
    """A relation with what the text says of it; what was inferred of it is on its own page."""
    statements = tuple(state(one, grounds, {}) for one in about)
    said = [one for one in statements if one.quotes]
    phrases = {quote.annotation: quote for one in said for quote in one.quotes}
    modality = next((one.triple[2].value for one in statements if one.predicate == iris.term("modality")), "")
    hidden = {TYPE, iris.term("modality")}
    return Node(
        iri,
        tuple(one.triple[2].value for one in said if one.predicate == TYPE),
        modality,
        tuple(one for one in said if one.predicate not in hidden),
        tuple(sorted(phrases.values(), key=lambda quote: quote.start)),
        silences(types_of(about), {one[1] for one in about}, iris),
    )


def rank(grounds: Grounds) -> Callable[[tuple[str, Sequence[Triple]]], tuple[int, str]]:
    """Order relations by where the text first states them."""

    def start(pair: tuple[str, Sequence[Triple]]) -> tuple[int, str]:
        starts = [quote.start for one in pair[1] for quote in grounds.quotes.get(one, ())]
        return min(starts, default=1 << 30), pair[0]

    return start


def types_of(about: Iterable[Triple]) -> tuple[str, ...]:
    """The classes that triples give their subject."""
    return tuple(value.value for _, predicate, value in about if predicate == TYPE)


def link_grades(nodes: Mapping[str, Sequence[Triple]], iris: Iris) -> dict[tuple[str, str], str]:
    """The grade of each link, by its property and target."""
    found = {}
    for about in nodes.values():
        parts = {predicate: value.value for _, predicate, value in about}
        if iris.term("linkTarget") in parts:
            found[parts[iris.term("linkPredicate")], parts[iris.term("linkTarget")]] = parts.get(iris.term("grade"), "")
    return found
