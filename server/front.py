"""The WSGI application in front of Flask: it answers `/sparql` itself, equal requests by looking them up.

One pass through Flask costs more than most queries, so the endpoint is mounted before it; all else goes to Flask.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from server.answers import EVERYWHERE, Answer
from server.cache import Cache
from server.endpoint import Endpoint
from server.protocol import Request, most_bytes

if TYPE_CHECKING:
    from _typeshed.wsgi import InputStream, StartResponse, WSGIApplication, WSGIEnvironment

CHUNK = 1 << 18
MOST_DRAINED = 1 << 26
PATHS = frozenset({"/sparql", "/sparql/"})
Sent = tuple[str, list[tuple[str, str]], list[bytes]]


class Front:
    """Mount an endpoint before a WSGI application."""

    def __init__(self, endpoint: Endpoint, behind: "WSGIApplication", budget: int) -> None:
        self.endpoint, self.behind = endpoint, behind
        self.known: Cache[Sent] = Cache(budget)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        if environ["PATH_INFO"] not in PATHS:
            return self.behind(environ, start_response)
        request = read_request(environ, self.endpoint.longest)
        sent = self.known.get(request)
        if sent is None:
            answer = self.endpoint.respond(request)
            sent = lay_out(answer, request.method == "HEAD")
            if answer.headers.get("Cache-Control", "no-store") != "no-store":
                self.known.put(request, sent, len(answer.body) + len(request.query_string) + len(request.body))
        status, headers, body = sent
        start_response(status, headers)
        return body


def read_body(stream: "InputStream", most: int) -> bytes:
    """Read at most so many bytes, and let go of the rest: a client that is still sending would not hear the refusal."""
    body = stream.read(most)
    drained = len(body)
    while len(body) == most and drained < MOST_DRAINED and (chunk := stream.read(CHUNK)):
        drained += len(chunk)
    return body


def read_request(environ: "WSGIEnvironment", longest: int) -> Request:
    """Read what the endpoint needs of a WSGI environment; of a body, one byte more than the most it may have."""
    get: Callable[..., str] = environ.get
    method = environ["REQUEST_METHOD"]
    body = read_body(environ["wsgi.input"], most_bytes(longest) + 1) if method == "POST" else b""
    return Request(
        method,
        get("QUERY_STRING", ""),
        get("CONTENT_TYPE", ""),
        body,
        get("HTTP_ACCEPT"),
        get("HTTP_ACCEPT_ENCODING"),
        get("HTTP_ACCEPT_LANGUAGE"),
        get("HTTP_IF_NONE_MATCH"),
    )


def lay_out(answer: Answer, head: bool) -> Sent:
    """An answer as WSGI sends it."""
    headers = [*answer.headers.items(), *EVERYWHERE.items()]
    if answer.status not in {204, 304}:
        headers.append(("Content-Length", str(len(answer.body))))
    return answer.line, headers, [b"" if head else answer.body]
