"""The routes of the pages that are no documents of linked data."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from server.answers import Answer, entity
from server.formats import PAGE
from server.site import views
from server.site.site import Site
from server.views import finish

FRESH = "public, max-age=60"
VARY = "Accept-Encoding, Accept-Language"
SVG = "image/svg+xml; charset=utf-8"

PAGES: dict[str, Callable[[Site], bytes]] = {
    "/": views.landing,
    "/search": views.search,
    "/chart": views.chart,
    "/questions": views.questions,
    "/sources": views.sources,
    "/dumps": views.dumps,
    "/dumps/": views.dumps,
    "/model": views.model,
    "/quality": views.quality,
    "/changes": views.changes,
    "/limits": views.limits,
    "/persistence": views.persistence,
}


def pages(site: Site) -> Blueprint:
    """The routes of a site."""
    routes = Blueprint("pages", __name__)
    for path, make in PAGES.items():
        routes.add_url_rule(path, f"{make.__name__}:{path}", lambda make=make: send(site, lambda: make(site)))

    @routes.get("/questions/<name>")
    def question(name: str) -> Response:
        return send(site, lambda: views.question(site, name, request.args.to_dict()))

    @routes.get("/chart.svg")
    def drawing() -> Response:
        headers = {"Cache-Control": FRESH, "Vary": VARY, "Content-Language": site.reader().language}
        return finish(entity(SVG, site.keep(lambda: views.drawing(site)), headers))

    @routes.get("/vocabulary.json")
    def vocabulary() -> Response:
        return finish(entity("application/json", site.keep(lambda: views.vocabulary(site)), {"Cache-Control": FRESH}))

    return routes


def send(site: Site, make: Callable[[], bytes]) -> Response:
    """Send a page, made once for each language."""
    headers = {"Cache-Control": FRESH, "Vary": VARY, "Content-Language": site.reader().language}
    answer: Answer = entity(PAGE.content_type, site.keep(make), headers)
    return finish(answer)
