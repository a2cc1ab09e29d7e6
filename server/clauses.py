"""The FROM clauses of a query, read so that graphs merged by it are merged as sets.

The engine counts a triple of two such graphs twice; named through the protocol's parameters, the child merges them.
"""

import re
from collections.abc import Iterator

from server.reading import TOKEN

ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

Dataset = tuple[tuple[str, ...], tuple[str, ...]]


def merged_dataset(query: str) -> Dataset | None:
    """The default and named graphs of a query with several FROM clauses of absolute IRIs; None for all others."""
    tokens = list(outermost(query))
    prefixes = {
        following[0]: following[1][1:-1]
        for word, *following in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if word.upper() == "PREFIX"
    }
    default: list[str] = []
    named: list[str] = []
    for word, first, second in zip(tokens, [*tokens[1:], ""], [*tokens[2:], "", ""], strict=False):
        if word.upper() == "FROM":
            is_named = first.upper() == "NAMED"
            (named if is_named else default).append(absolute(second if is_named else first, prefixes))
    if len(default) < 2 or not all(map(ABSOLUTE.match, (*default, *named))):
        return None
    return tuple(default), tuple(named)


def outermost(query: str) -> Iterator[str]:
    """The tokens outside all braces, comments and spaces left out."""
    depth = 0
    for token in TOKEN.finditer(query):
        text = token.group()
        if token.lastgroup == "other":
            depth += (text == "{") - (text == "}")
        if not depth and token.lastgroup != "comment" and not text.isspace():
            yield text


def absolute(name: str, prefixes: dict[str, str]) -> str:
    """The IRI that a reference or a prefixed name stands for; empty when it cannot be told without the engine."""
    if name.startswith("<"):
        return name[1:-1]
    prefix, _, local = name.partition(":")
    return "" if "\\" in local else prefixes.get(f"{prefix}:", "") + local
