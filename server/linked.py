"""Linked data: every IRI that the graph mints answers, a thing by a 303 to the document that describes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, request
from werkzeug import Response

from quipreside.namespaces import Iris
from quipreside.settings import Settings
from server.answers import Answer
from server.dataset import Release
from server.describe import Describer
from server.documents import Document, Documents
from server.engine import Engine
from server.negotiation import require
from server.problems import HttpError
from server.representations import FRESH, Page, Representations
from server.tombstones import missing
from server.views import finish

NAME = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*\Z")
VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)+(?:-[a-z0-9]+)*\Z")
LONGEST = 200


@dataclass(frozen=True)
class LinkedData:
    """What the routes share: the documents, how they are represented, and where this server answers."""

    documents: Documents
    representations: Representations
    public_url: str

    def see(self, path: str) -> Response:
        """A 303 to the document that describes what an IRI of two segments names."""
        return finish(Answer(303, {"Location": f"{self.public_url or '..'}/{path}", "Cache-Control": FRESH}))

    def send(self, find: Callable[[str], Document], name: str) -> Response:
        """Send the document of a name, in the format of its suffix or as the request negotiates."""
        stem, _, extension = name.rpartition(".")
        if not stem or extension.isdigit():
            stem, extension = name, ""
        document = find(check(stem))
        chosen = document.offer(extension) if extension else require(request.headers.get("Accept"), document.offers)
        return finish(self.representations.answer(document, chosen, not extension))


def linked_data(settings: Settings, release: Release, engine: Engine, page: Page) -> LinkedData:
    """Linked data on a release; `page` makes the HTML of a document from its Turtle."""
    describer = Describer(engine, Iris(release.base_iri), settings.number("deadline"))
    representations = Representations(release, settings.count("cache_size"), page)
    return LinkedData(Documents(release, describer), representations, settings.text("public_url").rstrip("/"))


def dereferencing(linked: LinkedData) -> Blueprint:
    """The routes of things, sources, named graphs, and the documents of the whole."""
    routes, documents = Blueprint("linked_data", __name__), linked.documents

    @routes.get("/id/<slug>")
    def thing(slug: str) -> Response:
        return linked.see(f"doc/{known(linked, documents.describer.iris.thing(check(slug)), slug)}")

    @routes.get("/doc/<name>")
    def document(name: str) -> Response:
        return linked.send(documents.thing, name)

    @routes.get("/source/<source>")
    def latest(source: str) -> Response:
        iri = documents.describer.iris.source(check(source))
        edition = documents.describer.latest_edition(iri)
        if edition is None:
            raise missing(iri, linked.representations.tombstones)
        return linked.see(edition.removeprefix(documents.describer.iris.base))

    @routes.get("/source/<source>/<name>")
    def edition(source: str, name: str) -> Response:
        return linked.send(lambda number: documents.edition(check(source), number), name)

    @routes.get("/source/<source>/<number>/<name>")
    def passage(source: str, number: str, name: str) -> Response:
        return linked.send(lambda key: documents.passage(check(source), check(number), key), name)

    for rule, find in (
        ("/graph/<name>", documents.graph),
        ("/ontology/<name>", documents.ontology_version),
        ("/dataset/<name>", documents.dataset_version),
    ):
        routes.add_url_rule(rule, find.__name__, named(linked, find))
    for single in (documents.ontology, documents.shapes, documents.dataset):
        view = whole(linked, single)
        routes.add_url_rule(f"/{single.__name__}", f"{single.__name__}_whole", view)
        routes.add_url_rule(f"/{single.__name__}.<extension>", f"{single.__name__}_whole", view)
    return routes


def named(linked: LinkedData, find: Callable[[str], Document]) -> Callable[[str], Response]:
    """The view of a family of documents."""
    return lambda name: linked.send(find, name)


def whole(linked: LinkedData, find: Callable[[], Document]) -> Callable[..., Response]:
    """The view of the one document of its kind."""
    name = find.__name__
    return lambda extension="": linked.send(lambda _: find(), f"{name}.{extension}" if extension else name)


def known(linked: LinkedData, iri: str, slug: str) -> str:
    """The slug of a thing that some graph describes."""
    if not linked.documents.describer.exists(iri):
        raise missing(iri, linked.representations.tombstones)
    return slug


def check(name: str) -> str:
    """A name that could stand in an IRI of ours."""
    if len(name) > LONGEST or not (NAME.match(name) or VERSION.match(name)):
        raise HttpError(404, f"'{name[:LONGEST]}' names nothing: names here are lower-case words joined by hyphens.")
    return name
