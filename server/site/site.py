"""What every page needs: who reads, where links lead, what things are called, and pages kept once made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from flask import request

from quipreside.namespaces import Iris
from quipreside.settings import Settings
from server.address import origin
from server.cache import Cache
from server.dataset import Release
from server.engine import Engine
from server.folding import fold
from server.pages import render
from server.site.addresses import Addresses
from server.site.asking import Asker
from server.site.folding import Found
from server.site.frame import framed, mount
from server.site.language import Reader, read_language
from server.site.names import Names, look_up
from server.site.querying import QueryPage
from server.site.questions import Question, read_questions

NAMED = """
SELECT ?s ?name WHERE {{
  ?s skos:prefLabel|skos:altLabel|foaf:name ?name . FILTER (STRSTARTS(STR(?s), "{things}"))
}}
ORDER BY ?s ?name LIMIT 50000
"""


@dataclass(frozen=True)
class Site:
    """The pages of one release; `prefix` is the path that the server is mounted at, `origin` where it answers."""

    release: Release
    asker: Asker
    prefix: str
    origin: str
    kept: Cache[bytes] = field(default_factory=lambda: Cache(0))

    @classmethod
    def of(cls, settings: Settings, release: Release, engine: Engine) -> "Site":
        """The site as configured."""
        asker = Asker(engine, Iris(release.base_iri), settings.number("deadline"))
        return cls(release, asker, mount(settings), origin(settings), Cache(settings.count("cache_size")))

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

    @cached_property
    def called(self) -> list[tuple[Found, str]]:
        """Every name and alias of a thing, each with its folded form."""
        rows = self.asker.rows(NAMED.format(things=self.iris.thing("")))
        return [
            (Found(row["s"].value, row["name"].value, row["name"].language), fold(row["name"].value)) for row in rows
        ]

    def reader(self) -> Reader:
        """Who sent the request at hand."""
        return read_language(request.args.get("lang"), request.headers.get("Accept-Language"))

    def keep(self, make: Callable[[], bytes]) -> bytes:
        """The page for the request at hand, made once: a release never changes."""
        key = request.path, tuple(sorted(request.args.items())), self.reader()
        body = self.kept.get(key)
        if body is None:
            body = make()
            self.kept.put(key, body, len(body) + sum(map(len, request.query_string.split())))
        return body

    def names(self, iris: set[str]) -> Names:
        """The names of things."""
        return look_up(self.asker, iris) if iris else Names()

    def page(self, template: str, iris: set[str] | None = None, **values: object) -> bytes:
        """Render a page for the request at hand; `iris` are those whose names it shows."""
        reader, names = self.reader(), self.names(iris or set())
        path = quote(request.path.lstrip("/"))
        return render(
            template,
            **framed(reader, self.prefix, path, request.args.to_dict()),
            name=lambda iri: names.of(iri, reader),
            told=lambda iri: names.told(iri, reader),
            to=Addresses(self.iris, self.prefix, reader).of,
            release=self.release,
            iris=self.iris,
            **values,
        )
