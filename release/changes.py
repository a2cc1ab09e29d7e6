"""What a version changes: quads added and removed, and the same in words for the facts."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from quipreside.namespaces import Iris
from release.labels import Labels, label, labels_of

WORDS = {"fr": ("ajouté", "retiré"), "en": ("added", "removed")}
WITHOUT = ("inferred", "evidence", "why", "ontology", "provenance", "catalogue", "superseded")


@dataclass(frozen=True)
class Changes:
    """N-Quads lines in one version and not in the other; `names` are the labels of both."""

    added: frozenset[str]
    removed: frozenset[str]
    names: Labels
    iris: Iris

    def quads(self) -> tuple[bytes, bytes]:
        """The added and the removed lines, sorted."""
        return "".join(sorted(self.added)).encode(), "".join(sorted(self.removed)).encode()

    def words(self, language: str) -> str:
        """One line a fact that was stated or is no longer, in French or English."""
        lines = [
            f"{word}: {self.sentence(triple, language)}\n"
            for word, changed in zip(WORDS[language], (self.added, self.removed), strict=True)
            for triple in self.facts(changed)
        ]
        return "".join(dict.fromkeys(lines))

    def facts(self, lines: Iterable[str]) -> list[Triple]:
        """The facts among the lines: what passages, editors and links state."""
        hidden = {NamedNode(self.iris.graph(name)) for name in WITHOUT}
        quads = parse("".join(lines), format=RdfFormat.N_QUADS)
        found = {q.triple for q in quads if isinstance(q.graph_name, NamedNode) and q.graph_name not in hidden}
        return sorted(found, key=str)

    def sentence(self, triple: Triple, language: str) -> str:
        """A triple with the names of its terms."""
        return " — ".join(self.name(term, language) for term in (triple.subject, triple.predicate, triple.object))

    def name(self, term: object, language: str) -> str:
        """The label of an IRI, the words of a literal."""
        if isinstance(term, NamedNode):
            return label(self.names, term.value, language)
        return f"« {term.value} »" if isinstance(term, Literal) else str(term)


def changes(old: bytes, new: bytes, iris: Iris) -> Changes:
    """Compare the N-Quads of two versions."""
    before, after = (set(content.decode().splitlines(keepends=True)) for content in (old, new))
    triples = [quad.triple for content in (old, new) for quad in parse(content, format=RdfFormat.N_QUADS)]
    return Changes(frozenset(after - before), frozenset(before - after), labels_of(triples), iris)
