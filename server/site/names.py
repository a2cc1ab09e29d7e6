"""The names of things in both languages, looked up for all the IRIs of a page at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from server.site.asking import Asker, usable, values
from server.site.external import EXTERNAL_NAMES
from server.site.language import Reader

BATCH = 400
QUERY = """
SELECT ?iri ?rank ?name WHERE {{
  VALUES ?iri {{ {iris} }}
  VALUES (?p ?rank) {{ (skos:prefLabel 1) (rdfs:label 2) (foaf:name 3) (dcterms:title 4) }}
  ?iri ?p ?name .
}}
ORDER BY ?iri ?rank ?name
"""


@dataclass(frozen=True)
class Names:
    """Names by IRI and language; an empty language holds names that state none."""

    known: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, iri: str, reader: Reader) -> str:
        """The name for a reader, else in another language, else the last segment of the IRI."""
        return self.told(iri, reader)[0]

    def told(self, iri: str, reader: Reader) -> tuple[str, str]:
        """The name for a reader, and its language, empty when it is the reader's or unknown."""
        names = self.known.get(iri) or EXTERNAL_NAMES.get(iri, {})
        for language in (reader.language, "fr", "en", *names):
            if language in names:
                return names[language], "" if language == reader.language else language
        return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri, ""


def look_up(asker: Asker, iris: Iterable[str]) -> Names:
    """The names of these IRIs."""
    wanted, known = sorted(usable(iris)), defaultdict[str, dict[str, str]](dict)
    for start in range(0, len(wanted), BATCH):
        for row in asker.rows(QUERY.format(iris=values(wanted[start : start + BATCH]))):
            known[row["iri"].value].setdefault(row["name"].language, row["name"].value)
    return Names(known)
