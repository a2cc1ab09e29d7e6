"""Pages for people, rendered from `server/templates/` with every value escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server.documents import Document

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


@cache
def environment() -> Environment:
    """The templates; an undefined name is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: object) -> bytes:
    """Render a template in UTF-8."""
    return environment().get_template(template).render(values).encode("utf-8", "replace")


def document_page(document: Document, turtle: bytes) -> bytes:
    """The page of a document: what it is about, its other formats, and its Turtle."""
    others = {document.file(one): one.label for one in document.offers if one.extension != "html"}
    return render("document.html", iri=document.iri, name=document.name, others=others, turtle=turtle.decode())
