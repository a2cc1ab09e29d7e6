"""From an identifier of another graph to ours, by the links that the release states."""

import re

from flask import Blueprint
from werkzeug import Response

from server.answers import Answer
from server.problems import HttpError
from server.reconcile.parameters import sent
from server.reconcile.service import Service
from server.site.asking import IRI
from server.views import finish

LINKS = "VALUES (?link ?rank) { (owl:sameAs 0) (skos:exactMatch 1) (skos:closeMatch 2) (rdfs:seeAlso 3) }"
SPELLINGS = (
    (
        re.compile(r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(Q[1-9]\d*)\Z"),
        "http://www.wikidata.org/entity/",
    ),
    (re.compile(r"https?://(?:[a-z]+\.)?dbpedia\.org/(?:page|resource)/([^/]+)\Z"), "http://dbpedia.org/resource/"),
    (re.compile(r"https?://(?:www\.|sws\.)?geonames\.org/(\d+)(?:/.*)?\Z"), "https://sws.geonames.org/"),
)
NEAR, MOST_NEAR = 40.0, 5
LONGEST = 2000


def resolving(service: Service, public_url: str) -> Blueprint:
    """The route of `/resolve`; without a public address, it leads to one relative to its own."""
    routes = Blueprint("resolve", __name__)

    @routes.get("/resolve")
    def resolve() -> Response:
        iri = read_iri(sent("uri"))
        slug = find(service, iri)
        return finish(
            Answer(303, {"Location": f"{public_url or '.'}/id/{slug}", "Cache-Control": "public, max-age=60"})
        )

    return routes


def read_iri(iri: str | None) -> str:
    """The IRI asked for, in the spelling that links use."""
    if iri is None or len(iri) > LONGEST or not IRI.match(iri):
        raise HttpError(
            400, "Send one absolute IRI, percent-encoded, as in /resolve?uri=https%3A%2F%2Fexample.org%2F1."
        )
    for pattern, start in SPELLINGS:
        if found := pattern.match(iri):
            end = "/" if "geonames" in start else ""
            return f"{start}{found[1]}{end}"
    return iri


def find(service: Service, iri: str) -> str:
    """The slug of the one thing that is linked to the IRI most closely; raise a 404 that names near ones."""
    things = service.asker.iris.thing("")
    if iri.removeprefix(things) in service.directory.entities:
        return iri.removeprefix(things)
    query = f"SELECT ?thing ?rank {{ {LINKS} ?thing ?link <{iri}> . FILTER (STRSTARTS(STR(?thing), STR(id:))) }}"
    ranked = sorted((int(row["rank"].value), row["thing"].value) for row in service.asker.rows(query))
    closest = [thing for rank, thing in ranked if rank == ranked[0][0]]
    if len(closest) == 1:
        return closest[0].removeprefix(things)
    if closest:
        raise HttpError(404, f"Several things here are linked to {iri}: {', '.join(closest)}; choose one.")
    raise HttpError(404, f"Nothing here is linked to {iri}{near(service, iri)}.")


def near(service: Service, iri: str) -> str:
    """The things whose names are like the end of an IRI, as the end of a sentence."""
    name = re.sub(r"[_%\W]+", " ", iri.rstrip("/").replace("#", "/").rpartition("/")[2])
    scores = service.directory.search(name)
    best = sorted((slug for slug in scores if scores[slug] >= NEAR), key=lambda slug: (-scores[slug], slug))[:MOST_NEAR]
    listed = ", ".join(f"{service.directory.entities[slug].name} ({service.asker.iris.thing(slug)})" for slug in best)
    return f"; near names: {listed}" if listed else ", and no name here is like it"
