"""Why a statement of a release holds, as a tree of lines down to the quotes."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions, Store

from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris

PREFIXES = {name: EXTERNAL_PREFIXES[name] for name in ("oa", "prov", "rdf", "rdfs")}
QUOTES = """
SELECT DISTINCT ?passage ?start ?end ?words WHERE {
  ?annotation oa:hasBody ?body ; oa:hasTarget ?target .
  ?body rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  ?target oa:hasSource ?passage ; oa:hasSelector ?place, ?quote .
  ?place oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?words .
} ORDER BY ?passage ?start
"""
EXPLANATION = """
SELECT ?axiom ?s ?p ?o WHERE {
  ?why a :Explanation ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  ?why :byAxiom/rdfs:label ?axiom ; :premise ?premise .
  ?premise rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
} ORDER BY ?s ?p ?o
"""


@dataclass(frozen=True)
class Reasons:
    """A release's quads, to be asked for reasons."""

    store: Store
    iris: Iris

    def tree(self, subject: str, predicate: str, value: str) -> list[str]:
        """The lines that explain a statement; raise QuiPresideError when the release does not make it."""
        about, property_ = self.thing(subject), self.term(predicate)
        triple = (about, property_, self.value(about, property_, value))
        lines = list(self.lines(triple, ""))
        if len(lines) == 1:
            raise QuiPresideError(self.unstated(triple))
        return lines

    def lines(self, triple: tuple[object, ...], indent: str) -> Iterator[str]:
        """A statement, and under it its quotes, or its axiom and its premises, or the register."""
        yield indent + " ".join(self.short(term) for term in triple)
        inner = f"{indent}    "
        roles = {"s": triple[0], "p": triple[1], "o": triple[2]}
        quotes = self.ask(QUOTES, roles)
        for passage, start, end, words in quotes:
            yield f"{inner}« {text(words)} » — {self.short(passage)}, {text(start)}–{text(end)}"
        if quotes:
            return
        premises = self.ask(EXPLANATION, {"subject": triple[0], "predicate": triple[1], "object": triple[2]})
        if premises:
            yield f"{inner}by {text(premises[0][0])}"
        for _, *premise in premises:
            yield from self.lines(tuple(premise), inner)
        if not premises and self.ask("SELECT ?s WHERE { GRAPH graph:editorial { ?s ?p ?o } }", roles):
            yield f"{inner}the register says so (editorial: no quote)"

    def ask(self, query: str, values: dict[str, object]) -> list[tuple[object, ...]]:
        """The distinct rows of a query with some variables set, in its order."""
        prefixes = {**PREFIXES, "": f"{self.iris.ontology}#", "graph": self.iris.graph("")}
        header = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes.items())
        names = " ".join(f"?{name}" for name in values)
        given = f"\nVALUES ({names}) {{ ({' '.join(map(str, values.values()))}) }}"
        rows = self.store.query(header + query + given)
        if not isinstance(rows, QuerySolutions):
            raise TypeError(f"no SELECT query: {query}")
        return list(dict.fromkeys(tuple(row[name] for name in rows.variables) for row in rows))

    def unstated(self, triple: tuple[object, ...]) -> str:
        """What to say of a statement that the release does not make: what it does say of the same subject."""
        subject, predicate, _ = (self.short(term) for term in triple)
        rows = self.ask("SELECT ?o WHERE { ?s ?p ?o }", {"s": triple[0], "p": triple[1]})
        known = ", ".join(self.short(row[0]) for row in rows)
        others = f"{subject} {predicate} leads to {known}" if known else f"{subject} {predicate} leads to nothing"
        return f"the release does not state {' '.join(self.short(term) for term in triple)}; {others}."

    def value(self, subject: NamedNode, predicate: NamedNode, word: str) -> object:
        """The literal with this text that the statement leads to, where there is one; else the thing so named."""
        rows = self.ask(
            "SELECT ?o WHERE { ?s ?p ?o FILTER(ISLITERAL(?o)) } ORDER BY ?o", {"s": subject, "p": predicate}
        )
        return next((found for (found,) in rows if text(found) == word), self.thing(word))

    def thing(self, word: str) -> NamedNode:
        """A thing by slug, an IRI as it is."""
        return NamedNode(word if "://" in word else self.iris.thing(word))

    def term(self, word: str) -> NamedNode:
        """A term of the ontology by name, one of another vocabulary by prefixed name, an IRI as it is."""
        prefix, colon, local = word.partition(":")
        if "://" in word:
            return NamedNode(word)
        prefixes = self.iris.prefixes()
        return NamedNode(prefixes[prefix] + local if colon and prefix in prefixes else self.iris.term(word))

    def short(self, term: object) -> str:
        """A term as it would be typed."""
        if not isinstance(term, NamedNode):
            return str(term)
        for namespace in (self.iris.thing(""), f"{self.iris.ontology}#", self.iris.base):
            if term.value.startswith(namespace):
                return term.value.removeprefix(namespace)
        for prefix, namespace in EXTERNAL_PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value


def text(term: object) -> str:
    """The text of a literal."""
    return str(getattr(term, "value", term))
