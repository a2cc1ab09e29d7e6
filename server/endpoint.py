"""The SPARQL endpoint: from a request to an answer, through the cache or a query process."""

import re
from collections.abc import Callable
from functools import cache, partial
from urllib.parse import parse_qsl

from quipreside.settings import Settings
from server.answers import PREFLIGHT, STRICT_PAGE, Answer, encode, entity, revalidate
from server.cache import Cache, Flights
from server.clauses import merged_dataset
from server.engine import RETRY, Engine
from server.explanations import explain
from server.formats import GRAPHS, PAGE, RESULTS, Format, by_spelling
from server.negotiation import not_acceptable, require, wants_gzip
from server.problems import HttpError
from server.protocol import METHODS, Operation, Request, operation
from server.reading import Reading, read
from server.site.frame import reader_of
from server.site.querying import QueryPage
from server.wire import Question, Reply, Status

# The editor's table styles its column grips with one element, allowed by its content.
EDITOR_PAGE = f"{STRICT_PAGE}; style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
ALLOW = ", ".join(METHODS)
FRESH = "public, max-age=60"
OFFERED_RESULTS = (*RESULTS, PAGE)
OFFERED_GRAPHS = (*GRAPHS, PAGE)
DOWNLOADS = {"csv", "tsv"}
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)

Describe = Callable[[Format], bytes]


class Endpoint:
    """Answer requests to `/sparql` from one release.

    `iri` is where it answers, the base of relative IRIs; `describe` writes the service description in a graph format;
    `page` is what a browser gets.
    """

    def __init__(self, settings: Settings, engine: Engine, iri: str, describe: Describe, page: QueryPage) -> None:
        self.longest = settings.count("query_length")
        self.deadline = settings.number("deadline")
        self.largest = settings.count("answer_size")
        self.engine, self.iri, self.describe, self.page = engine, iri, describe, page
        self.answers: Cache[Answer] = Cache(settings.count("cache_size") // 2)
        self.flights: Flights[Answer] = Flights()

    def respond(self, request: Request) -> Answer:
        """Answer a request, an error included."""
        try:
            return revalidate(self.answer(request), request.if_none_match)
        except HttpError as problem:
            reader = reader_of(request.query_string, request.accept_language)
            return explain(
                problem,
                request.accept,
                reader=reader,
                prefix=self.page.prefix,
                path="sparql",
                query=sent_query(request),
            )

    def answer(self, request: Request) -> Answer:
        """Answer a request or raise an HttpError."""
        if request.method == "OPTIONS":
            return Answer(204, {"Allow": ALLOW, "Access-Control-Allow-Methods": ALLOW, **PREFLIGHT})
        if request.method not in METHODS:
            raise HttpError(405, f"{request.method} does nothing here; send {ALLOW}.", {"Allow": ALLOW})
        asked = operation(request, self.longest, self.deadline)
        if asked is None:
            return encode(self.introduce(request), request.accept_encoding)
        reading = read(asked.query)
        if asked.default_graphs is None and "FROM" in asked.query.upper() and (dataset := merged_dataset(asked.query)):
            asked = asked._replace(default_graphs=dataset[0], named_graphs=dataset[1])
        chosen = choose_format(asked, reading, request.accept)
        if chosen is PAGE:
            return encode(self.show(request, asked, reading), request.accept_encoding)
        return self.keep(asked, reading, chosen, request.accept_encoding)

    def introduce(self, request: Request) -> Answer:
        """Answer a request without a query: the service description, or the query page for a browser."""
        chosen = require(request.accept, OFFERED_GRAPHS)
        reader = reader_of(request.query_string, request.accept_language)
        body = self.page.show(reader, "") if chosen is PAGE else self.describe(chosen)
        return entity(chosen.content_type, body, headers_of(chosen, FRESH))

    def keep(self, asked: Operation, reading: Reading, chosen: Format, accept_encoding: str | None) -> Answer:
        """Answer from the cache, or run the query once for all who wait for it and keep what it gives."""
        if reading.volatile:
            return encode(self.run(asked, chosen, "no-store"), accept_encoding)
        coding = "gzip" if wants_gzip(accept_encoding) else ""
        key = asked.query, asked.default_graphs, asked.named_graphs, chosen.name, coding
        answer = self.answers.get(key)
        if answer:
            return answer._replace(repeated=True)
        task = partial(self.run, asked, chosen, FRESH)
        answer = encode(self.flights.once((key, asked.seconds), task), coding)
        self.answers.put(key, answer, len(answer.body) + len(asked.query))
        return answer

    def run(self, asked: Operation, chosen: Format, freshness: str) -> Answer:
        """Have a query process answer, and give its answer the headers of its format."""
        return entity(chosen.content_type, self.ask(asked, chosen), headers_of(chosen, freshness))

    def show(self, request: Request, asked: Operation, reading: Reading) -> Answer:
        """Have a query process answer, and show its answer on a page."""
        answer = self.ask(asked, (GRAPHS if reading.gives_graph else RESULTS)[0])
        reader = reader_of(request.query_string, request.accept_language)
        body = self.page.show(reader, asked.query, answer, reading.gives_graph)
        return entity(PAGE.content_type, body, headers_of(PAGE, "no-store" if reading.volatile else FRESH))

    def ask(self, asked: Operation, chosen: Format) -> bytes:
        """The bytes that a query process answers with; raise an HttpError when it cannot."""
        question = Question(asked.query, chosen.name, asked.default_graphs, asked.named_graphs, self.iri)
        reply = self.engine.ask(question, asked.seconds)
        if reply.status is not Status.ANSWER:
            raise failure(reply, asked.query, chosen, self.largest)
        return reply.body


def sent_query(request: Request) -> str:
    """The query in an address, so that a page can offer it again."""
    return dict(parse_qsl(request.query_string, errors="replace")).get("query", "")


def choose_format(asked: Operation, reading: Reading, accept: str | None) -> Format:
    """The format that `format=` or Accept asks for, among those of the query's form."""
    offers = OFFERED_GRAPHS if reading.gives_graph else OFFERED_RESULTS
    if asked.format is None:
        return require(accept, offers)
    chosen = by_spelling(asked.format, offers)
    if chosen is None:
        raise not_acceptable(offers, f"format={asked.format} does not exist for {reading.form}")
    return chosen


@cache
def headers_of(chosen: Format, freshness: str) -> dict[str, str]:
    """The headers that come with a format."""
    headers = {
        "Cache-Control": freshness,
        "Vary": "Accept, Accept-Encoding, Accept-Language" if chosen is PAGE else "Accept, Accept-Encoding",
    }
    if chosen.name in DOWNLOADS:
        headers["Content-Disposition"] = f'attachment; filename="results.{chosen.extension}"'
    return headers | ({"Content-Security-Policy": EDITOR_PAGE} if chosen is PAGE else {})


def failure(reply: Reply, query: str, source: Format, largest: int) -> HttpError:
    """The HttpError that an unsuccessful reply is to the client."""
    message = reply.body.decode("utf-8", "replace")
    if reply.status is Status.SYNTAX:
        return syntax_error(message, query)
    if reply.status is Status.EVALUATION:
        return HttpError(400, f"The query cannot be evaluated: {message}.")
    if reply.status is Status.UNWRITABLE:
        return HttpError(
            406, f"The answer holds a control character that {source.label} cannot write; ask for another format."
        )
    return HttpError(503, f"The answer is larger than {largest} bytes; add a LIMIT, or download the dumps.", RETRY)


def syntax_error(message: str, query: str) -> HttpError:
    """A syntax error with its position and the line it is in, marked by a caret."""
    found = _POSITION.match(message)
    if not found:
        return HttpError(400, f"The query is not valid SPARQL 1.1: {message}.")
    line, column = int(found[1]), int(found[2])
    text = query.splitlines()[line - 1] if line <= len(query.splitlines()) else ""
    caret = f"{text}\n{' ' * (column - 1)}^"
    expected = plain(found[3])
    return HttpError(
        400,
        f"The query is not valid SPARQL 1.1: line {line}, column {column}: {expected}.",
        extras={"line": line, "column": column, "near": caret},
    )


def plain(expected: str) -> str:
    """The engine's list of what it expected, without its character classes."""
    words = re.sub(r"\[[^\]]*\]|\s+", " ", expected)
    return re.sub(r"(?:\s*[,|]\s*)+$|(?<=,)(?:\s*,)+", "", words).strip() or "something else was expected"
