"""The data model as its page shows it: the classes with the properties that start from them, and the modalities."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.site.asking import Asker, Row

QUERY = """
SELECT ?term ?kind ?domain ?range ?parent ?fr ?en WHERE {
  ?term a ?kind ; rdfs:isDefinedBy ?ontology .
  FILTER (?kind IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty, :Modality))
  OPTIONAL { ?term rdfs:domain ?domain }
  OPTIONAL { ?term rdfs:range ?range }
  OPTIONAL { ?term rdfs:subClassOf|rdfs:subPropertyOf ?parent }
  OPTIONAL { ?term skos:definition ?fr FILTER (LANG(?fr) = "fr") }
  OPTIONAL { ?term skos:definition ?en FILTER (LANG(?en) = "en") }
}
ORDER BY ?term ?parent
"""
INVERSE = "SELECT ?term WHERE { ?term owl:inverseOf ?other }"


@dataclass(frozen=True)
class Concept:
    """A term of the ontology: its definition by language, what it belongs under, and for a property its two ends."""

    iri: str
    definition: Mapping[str, str]
    parents: tuple[str, ...]
    domain: str = ""
    range: str = ""


@dataclass(frozen=True)
class Model:
    """Classes, the properties that start from each, and the modalities; inverses are left to the ontology's page."""

    classes: tuple[Concept, ...]
    properties: Mapping[str, tuple[Concept, ...]]
    modalities: tuple[Concept, ...]

    def iris(self) -> set[str]:
        """Every IRI whose name the page shows."""
        every = [*self.classes, *self.modalities, *(one for some in self.properties.values() for one in some)]
        return {
            iri for one in every for iri in (one.iri, one.domain, one.range, *one.parents) if iri
        }  # fmt: skip


def read_model(asker: Asker) -> Model:
    """The data model of the release's ontology."""
    inverses = {row["term"].value for row in asker.rows(INVERSE)}
    return model_of(asker.rows(QUERY), inverses)


def model_of(rows: Iterable[Row], inverses: set[str]) -> Model:
    """Arrange the ontology's terms."""
    terms: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        terms[row["kind"].value.rpartition("#")[2], row["term"].value].append(row)
    properties: defaultdict[str, list[Concept]] = defaultdict(list)
    classes, modalities = [], []
    for (kind, iri), some in terms.items():
        found = concept(iri, some)
        if kind == "Class":
            classes.append(found)
        elif kind == "Modality":
            modalities.append(found)
        elif iri not in inverses:
            properties[found.domain].append(found)
    return Model(tuple(classes), {key: tuple(value) for key, value in properties.items()}, tuple(modalities))


def concept(iri: str, rows: list[Row]) -> Concept:
    """A term from its rows."""
    first = rows[0]
    return Concept(
        iri,
        {language: first[language].value for language in ("fr", "en") if language in first},
        tuple(dict.fromkeys(row["parent"].value for row in rows if "parent" in row)),
        first["domain"].value if "domain" in first else "",
        first["range"].value if "range" in first else "",
    )
