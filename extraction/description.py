"""What is said of sources, editions and passages: bytes, offsets, publisher, rights; never a URL or a title."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from extraction.evidence import TYPE
from extraction.model import Passage
from extraction.sources import Edition
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris

DCTERMS, RDFS, XSD = (EXTERNAL_PREFIXES[prefix] for prefix in ("dcterms", "rdfs", "xsd"))
KINDS = {"sentence": "Sentence", "item": "ListItem", "heading": "Heading"}


def edition_quads(edition: Edition, passages: Iterable[Passage], graph: NamedNode, iris: Iris) -> set[Quad]:
    """Describe a source, one edition of it and the edition's passages, in the graph given."""
    pairs = [*about_source(edition, iris), *about_edition(edition, iris)]
    for position, passage in enumerate(passages, start=1):
        pairs += about_passage(edition, passage, position, iris)
    return {Quad(NamedNode(subject), NamedNode(predicate), value, graph) for subject, predicate, value in pairs}


Row = tuple[str, str, NamedNode | Literal]


def integer(value: int) -> Literal:
    """A whole number as the store keeps it."""
    return Literal(str(value), datatype=NamedNode(f"{XSD}integer"))


def about_source(edition: Edition, iris: Iris) -> Iterator[Row]:
    """The source: its publisher (an editorial statement) and its language."""
    source = iris.source(edition.source)
    yield source, TYPE.value, NamedNode(iris.term("Source"))
    yield source, f"{DCTERMS}publisher", NamedNode(iris.thing(edition.publisher))
    yield source, f"{DCTERMS}language", Literal(edition.language)
    yield source, f"{RDFS}label", Literal(f"Source « {edition.source} »", language="fr")
    yield source, f"{RDFS}label", Literal(f"Source “{edition.source}”", language="en")


def about_edition(edition: Edition, iris: Iris) -> Iterator[Row]:
    """An edition: the day it was received, its checksum, its length in code points and the rights of its publisher."""
    about = iris.edition(edition.source, edition.number)
    yield about, TYPE.value, NamedNode(iris.term("Edition"))
    yield about, iris.term("editionOf"), NamedNode(iris.source(edition.source))
    yield about, iris.term("editionNumber"), integer(edition.number)
    yield about, iris.term("received"), Literal(edition.received, datatype=NamedNode(f"{XSD}date"))
    yield about, iris.term("sha256"), Literal(edition.sha256)
    yield about, iris.term("lengthInCodePoints"), integer(edition.length)
    yield about, f"{DCTERMS}rightsHolder", NamedNode(iris.thing(edition.publisher))
    yield about, f"{DCTERMS}rights", Literal(edition.rights_fr, language="fr")
    yield about, f"{DCTERMS}rights", Literal(edition.rights_en, language="en")
    yield about, f"{RDFS}label", Literal(f"Édition {edition.number} de la source « {edition.source} »", language="fr")
    yield about, f"{RDFS}label", Literal(f"Edition {edition.number} of the source “{edition.source}”", language="en")


def about_passage(edition: Edition, passage: Passage, position: int, iris: Iris) -> Iterator[Row]:
    """A passage: its kind, its place in the edition's text, and whose words they are; it carries no licence."""
    about = iris.passage(edition.source, edition.number, passage.key)
    yield about, TYPE.value, NamedNode(iris.term("Passage"))
    yield about, TYPE.value, NamedNode(iris.term(KINDS[passage.kind]))
    yield about, iris.term("passageOf"), NamedNode(iris.edition(edition.source, edition.number))
    yield about, iris.term("position"), integer(position)
    yield about, iris.term("startOffset"), integer(passage.span.start)
    yield about, iris.term("endOffset"), integer(passage.span.end)
    yield about, f"{DCTERMS}rightsHolder", NamedNode(iris.thing(edition.publisher))
    yield about, f"{RDFS}label", Literal(f"Passage {passage.key} de la source « {edition.source} »", language="fr")
    yield about, f"{RDFS}label", Literal(f"Passage {passage.key} of the source “{edition.source}”", language="en")
