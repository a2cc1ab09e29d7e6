"""The formats the server writes: a table per family of answers, read by negotiation and by the descriptions."""

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Format:
    """One way of writing an answer; `engine` names it in pyoxigraph, `aliases` are other media types that mean it."""

    name: str
    media_type: str
    extension: str
    engine: str
    label: str
    iri: str
    aliases: tuple[str, ...] = ()
    charset: bool = False

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        return f"{self.media_type}; charset=utf-8" if self.charset else self.media_type


_FORMATS = "http://www.w3.org/ns/formats/"

RESULTS: tuple[Format, ...] = (
    Format(
        "json",
        "application/sparql-results+json",
        "srj",
        "JSON",
        "SPARQL results in JSON",
        f"{_FORMATS}SPARQL_Results_JSON",
        ("application/json", "text/json"),
    ),
    Format(
        "xml",
        "application/sparql-results+xml",
        "srx",
        "XML",
        "SPARQL results in XML",
        f"{_FORMATS}SPARQL_Results_XML",
        ("application/xml", "text/xml"),
    ),
    Format("csv", "text/csv", "csv", "CSV", "SPARQL results in CSV", f"{_FORMATS}SPARQL_Results_CSV", (), True),
    Format(
        "tsv",
        "text/tab-separated-values",
        "tsv",
        "TSV",
        "SPARQL results in TSV",
        f"{_FORMATS}SPARQL_Results_TSV",
        (),
        True,
    ),
)

GRAPHS: tuple[Format, ...] = (
    Format(
        "turtle",
        "text/turtle",
        "ttl",
        "TURTLE",
        "Turtle",
        f"{_FORMATS}Turtle",
        ("application/turtle", "application/x-turtle", "text/n3", "text/rdf+n3"),
        True,
    ),
    Format(
        "ntriples", "application/n-triples", "nt", "N_TRIPLES", "N-Triples", f"{_FORMATS}N-Triples", ("text/plain",)
    ),
    Format(
        "rdfxml",
        "application/rdf+xml",
        "rdf",
        "RDF_XML",
        "RDF/XML",
        f"{_FORMATS}RDF_XML",
        ("application/xml", "text/xml"),
    ),
    Format(
        "jsonld", "application/ld+json", "jsonld", "JSON_LD", "JSON-LD", f"{_FORMATS}JSON-LD", ("application/json",)
    ),
    Format("trig", "application/trig", "trig", "TRIG", "TriG", f"{_FORMATS}TriG", ("application/x-trig",)),
    Format("nquads", "application/n-quads", "nq", "N_QUADS", "N-Quads", f"{_FORMATS}N-Quads", ("text/x-nquads",)),
)

PAGE = Format(
    "html",
    "text/html",
    "html",
    "",
    "a page for people",
    "http://www.w3.org/ns/formats/HTML",
    ("application/xhtml+xml",),
    True,
)

OVERRIDES: dict[str, str] = {
    spelling: format.name
    for table in (RESULTS, GRAPHS, (PAGE,))
    for format in table
    for spelling in (format.name, format.extension, format.media_type)
} | {
    "json-ld": "jsonld",
    "ttl": "turtle",
    "nt": "ntriples",
    "n-triples": "ntriples",
    "rdf": "rdfxml",
    "rdf/xml": "rdfxml",
}


def by_extension(extension: str) -> Format | None:
    """The graph format or page with this file extension."""
    return next((format for format in (*GRAPHS, PAGE) if format.extension == extension), None)
