"""The pages of linked-data documents: what each kind of document looks like to people."""

from server.documents import Document
from server.formats import PAGE
from server.site.entity import read_entity
from server.site.measures import read_reviews
from server.site.ontology import read_ontology
from server.site.shapes import read_rules
from server.site.site import Site
from server.site.structured import dataset_card, thing_card
from server.site.text import iris_of, read_nodes, read_passages


def document_page(site: Site, document: Document, turtle: bytes) -> bytes:
    """The page of a document; one without a page of its own shows its Turtle."""
    return site.keep(lambda: made(site, document) or plain(site, document, turtle))


def made(site: Site, document: Document) -> bytes | None:
    """The page that the kind of document has; None when it has none."""
    if document.kind == "thing":
        return thing(site, document)
    if document.kind == "ontology":
        return ontology(site, document)
    return text(site, document) if document.kind in {"edition", "passage"} and document.text else None


def plain(site: Site, document: Document, turtle: bytes) -> bytes:
    """The document's Turtle."""
    card = dataset_card(site.release, site.iris, site.origin) if document.kind == "dataset" else ""
    return site.page("document.html", document=document, others=others(document), turtle=turtle.decode(), card=card)


def thing(site: Site, document: Document) -> bytes | None:
    """The page of an entity, a relation or a concept."""
    entity = read_entity(site.asker, document.iri)
    if entity is None:
        return None
    card = thing_card(entity, site.iris, site.origin)
    return site.page("entity.html", entity.iris(), entity=entity, card=card, others=others(document), document=document)


def text(site: Site, document: Document) -> bytes | None:
    """The page of an edition, its text beside its facts, or of one passage; None for one that is superseded."""
    whole = document.iri if document.kind == "edition" else document.iri.rpartition("/")[0]
    words = decoded(document.text.read_bytes() if document.text else b"")
    edition = "/".join(whole.rsplit("/", 2)[-2:])
    held = read_passages(site.asker, whole, words, read_reviews(site.release.folder, edition))
    passages = [one for one in held if document.iri in {whole, one.iri}]
    if not passages:
        return None
    nodes, whole = read_nodes(site.asker), "" if document.iri == whole else whole
    iris = iris_of(passages)
    return site.page(
        "text.html", iris, passages=passages, nodes=nodes, document=document, others=others(document), whole=whole
    )


def ontology(site: Site, document: Document) -> bytes | None:
    """The page of the ontology, a section for each term; None for a version older than this release's."""
    found = read_ontology(site.asker, read_rules(site.release.folder / "shapes.ttl"))
    if document.immutable and document.iri not in found.versions():
        return None
    return site.page("ontology.html", found.iris(), ontology=found, document=document, others=others(document))


def others(document: Document) -> dict[str, str]:
    """The other formats of a document, by file."""
    return {document.file(one): one.label for one in document.offers if one is not PAGE}


def decoded(content: bytes) -> str:
    """A text as offsets count it: UTF-8, its BOM dropped, CRLF and CR read as LF."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
