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
    usual: tuple[str, ...] = ()

    @property
    def spellings(self) -> frozenset[str]:
        """What `format=` may call it."""
        return frozenset((self.name, self.extension, self.media_type, *self.aliases, *self.usual))

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
        ("n3",),
    ),
    Format(
        "ntriples",
        "application/n-triples",
        "nt",
        "N_TRIPLES",
        "N-Triples",
        f"{_FORMATS}N-Triples",
        ("text/plain",),
        usual=("n-triples",),
    ),
    Format(
        "rdfxml",
        "application/rdf+xml",
        "rdf",
        "RDF_XML",
        "RDF/XML",
        f"{_FORMATS}RDF_XML",
        ("application/xml", "text/xml"),
        usual=("xml", "rdf+xml", "rdf/xml"),
    ),
    Format(
        "jsonld",
        "application/ld+json",
        "jsonld",
        "JSON_LD",
        "JSON-LD",
        f"{_FORMATS}JSON-LD",
        ("application/json",),
        usual=("json", "json-ld"),
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


def by_spelling(spelling: str, offers: tuple[Format, ...]) -> Format | None:
    """The offer that `format=` names: by name, extension, media type, alias or another usual spelling.

    Some clients send several, separated by commas: the first that exists counts.
    """
    asked = (part.strip().lower().replace(" ", "+") for part in spelling.split(","))
    return next((offer for part in asked for offer in offers if part in offer.spellings), None)


def by_extension(extension: str) -> Format | None:
    """The graph format or page with this file extension."""
    return next((format for format in (*GRAPHS, PAGE) if format.extension == extension), None)
