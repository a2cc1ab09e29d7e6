"""Prefixes of the graph and the IRIs that the project mints, all under `base_iri`."""

from dataclasses import dataclass

DEFAULT_BASE_IRI = "https://w3id.org/qui-preside/"

EXTERNAL_PREFIXES: dict[str, str] = {
    "bibo": "http://purl.org/ontology/bibo/",
    "cc": "http://creativecommons.org/ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Iris:
    """Mint the project's IRIs under one base (which ends with '/')."""

    base: str = DEFAULT_BASE_IRI

    @property
    def ontology(self) -> str:
        """The ontology's IRI; its terms are `<ontology>#name`."""
        return f"{self.base}ontology"

    def term(self, name: str) -> str:
        """A term of the ontology."""
        return f"{self.base}ontology#{name}"

    def thing(self, slug: str) -> str:
        """An entity, a relation node or a concept."""
        return f"{self.base}id/{slug}"

    def source(self, source: str) -> str:
        """A source, whatever its edition."""
        return f"{self.base}source/{source}"

    def edition(self, source: str, edition: int) -> str:
        """One edition of a source."""
        return f"{self.base}source/{source}/{edition}"

    def passage(self, source: str, edition: int, passage: str) -> str:
        """A passage, whose IRI also names the graph of what it states."""
        return f"{self.base}source/{source}/{edition}/{passage}"

    def graph(self, name: str) -> str:
        """A top-level named graph: editorial, evidence, inferred, links, ontology, provenance, why."""
        return f"{self.base}graph/{name}"

    @property
    def dataset(self) -> str:
        """The dataset, whatever its version."""
        return f"{self.base}dataset"

    @property
    def endpoint(self) -> str:
        """The SPARQL endpoint, as other graphs name it."""
        return f"{self.base}sparql"

    @property
    def examples(self) -> str:
        """The document of the example queries, whose fragments name them."""
        return f"{self.base}.well-known/sparql-examples"

    def prefixes(self) -> dict[str, str]:
        """Every prefix of the graph: the empty one is the ontology's."""
        ours = {"": f"{self.ontology}#", "id": f"{self.base}id/", "graph": f"{self.base}graph/"}
        return ours | EXTERNAL_PREFIXES
