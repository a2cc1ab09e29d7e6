"""Linked data: `/id/<slug>` leads by a 303 to `/doc/<slug>`, which describes the thing in the format asked for."""

import re
from dataclasses import dataclass

from flask import Blueprint, redirect, request
from werkzeug import Response

from server.answers import Answer, entity
from server.engine import Engine
from server.formats import GRAPHS, PAGE, Format, by_extension
from server.negotiation import require
from server.pages import render
from server.problems import HttpError
from server.views import finish
from server.wire import Question, Status

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
FRESH = "public, max-age=60"


@dataclass(frozen=True)
class Describer:
    """Describe things by asking query processes for every triple of the default graph that mentions them."""

    engine: Engine
    base_iri: str
    seconds: float

    def describe(self, iri: str, chosen: Format) -> bytes:
        """The triples about a thing in a graph format; raise a 404 when there is none."""
        pattern = f"{{ <{iri}> ?p ?o . BIND(<{iri}> AS ?s) }} UNION {{ ?s ?p <{iri}> . BIND(<{iri}> AS ?o) }}"
        if self.ask(f"ASK {{ {pattern} }}", "csv").strip() != b"true":
            raise HttpError(404, f"Nothing is known of {iri}; `/sparql` and `/dumps/latest/` hold all that is.")
        return self.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}", chosen.name)

    def ask(self, query: str, format: str) -> bytes:
        """Ask one of our own queries, which cannot be wrong."""
        reply = self.engine.ask(Question(query, format), self.seconds)
        if reply.status is not Status.ANSWER:
            raise HttpError(503, "The description is larger than an answer may be; ask `/sparql` for a part of it.")
        return reply.body


def linked_data(describer: Describer) -> Blueprint:
    """The routes of things and their descriptions."""
    routes = Blueprint("linked_data", __name__)

    @routes.get("/id/<slug>")
    def thing(slug: str) -> Response:
        return redirect(f"../doc/{check(slug)}", 303)

    @routes.get("/doc/<slug>")
    def document(slug: str) -> Response:
        stem, _, extension = slug.partition(".")
        chosen = by_extension(extension) if extension else require(request.headers.get("Accept"), (*GRAPHS, PAGE))
        if chosen is None:
            raise HttpError(
                404,
                f"There is no .{extension} of {stem}; there are .html and .{' .'.join(f.extension for f in GRAPHS)}.",
            )
        answer = describe(describer, check(stem), chosen)
        location = f"{stem}.{chosen.extension}"
        vary = {} if extension else {"Vary": "Accept, Accept-Encoding", "Content-Location": location}
        return finish(Answer(answer.status, {**answer.headers, **vary}, answer.body))

    return routes


def check(slug: str) -> str:
    """A slug that could name a thing."""
    if not SLUG.match(slug):
        raise HttpError(404, f"'{slug}' names nothing: names here are lower-case words joined by hyphens.")
    return slug


def describe(describer: Describer, slug: str, chosen: Format) -> Answer:
    """The description of a thing as an answer; the page shows its Turtle."""
    iri = f"{describer.base_iri}id/{slug}"
    if chosen is not PAGE:
        return entity(chosen.content_type, describer.describe(iri, chosen), {"Cache-Control": FRESH})
    turtle = describer.describe(iri, GRAPHS[0]).decode()
    return entity(
        chosen.content_type,
        render("thing.html", iri=iri, slug=slug, turtle=turtle, formats=GRAPHS),
        {"Cache-Control": FRESH},
    )
