"""The SPARQL 1.1 Protocol for queries: from an HTTP request to the operation it asks for, or the 4xx it deserves."""

import re
from binascii import a2b_qp
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from server.problems import HttpError
from server.reading import update_refused

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
MOST_PARAMETERS = 1000
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Request(NamedTuple):
    """All that the endpoint reads of an HTTP request, so that equal requests have equal answers."""

    method: str
    query_string: str = ""
    content_type: str = ""
    body: bytes = b""
    accept: str | None = None
    accept_encoding: str | None = None
    accept_language: str | None = None
    if_none_match: str | None = None


class Operation(NamedTuple):
    """A query to run: its text, the dataset the protocol names (None: the text's own), its limit and format."""

    query: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    seconds: float
    format: str | None


def operation(request: Request, longest: int, deadline: float) -> Operation | None:
    """Read the operation; None when there is no query to run (a bare GET).

    `longest` is the most bytes a query may have, `deadline` the most seconds it may run.
    """
    parameters = fields(request.query_string, "address", longest)
    if request.method == "POST":
        parameters += posted(request, longest)
    sent: dict[str, list[str]] = {}
    for name, value in parameters:
        sent.setdefault(name, []).append(value)
    if "update" in sent:
        raise update_refused()
    queries = sent.get("query", [])
    if not queries and request.method != "POST":
        return None
    if len(queries) != 1:
        raise HttpError(400, f"Send exactly one `query` parameter, not {len(queries)}.")
    if len(queries[0].encode()) > longest:
        raise too_long(request.method, longest)
    default_graphs, named_graphs = dataset(sent.get("default-graph-uri", []), sent.get("named-graph-uri", []))
    seconds = limit(sent["timeout"][-1], deadline) if "timeout" in sent else deadline
    return Operation(
        queries[0], default_graphs, named_graphs, seconds, ",".join(sent["format"]) if "format" in sent else None
    )


def posted(request: Request, longest: int) -> list[tuple[str, str]]:
    """The parameters in the body of a POST."""
    media_type, charset = content_type(request.content_type)
    if media_type == UPDATE:
        raise update_refused()
    if not media_type:
        raise HttpError(400, f"A POST needs a Content-Type: {DIRECT} for a bare query, or {FORM}.")
    if media_type not in {FORM, DIRECT}:
        raise HttpError(415, f"Send the query as {DIRECT} or {FORM}, not {media_type}.")
    if charset not in {"", "utf-8", "utf8"}:
        raise HttpError(415, f"Send the query in UTF-8, not {charset}.")
    text = decode(request.body)
    return [("query", text)] if media_type == DIRECT else fields(text, "form", longest)


def content_type(header: str) -> tuple[str, str]:
    """Split a Content-Type into its media type and charset, in lower case."""
    media_type, *parameters = (part.strip().lower() for part in header.split(";"))
    charset = next((p.partition("=")[2].strip("\"' ") for p in parameters if p.startswith("charset")), "")
    return media_type, charset


def decode(body: bytes) -> str:
    """Decode a body that must be UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HttpError(
            400, f"The body is not UTF-8: byte {error.start} cannot be read. Send the query in UTF-8."
        ) from None


def fields(text: str, place: str, longest: int) -> list[tuple[str, str]]:
    """Parse URL-encoded parameters."""
    if len(text) > most_bytes(longest):
        raise too_long("POST" if place == "form" else "GET", longest)
    pairs = text.split("&")
    if len(pairs) > MOST_PARAMETERS:
        raise HttpError(400, f"The {place} has more than {MOST_PARAMETERS} parameters.")
    try:
        return [(unquote(name), unquote(value)) for name, _, value in (pair.partition("=") for pair in pairs) if name]
    except UnicodeError:
        raise HttpError(400, f"The parameters of the {place} are not percent-encoded UTF-8.") from None


def unquote(text: str) -> str:
    """Decode `+` and `%20`; the codec of quoted-printable does it in C, and standard code what that one mistakes."""
    text = text.replace("+", " ")
    if "%" not in text:
        return text
    if _LONE_PERCENT.search(text) or not text.isascii():
        return unquote_to_bytes(text).decode()
    return a2b_qp(text.replace("=", "=3D").replace("%", "=")).decode()


def most_bytes(longest: int) -> int:
    """The most bytes of encoded parameters that are worth reading: each byte of the query may take three."""
    return 3 * longest + 65536


def too_long(method: str, longest: int) -> HttpError:
    """The refusal of an over-long query."""
    if method == "POST":
        return HttpError(413, f"The query is longer than {longest} bytes; shorten it, or split it in several.")
    return HttpError(414, f"The query is longer than {longest} bytes; shorten it, or split it in several.")


def dataset(default: list[str], named: list[str]) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """The default and named graphs that the protocol names; both None when it names neither."""
    for iri in (*default, *named):
        if ":" not in iri or any(character in iri for character in ' <>"{}|\\^`') or not iri.isprintable():
            raise HttpError(
                400, f"'{iri}' is not an absolute IRI; default-graph-uri and named-graph-uri name graphs by IRI."
            )
    return (tuple(default), tuple(named)) if default or named else (None, None)


def limit(timeout: str, deadline: float) -> float:
    """The seconds the query may run: `timeout`, never more than the deadline."""
    try:
        seconds = min(float(timeout), deadline)
    except ValueError:
        seconds = -1.0
    if not seconds > 0:
        raise HttpError(400, f"timeout={timeout} is not a number of seconds above 0.")
    return seconds
