"""HTTP answers as plain values, and what each gets: an ETag, a coding, a 304 when nothing changed."""

import gzip
import hashlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import NamedTuple

from server.negotiation import wants_gzip

SMALLEST_GZIP = 1024
GZIP_LEVEL = 5

EVERYWHERE: dict[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Accept-Ranges, Content-Disposition, Content-Location, Content-Range, ETag, Link, Location, Retry-After"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
PREFLIGHT: dict[str, str] = {
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match, If-Modified-Since, Range",
    "Access-Control-Max-Age": "86400",
}
STRICT_PAGE = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


class Answer(NamedTuple):
    """An HTTP answer: a status, headers and the whole body; `repeated` when it was given before."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    repeated: bool = False

    @property
    def line(self) -> str:
        """The status line, as WSGI wants it."""
        return f"{self.status} {HTTPStatus(self.status).phrase}"


def entity(content_type: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    """A 200 with a strong ETag."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    return Answer(200, {"Content-Type": content_type, "ETag": tag, **headers}, body)


def encode(answer: Answer, accept_encoding: str | None) -> Answer:
    """Compress an answer that is worth it, when gzip is welcome; its ETag says which coding it is."""
    if len(answer.body) < SMALLEST_GZIP or not wants_gzip(accept_encoding):
        return answer
    headers = {**answer.headers, "Content-Encoding": "gzip"}
    if "ETag" in headers:
        headers["ETag"] = headers["ETag"][:-1] + '-gzip"'
    return Answer(answer.status, headers, gzip.compress(answer.body, GZIP_LEVEL, mtime=0))


def revalidate(answer: Answer, if_none_match: str | None) -> Answer:
    """A 304 instead of an answer that the client has."""
    tag = answer.headers.get("ETag")
    if answer.status != 200 or not tag or not if_none_match:
        return answer
    known = {candidate.strip().removeprefix("W/") for candidate in if_none_match.split(",")}
    if tag not in known and "*" not in known:
        return answer
    return Answer(304, {name: value for name, value in answer.headers.items() if not name.startswith("Content-")})
