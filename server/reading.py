"""What a query's tokens say before it runs: its form, whether it leaves the server, whether its answer varies.

The engine's grammar lets a keyword touch what precedes it (`1SERVICE<…>`), so words are compared by their ending,
and an `<…>` that could hide a comparison and then `SERVICE#` is read both as an IRI and as what lies inside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from server.problems import HttpError

FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "ADD", "MOVE", "COPY", "WITH"})
VOLATILE = ("NOW", "RAND", "UUID", "BNODE")
NOTABLE = ("SERVICE", *VOLATILE)

TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*+\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+'{3}
      | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+')
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d][\w.-]*)?:(?:[\w:%-]|\\.|\.(?=[\w:%\\-]))*)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<word>[A-Za-z]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_HEAD = re.compile(
    r"(?:\s++|#[^\n\r]*+|BASE\s*+<[^>]*+>|PREFIX\s*+[^\s:<#]*+:\s*+<[^>]*+>)*+(SELECT|ASK|CONSTRUCT|DESCRIBE)(?![\w:])",
    re.IGNORECASE,
)
_HIDING = re.compile(r"\).*service.*#", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """What the tokens say: the query form, and whether two runs may give different answers."""

    form: str
    volatile: bool

    @property
    def gives_graph(self) -> bool:
        """Whether the answer is a graph rather than a table or a boolean."""
        return self.form in {"CONSTRUCT", "DESCRIBE"}


def read(query: str) -> Reading:
    """Read a query's tokens; raise an HttpError for an update, a federated query or something that is no query."""
    head, upper = _HEAD.match(query), query.upper()
    if head and not any(word in upper for word in NOTABLE):
        return Reading(head[1].upper(), False)
    tokens = list(words(query))
    if any(word.endswith("SERVICE") for word in tokens):
        raise HttpError(
            403, "SERVICE is refused: this endpoint calls no other. Ask the other endpoint to call this one."
        )
    return Reading(head[1].upper() if head else form(tokens), any(word.endswith(VOLATILE) for word in tokens))


def words(query: str) -> Iterator[str]:
    """The keywords and bare words of a query in upper case, in order."""
    for token in TOKEN.finditer(query):
        if token.lastgroup == "word":
            yield token.group().upper()
        elif token.lastgroup == "iri" and _HIDING.search(token.group()):
            yield from words(query[token.start() + 1 :])


def form(tokens: list[str]) -> str:
    """The query form, the first keyword after the prologue."""
    first = next((word for word in tokens if word not in {"BASE", "PREFIX", "VERSION"}), "")
    if first in UPDATES:
        raise update_refused()
    if first not in FORMS:
        raise HttpError(
            400,
            "This is not a SPARQL query: after any PREFIX and BASE, it begins with SELECT, ASK, CONSTRUCT or DESCRIBE.",
        )
    return first


def update_refused() -> HttpError:
    """The refusal of SPARQL Update."""
    return HttpError(
        403, "Updates are refused: this endpoint is read-only. Send a SELECT, ASK, CONSTRUCT or DESCRIBE query."
    )
