"""How an HttpError is sent: a page to a browser, `application/problem+json` to everyone else."""

from server.answers import STRICT_PAGE, Answer
from server.formats import PAGE, Format
from server.negotiation import choose
from server.pages import render
from server.problems import MEDIA_TYPE, HttpError
from server.site.frame import framed
from server.site.language import Reader

PROBLEM = Format("problem", MEDIA_TYPE, "json", "", "problem details", "", ("application/json",))
FRENCH = Reader()


def explain(
    problem: HttpError,
    accept: str | None,
    *,
    reader: Reader = FRENCH,
    prefix: str = "",
    path: str = "",
    query: str = "",
) -> Answer:
    """The answer that tells an HttpError; a page offers the `query` at fault again."""
    headers = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language", **problem.headers}
    if choose(accept, (PROBLEM, PAGE)) is not PAGE:
        return Answer(problem.status, {"Content-Type": MEDIA_TYPE, **headers}, problem.to_json())
    body = render("problem.html", **framed(reader, prefix, path), problem=problem, query=query)
    return Answer(
        problem.status, {"Content-Type": PAGE.content_type, "Content-Security-Policy": STRICT_PAGE, **headers}, body
    )
