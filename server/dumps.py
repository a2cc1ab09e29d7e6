"""Downloads: the files of the release under its version, and a stable *latest* that leads to them."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Blueprint, redirect, request, send_file
from werkzeug import Response

from server.dataset import File, Release
from server.problems import HttpError

IMMUTABLE = "public, max-age=31536000, immutable"


def dumps(release: Release) -> Blueprint:
    """The routes of the release's files."""
    routes = Blueprint("dumps", __name__, url_prefix="/dumps")

    @routes.get("/<version>/<name>")
    def dump(version: str, name: str) -> Response:
        file = find(release, name)
        if version == "latest":
            return redirect(f"../{release.version}/{name}", 302)
        if version != release.version:
            raise HttpError(404, f"Version {version} is not served here; /dumps/latest/{name} is.")
        return send(release.folder / name, file)

    return routes


def find(release: Release, name: str) -> File:
    """The file of this name."""
    file = release.file(name)
    if file is None:
        listed = ", ".join(entry.name for entry in release.files)
        raise HttpError(404, f"The release has no file '{name}'; it has {listed}.")
    return file


def send(path: Path, file: File) -> Response:
    """Send a file, whole or the range asked for, with its checksum as ETag."""
    response = send_file(path, file.media_type, conditional=False, etag=False)
    response.set_etag(file.sha256)
    response.last_modified = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    response.headers["Cache-Control"] = IMMUTABLE
    return response.make_conditional(request.environ, accept_ranges=True, complete_length=file.bytes)
