"""What machines look for first: the VoID description, the example queries, robots.txt and the site map."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from flask import Blueprint, current_app
from werkzeug import Response

from server.answers import Answer, entity
from server.linked import LinkedData
from server.site.asking import Asker
from server.views import finish

FRESH = {"Cache-Control": "public, max-age=3600"}
CLOSED = ("/resolve", "/reconcile", "/sparql?")
NAMED = """SELECT DISTINCT ?iri {
  { ?iri skos:prefLabel|foaf:name [] . FILTER (STRSTARTS(STR(?iri), STR(id:))) }
  UNION { ?iri a :Edition } UNION { ?iri a :Passage }
} ORDER BY ?iri"""


def discovery(linked: LinkedData, asker: Asker, here: str) -> Blueprint:
    """The routes of discovery; `here` is where this server answers."""
    routes = Blueprint("discovery", __name__)

    @routes.get("/.well-known/void")
    def void() -> Response:
        return finish(Answer(302, {"Location": f"{linked.public_url or '..'}/dataset", **FRESH}))

    @routes.get("/.well-known/<any('sparql-examples'):name>")
    @routes.get("/.well-known/<any('sparql-examples'):name>.<extension>")
    def examples(name: str, extension: str = "") -> Response:
        return linked.send(lambda _: linked.documents.examples(), f"{name}.{extension}" if extension else name)

    @routes.get("/robots.txt")
    def robots() -> Response:
        lines = ("User-agent: *", *(f"Disallow: {path}" for path in CLOSED), f"Sitemap: {here}/sitemap.xml", "")
        return finish(entity("text/plain; charset=utf-8", "\n".join(lines).encode(), FRESH))

    @routes.get("/sitemap.xml")
    def sitemap() -> Response:
        named = (row["iri"].value.removeprefix(asker.iris.base) for row in asker.rows(NAMED))
        things = (f"doc/{path.removeprefix('id/')}" if path.startswith("id/") else path for path in named)
        return finish(entity("application/xml", site_map(f"{here}/{path}" for path in (*pages(), *things)), FRESH))

    return routes


def pages() -> list[str]:
    """The paths of the pages for people, and of the documents of the whole."""
    rules = [rule for rule in current_app.url_map.iter_rules() if not rule.arguments and "GET" in (rule.methods or ())]
    of_people = {rule.rule.strip("/") for rule in rules if rule.endpoint.startswith("pages.") and "." not in rule.rule}
    return sorted(of_people | {rule.rule.strip("/") for rule in rules if rule.endpoint.endswith("_whole")})


def site_map(addresses: Iterable[str]) -> bytes:
    """A site map of these addresses."""
    rows = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()
