"""The application: routes over a release and the query processes that answer from it."""

import json
from functools import partial
from pathlib import Path

from flask import Flask, Response

from quipreside.settings import Settings
from server.address import origin
from server.dataset import Release
from server.description import ServiceDescription
from server.discovery import discovery
from server.dumps import dumps
from server.endpoint import Endpoint
from server.engine import Engine, Lanes
from server.front import Front
from server.linked import dereferencing, linked_data
from server.reconcile.routes import reconciliation
from server.site.documents import document_page
from server.site.frame import mount
from server.site.routes import pages
from server.site.site import Site
from server.statistics import measure
from server.supervisor import Supervisor
from server.views import install


def create_app(settings: Settings, release: Release, socket: Path | None = None) -> Flask:
    """Make the application; `socket` is where a zygote listens, and without it one of its own is started."""
    if socket is None:
        socket = Supervisor.start(settings, release).socket
    engine = Engine(socket, lanes(settings))
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    app.config["PREFIX"] = mount(settings)
    install(app)
    site = Site.of(settings, release, engine)
    app.register_blueprint(dumps(release))
    linked = linked_data(settings, release, engine, partial(document_page, site))
    app.register_blueprint(dereferencing(linked))
    app.register_blueprint(discovery(linked, site.asker, origin(settings)))
    app.register_blueprint(reconciliation(settings, release, engine))
    app.register_blueprint(pages(site))
    app.add_url_rule("/health", view_func=partial(health, release), endpoint="health")
    iri = f"{origin(settings)}/sparql"
    description = ServiceDescription(release, iri, partial(measure, engine, settings.number("deadline")))
    endpoint = Endpoint(settings, engine, iri, description.write, site.query_page)
    app.wsgi_app = Front(endpoint, app.wsgi_app, settings.count("cache_size") // 2)  # type: ignore[method-assign]
    return app


def lanes(settings: Settings) -> Lanes:
    """The share of one HTTP worker in the query processes."""
    workers = settings.count("workers")
    share = settings.count("children") // workers
    slow = max(1, min(settings.count("slow_queries") // workers, share - 1))
    return Lanes(share - slow, slow, settings.number("slow_after"))


def health(release: Release) -> Response:
    """Say that the server lives, and which release it serves."""
    body = {"status": "ok", "version": release.version, "quads": release.quads}
    return Response(json.dumps(body), content_type="application/json", headers={"Cache-Control": "no-store"})
