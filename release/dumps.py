"""The files of a release: a table of names, media types, contents and what is in each, in French and English."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.contents import Contents
from release.jsonld import framed

CSV = "text/csv"
SAME_AS = NamedNode(EXTERNAL_PREFIXES["owl"] + "sameAs")
Render = Callable[[Contents], bytes]


@dataclass(frozen=True)
class Dump:
    """One file: its name, media type, how it is written, what is in it, and whether it holds quotes of the sources.

    `partial` says that the file holds less than the served dataset, so that the dataset may state its checksum.
    """

    name: str
    media_type: str
    render: Render
    fr: str
    en: str
    quotes: bool = False
    partial: bool = True


def rendered(quads: Iterable[Quad], format_: RdfFormat, iris: Iris) -> bytes:
    """Serialise quads in the order of their lines, with the project's prefixes where the format has some."""
    rows: Sequence[Quad] = sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))
    prefixes = iris.prefixes() if format_ in (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.RDF_XML) else None
    kept = rows if format_.supports_datasets else [quad.triple for quad in rows]
    return serialize(kept, format=format_, prefixes=prefixes) or b""


def whole(format_: RdfFormat) -> Render:
    """The default graph in a format."""
    return lambda contents: rendered(contents.default, format_, contents.iris)


def served(contents: Contents) -> bytes:
    """The served dataset as sorted N-Quads: without blank nodes, this is its canonical form (RDFC-1.0)."""
    return serialize(contents.served, format=RdfFormat.N_QUADS) or b""


def graph_file(name: str, fr: str, en: str, quotes: bool = False) -> Dump:
    """The file of one top-level graph."""
    return Dump(
        f"graph-{name}.ttl", RdfFormat.TURTLE.media_type,
        lambda contents: rendered(contents.graph(name), RdfFormat.TURTLE, contents.iris), fr, en, quotes,
    )  # fmt: skip


def table_file(name: str, fr: str, en: str, quotes: bool = False) -> Dump:
    """A table for spreadsheets, from the query of the same name."""
    return Dump(f"{name}.csv", CSV, lambda contents: contents.table(name), fr, en, quotes)


DUMPS: tuple[Dump, ...] = (
    Dump("facts.ttl", RdfFormat.TURTLE.media_type, lambda c: rendered(c.facts, RdfFormat.TURTLE, c.iris),
         "Les faits, noms, liens et inférences, sans preuves ni citations : ce que veulent la plupart.",
         "The facts, names, links and inferences, without evidence or quotes: what most people want."),
    Dump("facts.jsonld", RdfFormat.JSON_LD.media_type, lambda c: framed(c.facts, c.iris),
         "Les mêmes faits en JSON-LD cadré, un objet par nœud, le contexte dans le fichier.",
         "The same facts as framed JSON-LD, one object a node, the context in the file."),
    Dump("all.ttl", RdfFormat.TURTLE.media_type, whole(RdfFormat.TURTLE),
         "Le graphe par défaut : faits, preuves, ontologie, liens, inférences et leurs explications.",
         "The default graph: facts, evidence, ontology, links, inferences and their explanations.", quotes=True),
    Dump("all.nt", RdfFormat.N_TRIPLES.media_type, whole(RdfFormat.N_TRIPLES),
         "Le graphe par défaut, un triplet par ligne.", "The default graph, one triple a line.", quotes=True),
    Dump("all.rdf", RdfFormat.RDF_XML.media_type, whole(RdfFormat.RDF_XML),
         "Le graphe par défaut en RDF/XML.", "The default graph as RDF/XML.", quotes=True),
    Dump("all.jsonld", RdfFormat.JSON_LD.media_type, whole(RdfFormat.JSON_LD),
         "Le graphe par défaut en JSON-LD déplié.", "The default graph as expanded JSON-LD.", quotes=True),
    Dump("all.trig", RdfFormat.TRIG.media_type, lambda c: rendered(c.served, RdfFormat.TRIG, c.iris),
         "Le jeu de données servi, graphes nommés compris.", "The dataset as served, named graphs included.",
         quotes=True, partial=False),
    Dump("all.nq", RdfFormat.N_QUADS.media_type, served,
         "Le jeu de données servi, un quadruplet par ligne, sous forme canonique (RDFC-1.0) : son SHA-256 l’identifie.",
         "The dataset as served, one quad a line, in canonical form (RDFC-1.0): its SHA-256 identifies it.",
         quotes=True, partial=False),
    Dump("ontology.ttl", RdfFormat.TURTLE.media_type,
         lambda c: rendered(c.graph("ontology"), RdfFormat.TURTLE, c.iris), "L’ontologie.", "The ontology."),
    graph_file("editorial", "Le registre : noms et types décidés par le projet.",
               "The register: names and types that the project decides."),
    graph_file("links", "Les liens vers d’autres graphes, avec leur degré.",
               "The links to other graphs, with their grades."),
    graph_file("inferred", "Les énoncés inférés.", "The inferred statements."),
    graph_file("evidence", "Les preuves : annotations, citations, passages.",
               "The evidence: annotations, quotes, passages.", quotes=True),
    graph_file("why", "Les explications des énoncés inférés.", "The explanations of the inferred statements."),
    graph_file("provenance", "La provenance : extraction, inférence, décisions d’éditeur.",
               "The provenance: extraction, inference, editors’ decisions."),
    Dump("sameas.nt", RdfFormat.N_TRIPLES.media_type,
         lambda c: rendered((q for q in c.graph("links") if q.predicate == SAME_AS), RdfFormat.N_TRIPLES, c.iris),
         "Les seuls liens d’identité.", "The links of identity alone."),
    table_file("posts", "Les charges, pour tableur.", "The posts, for spreadsheets."),
    table_file("bodies", "Les organisations et organes, pour tableur.",
               "The organisations and bodies, for spreadsheets."),
    table_file("chairs", "Les présidences, pour tableur.", "The chairships, for spreadsheets."),
    table_file("tenures", "Les mandats, pour tableur.", "The tenures, for spreadsheets."),
    table_file("evidence", "Les preuves et leurs citations, pour tableur.",
               "The evidence and its quotes, for spreadsheets.", quotes=True),
)  # fmt: skip
