"""The addresses of the reconciliation service."""

import json
import re
from urllib.parse import quote

from flask import Blueprint, request
from werkzeug import Response

from quipreside.namespaces import Iris
from quipreside.settings import Settings
from server.address import origin
from server.answers import Answer, entity
from server.dataset import Release
from server.engine import Engine
from server.pages import render
from server.problems import HttpError
from server.reconcile.parameters import number, read_json, sent
from server.reconcile.resolving import resolving
from server.reconcile.service import Service
from server.site.asking import Asker
from server.views import finish

JSON, SCRIPT, PAGE = "application/json", "text/javascript; charset=utf-8", "text/html; charset=utf-8"
FRESH = {"Cache-Control": "public, max-age=60"}
FRAMEABLE = {"Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *"}
LONGEST = 500_000
KIND = "<any(entity, type, property):kind>"
_CALLBACK = re.compile(r"[A-Za-z_$][\w$.]{0,99}\Z", re.ASCII)


def reconciliation(settings: Settings, release: Release, engine: Engine) -> Blueprint:
    """The routes that lead from names and identifiers of others to ours."""
    asker = Asker(engine, Iris(release.base_iri), settings.number("deadline"))
    service = Service(asker, origin(settings), release.version)
    routes = Blueprint("identities", __name__)
    routes.register_blueprint(blueprint(service))
    routes.register_blueprint(resolving(service, settings.text("public_url").rstrip("/")))
    return routes


def blueprint(service: Service) -> Blueprint:
    """The routes of a service; parameters that it does not know are ignored."""
    routes = Blueprint("reconcile", __name__, url_prefix="/reconcile")

    @routes.route("", methods=["GET", "POST"], strict_slashes=False)
    def root() -> Response:
        request.max_content_length = LONGEST
        queries, extension = sent("queries"), sent("extend")
        if queries is not None:
            return answer(service.match(read_json("queries", queries)))
        if extension is not None:
            return answer(service.extend(read_json("extend", extension)))
        if request.method == "POST":
            raise HttpError(400, "Send `queries` or `extend` as a form (application/x-www-form-urlencoded).")
        return answer(service.manifest())

    @routes.get(f"/suggest/{KIND}")
    def suggest(kind: str) -> Response:
        return answer(service.suggest(kind, sent("prefix") or "", number("cursor")))

    @routes.get("/properties")
    def properties() -> Response:
        return answer(service.propose(sent("type") or "", number("limit")))

    @routes.get(f"/flyout/{KIND}")
    def flyout(kind: str) -> Response:
        about = service.preview(kind, sent("id") or "")
        return answer({"id": about["id"], "html": render("flyout.html", **about).decode()})

    @routes.get("/preview")
    def preview() -> Response:
        about = service.preview("entity", sent("id") or "")
        view = f"{service.origin}/id/{quote(about['id'])}"
        return finish(entity(PAGE, render("preview.html", **about, view=view), {**FRESH, **FRAMEABLE}))

    return routes


def answer(document: object) -> Response:
    """Send JSON, or the script that older clients ask for by `callback`."""
    headers = FRESH if request.method == "GET" else {"Cache-Control": "no-store"}
    body = json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")
    callback = sent("callback")
    if callback is None:
        return finish(entity(JSON, body, headers))
    if not _CALLBACK.match(callback):
        raise HttpError(400, "`callback` is the name of a JavaScript function.")
    return finish(Answer(200, {**headers, "Content-Type": SCRIPT}, b"/**/" + callback.encode() + b"(" + body + b");"))
