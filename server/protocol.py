"""The SPARQL 1.1 Protocol for queries: from an HTTP request to the operation it asks for, or the 4xx it deserves."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl

from server.problems import HttpError
from server.reading import update_refused

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
MOST_PARAMETERS = 1000

Parameters = Sequence[tuple[str, str]]


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
        parameters = [*parameters, *posted(request, longest)]
    if any(name == "update" for name, _ in parameters):
        raise update_refused()
    queries = values(parameters, "query")
    if not queries and request.method != "POST":
        return None
    if len(queries) != 1:
        raise HttpError(400, f"Send exactly one `query` parameter, not {len(queries)}.")
    if len(queries[0].encode()) > longest:
        raise too_long(request.method, longest)
    default_graphs, named_graphs = dataset(parameters)
    formats = values(parameters, "format")
    seconds = limit(parameters, deadline)
    return Operation(queries[0], default_graphs, named_graphs, seconds, formats[-1] if formats else None)


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
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise HttpError(400, f"The parameters of the {place} are not percent-encoded UTF-8.") from None
    except ValueError:
        raise HttpError(400, f"The {place} has more than {MOST_PARAMETERS} parameters.") from None


def most_bytes(longest: int) -> int:
    """The most bytes of encoded parameters that are worth reading: each byte of the query may take three."""
    return 3 * longest + 65536


def too_long(method: str, longest: int) -> HttpError:
    """The refusal of an over-long query."""
    if method == "POST":
        return HttpError(413, f"The query is longer than {longest} bytes; shorten it, or split it in several.")
    return HttpError(414, f"The query is longer than {longest} bytes; shorten it, or split it in several.")


def values(parameters: Parameters, name: str) -> list[str]:
    """The values of a parameter, in order."""
    return [value for key, value in parameters if key == name]


def dataset(parameters: Parameters) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """The default and named graphs that the protocol names; both None when it names neither."""
    default, named = values(parameters, "default-graph-uri"), values(parameters, "named-graph-uri")
    for iri in (*default, *named):
        if ":" not in iri or any(character in iri for character in ' <>"{}|\\^`') or not iri.isprintable():
            raise HttpError(
                400, f"'{iri}' is not an absolute IRI; default-graph-uri and named-graph-uri name graphs by IRI."
            )
    return (tuple(default), tuple(named)) if default or named else (None, None)


def limit(parameters: Parameters, deadline: float) -> float:
    """The seconds the query may run: `timeout`, never more than the deadline."""
    sent = values(parameters, "timeout")
    try:
        seconds = min(float(sent[-1]), deadline) if sent else deadline
    except ValueError:
        seconds = -1.0
    if not seconds > 0:
        raise HttpError(400, f"timeout={sent[-1]} is not a number of seconds above 0.")
    return seconds
