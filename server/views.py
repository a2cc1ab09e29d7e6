"""What Flask's views share: an Answer or an HttpError becomes a response, and all carry the same headers."""

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_date

from server.answers import EVERYWHERE, PREFLIGHT, STRICT_PAGE, Answer, encode, revalidate
from server.explanations import explain
from server.problems import HttpError
from server.site.language import read_language


def finish(answer: Answer) -> Response:
    """Send an answer, coded or as a 304 as the request allows."""
    tags = request.headers.get("If-None-Match")
    if tags is None and unmodified(answer):
        tags = "*"
    sent = revalidate(encode(answer, request.headers.get("Accept-Encoding")), tags)
    return Response(sent.body, sent.status, {"Vary": "Accept-Encoding", **sent.headers})


def unmodified(answer: Answer) -> bool:
    """Whether the answer says that it is no younger than the date of If-Modified-Since."""
    since = request.if_modified_since
    modified = parse_date(answer.headers.get("Last-Modified"))
    return bool(since and modified and modified <= since)


def send_problem(problem: HttpError) -> Response:
    """Send an HttpError."""
    reader = read_language(request.args.get("lang"), request.headers.get("Accept-Language"))
    prefix = current_app.config.get("PREFIX", "")
    return finish(
        explain(problem, request.headers.get("Accept"), reader=reader, prefix=prefix, path=request.path.lstrip("/"))
    )


def translate(error: HTTPException) -> Response:
    """Send what Flask itself refuses in the one shape of errors; its redirects stay as they are."""
    status = error.code or 500
    if status < 400:
        return Response(error.get_response(request.environ).get_data(), status)
    allow = getattr(error, "valid_methods", None)
    headers = {"Allow": ", ".join(sorted(allow))} if allow else {}
    return send_problem(HttpError(status, str(error.description), headers))


def everywhere(response: Response) -> Response:
    """Add the headers of every response, and take the host that the request names out of the router's redirects."""
    for name, value in EVERYWHERE.items():
        response.headers.setdefault(name, value)
    if request.method == "OPTIONS":
        response.headers.update({**PREFLIGHT, "Access-Control-Allow-Methods": response.headers.get("Allow", "GET")})
    if response.headers.get("Location", "").startswith(request.host_url):
        response.headers["Location"] = response.headers["Location"].removeprefix(request.host_url.rstrip("/"))
        response.set_data(b"")
    if response.mimetype == "text/html":
        response.headers.setdefault("Content-Security-Policy", STRICT_PAGE)
    return response


def install(app: Flask) -> None:
    """Have an application send errors and headers so."""
    app.register_error_handler(HttpError, send_problem)
    app.register_error_handler(HTTPException, translate)
    app.after_request(everywhere)
