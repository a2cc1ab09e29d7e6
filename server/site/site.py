"""What every page needs: who reads, where links lead, what things are called; and the pages of documents."""

from dataclasses import dataclass
from functools import cached_property

from flask import request

from quipreside.namespaces import Iris
from quipreside.settings import Settings
from server.dataset import Release
from server.documents import Document
from server.engine import Engine
from server.formats import PAGE
from server.pages import render
from server.site.addresses import Addresses
from server.site.asking import Asker
from server.site.entity import read_entity
from server.site.frame import framed, mount
from server.site.language import read_language
from server.site.names import Names, look_up
from server.site.querying import QueryPage
from server.site.questions import Question, read_questions
from server.site.text import iris_of, read_passages


@dataclass(frozen=True)
class Site:
    """The pages of one release; `prefix` is the path that the server is mounted at."""

    release: Release
    asker: Asker
    prefix: str

    @classmethod
    def of(cls, settings: Settings, release: Release, engine: Engine) -> "Site":
        """The site as configured."""
        asker = Asker(engine, Iris(release.base_iri), settings.number("deadline"))
        return cls(release, asker, mount(settings))

    @cached_property
    def iris(self) -> Iris:
        """The IRIs of the release."""
        return self.asker.iris

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions of the release by name."""
        return read_questions(self.release.folder, self.iris)

    @property
    def query_page(self) -> QueryPage:
        """The page of the endpoint."""
        return QueryPage(self.iris, self.prefix, self.questions)

    def page(self, template: str, iris: set[str] = frozenset(), **values: object) -> bytes:  # type: ignore[assignment]
        """Render a page for the request at hand; `iris` are those whose names it shows."""
        reader = read_language(request.args.get("lang"), request.headers.get("Accept-Language"))
        names = look_up(self.asker, iris) if iris else Names()
        frame = framed(reader, self.prefix, request.path.lstrip("/"), request.args.to_dict())
        addresses = Addresses(self.iris, self.prefix, reader)
        told = {
            "name": lambda iri: names.of(iri, reader),
            "told": lambda iri: names.told(iri, reader),
            "to": addresses.of,
        }
        return render(template, **frame, **told, release=self.release, iris=self.iris, **values)

    def document(self, document: Document, turtle: bytes) -> bytes:
        """The page of a document; one without a page of its own shows its Turtle."""
        make = {"thing": self.thing, "edition": self.text}.get(document.kind)
        page = make(document) if make else None
        return page or self.page("document.html", document=document, others=others(document), turtle=turtle.decode())

    def thing(self, document: Document) -> bytes | None:
        """The page of an entity, a relation or a concept."""
        entity = read_entity(self.asker, document.iri)
        if entity is None:
            return None
        return self.page("entity.html", entity.iris(), entity=entity, others=others(document), document=document)

    def text(self, document: Document) -> bytes | None:
        """The page of an edition: its text beside its facts."""
        if document.text is None:
            return None
        text = decoded(document.text.read_bytes())
        passages = read_passages(self.asker, document.iri, text)
        return self.page("text.html", iris_of(passages), passages=passages, document=document, others=others(document))


def others(document: Document) -> dict[str, str]:
    """The other formats of a document, by file."""
    return {document.file(one): one.label for one in document.offers if one is not PAGE}


def decoded(content: bytes) -> str:
    """A text as offsets count it: UTF-8, its BOM dropped, CRLF read as LF."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
