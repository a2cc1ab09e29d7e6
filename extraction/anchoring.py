"""Anchoring on a verbatim quote and the words beside it, and reading the files whose tables are so anchored."""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from extraction.model import Span
from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris

TABLES = ("statement", "decision")


def read_tables(file: Path, kind: str, fields: Collection[str], needed: set[str]) -> list[dict[str, str]]:
    """The `[[kind]]` tables of a file, none where there is no file; raise QuiPresideError for a malformed one."""
    if not file.exists():
        return []
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise QuiPresideError(f"{file.name}: this is not TOML ({error}).") from error
    if unknown := set(tables) - set(TABLES):
        raise QuiPresideError(f"{file.name}: unknown table {', '.join(sorted(unknown))}; known: {', '.join(TABLES)}.")
    rows: list[dict[str, str]] = tables.get(kind, [])
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        where = f"{file.name}, {kind} {row.get('id', number)}"
        if unknown := set(row) - set(fields):
            raise QuiPresideError(
                f"{where}: unknown field {', '.join(sorted(unknown))}; known: {', '.join(sorted(fields))}."
            )
        if missing := needed - set(row):
            raise QuiPresideError(f"{where}: {', '.join(sorted(missing))} is missing.")
        if row["id"] in seen:
            raise QuiPresideError(f"{where}: the id stands twice.")
        seen.add(row["id"])
    return rows


def turtle(graph: str, where: str, iris: Iris) -> tuple[Triple, ...]:
    """Parse a graph pattern, the project's prefixes implied; raise QuiPresideError naming its table."""
    header = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in iris.prefixes().items())
    try:
        quads = list(parse(header + graph, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise QuiPresideError(f"{where}: the graph is not Turtle ({error.msg}).") from error
    if not all(isinstance(quad.subject, NamedNode) for quad in quads):
        raise QuiPresideError(f"{where}: name the node; blank nodes are not published.")
    return tuple(sorted((quad.triple for quad in quads), key=str))


def occurrences(text: str, before: str, quote: str, after: str) -> list[Span]:
    """Every place of a quote between its neighbours, in whole words; overlapping ones too."""
    anchor = before + quote + after
    opening, closing = (r"\b" if edge.isalnum() else "" for edge in (anchor[:1], anchor[-1:]))
    starts = [found.start() + len(before) for found in re.finditer(f"{opening}(?={re.escape(anchor)}{closing})", text)]
    return [Span(start, start + len(quote)) for start in starts]
