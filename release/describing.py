"""Writing down triples about one node after the other, with prefixed names in place of long IRIs."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from extraction.evidence import triple_of
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris

Value = NamedNode | Literal
Row = tuple[str, str | Value]


class Describer:
    """Expand prefixed names (`dcat:Dataset`) and describe nodes; the project's terms have the empty prefix."""

    def __init__(self, iris: Iris) -> None:
        self._prefixes = {**EXTERNAL_PREFIXES, **iris.prefixes(), **OTHERS}

    def iri(self, name: str) -> NamedNode:
        """An IRI from a prefixed name, or from the IRI itself."""
        prefix, _, local = name.partition(":")
        return NamedNode(self._prefixes[prefix] + local if prefix in self._prefixes else name)

    def typed(self, value: str | int, datatype: str) -> Literal:
        """A literal of a datatype that a prefixed name gives."""
        return Literal(str(value), datatype=self.iri(datatype))

    def about(self, subject: str, rows: Iterable[Row]) -> Iterator[Triple]:
        """Triples about a subject, a textual value being an IRI or a prefixed name."""
        for predicate, value in rows:
            yield triple_of(
                self.iri(subject), self.iri(predicate), self.iri(value) if isinstance(value, str) else value
            )


OTHERS = {
    "adms": "http://www.w3.org/ns/adms#",
    "dqv": "http://www.w3.org/ns/dqv#",
    "eu": "http://publications.europa.eu/resource/authority/",
    "iana": "http://www.iana.org/assignments/media-types/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}


def in_scheme(concept: str) -> list[Row]:
    """The scheme of a concept of the EU's authority tables (`eu:language/FRA`), as their checkers ask for it."""
    scheme, slash, _ = concept.partition("/")
    return [("skos:inScheme", scheme)] if slash and scheme.startswith("eu:") else []


def both(fr: str, en: str) -> tuple[Literal, Literal]:
    """The same words in French and English."""
    return Literal(fr, language="fr"), Literal(en, language="en")


def rows(predicate: str, values: Iterable[str | Value]) -> list[Row]:
    """One row a value of the same predicate."""
    return [(predicate, value) for value in values]
