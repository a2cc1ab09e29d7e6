"""Downloads: the files of each release under its version, for ever, and a stable *latest* that leads to them."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, redirect, request
from werkzeug import Response
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from server.answers import entity
from server.dataset import MANIFEST, File, Release, read_release
from server.negotiation import wants_gzip
from server.problems import HttpError
from server.views import finish

IMMUTABLE = "public, max-age=31536000, immutable"
SHORT = "public, max-age=60"
LATEST = "latest"
PIECE = 1 << 18
SUMS = "SHA256SUMS"
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)+(?:-[a-z0-9]+)*\Z")
_ONE_RANGE = re.compile(r"bytes=(?:\d+-\d*|-\d+)\Z")


def dumps(release: Release) -> Blueprint:
    """The routes of the files of this release, and of older ones that lie beside it."""
    routes = Blueprint("dumps", __name__, url_prefix="/dumps")

    @routes.get("/<version>/")
    def listing(version: str) -> Response:
        if version == LATEST:
            return moved(f"../{release.version}/")
        manifest = (find_release(release, version).folder / MANIFEST).read_bytes()
        return finish(entity("application/json", manifest, {"Cache-Control": SHORT}))

    @routes.get("/<version>/<name>")
    def dump(version: str, name: str) -> Response:
        if version == LATEST:
            return moved(f"../{release.version}/{find_file(release, name).name}")
        held = find_release(release, version)
        return send(held.folder, find_file(held, name))

    return routes


def moved(location: str) -> Response:
    """The redirect from *latest* to the version that it is now."""
    response = redirect(location, 302)
    response.headers["Cache-Control"] = SHORT
    return response


def find_release(release: Release, version: str) -> Release:
    """The release of a version: the one served, or one beside it."""
    if version == release.version:
        return release
    folder = release.folder.parent / version
    if not _VERSION.match(version) or not (folder / MANIFEST).is_file():
        raise HttpError(404, f"Version {version} is not here; /dumps/{LATEST}/ leads to {release.version}.")
    return older(folder)


@lru_cache(maxsize=64)
def older(folder: Path) -> Release:
    """An older release, whose files never change."""
    return read_release(folder)


def find_file(release: Release, name: str) -> File:
    """The file of this name among those the manifest lists, or their checksums."""
    file = checksums(release) if name == SUMS else release.file(name)
    if file is None:
        listed = ", ".join(entry.name for entry in release.files)
        raise HttpError(404, f"Version {release.version} has no file '{name}'; it has {listed}, {SUMS}.")
    return file


def checksums(release: Release) -> File | None:
    """The list of checksums, which states none of its own; none when the release has no such list."""
    path = release.folder / SUMS
    if not path.is_file():
        return None
    content = path.read_bytes()
    return File(SUMS, "text/plain; charset=utf-8", len(content), hashlib.sha256(content).hexdigest())


def send(folder: Path, file: File) -> Response:
    """Send a file, whole or the range asked for, compressed when that is welcome and lies ready."""
    wanted = request.headers.get("Range", "")
    packed = folder / f"{file.name}.gz"
    coded = not wanted and wants_gzip(request.headers.get("Accept-Encoding")) and packed.is_file()
    path = packed if coded else folder / file.name
    size = path.stat().st_size
    response = Response(pieces(path), content_type=file.media_type, direct_passthrough=True)
    response.content_length = size
    response.set_etag(f"{file.sha256}-gzip" if coded else file.sha256)
    response.last_modified = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    response.headers.update({"Cache-Control": IMMUTABLE, "Vary": "Accept-Encoding"})
    if coded:
        response.headers["Content-Encoding"] = "gzip"
    ignored = "" if _ONE_RANGE.match(wanted) else "HTTP_RANGE"
    environ = {name: value for name, value in request.environ.items() if name != ignored}
    try:
        return response.make_conditional(environ, accept_ranges=not coded, complete_length=size)
    except RequestedRangeNotSatisfiable:
        raise HttpError(
            416, f"{file.name} has {size} bytes; ask for a range within them.", {"Content-Range": f"bytes */{size}"}
        ) from None


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file, piece by piece; it is opened when the first is asked for."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
