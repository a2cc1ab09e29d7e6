"""How an HttpError is sent: a page to a browser, `application/problem+json` to everyone else."""

from server.answers import STRICT_PAGE, Answer
from server.formats import PAGE, Format
from server.negotiation import choose
from server.pages import render
from server.problems import MEDIA_TYPE, HttpError

PROBLEM = Format("problem", MEDIA_TYPE, "json", "", "problem details", "", ("application/json",))


def explain(problem: HttpError, accept: str | None) -> Answer:
    """The answer that tells an HttpError."""
    headers = {"Cache-Control": "no-store", "Vary": "Accept", **problem.headers}
    if choose(accept, (PROBLEM, PAGE)) is not PAGE:
        return Answer(problem.status, {"Content-Type": MEDIA_TYPE, **headers}, problem.to_json())
    body = render("problem.html", problem=problem)
    return Answer(
        problem.status, {"Content-Type": PAGE.content_type, "Content-Security-Policy": STRICT_PAGE, **headers}, body
    )
