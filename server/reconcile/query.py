"""Queries as they are sent: read strictly, with a sentence for what is wrong."""

from dataclasses import dataclass
from math import isfinite

from server.problems import HttpError

USUAL, MOST = 10, 100
STRICT = ("any", "all", "should")


@dataclass(frozen=True)
class Wanted:
    """A property and the values that a candidate should have for it: names, numbers, or slugs."""

    pid: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """One query: a name, types and how they restrict, properties, and the most candidates to give."""

    name: str
    types: tuple[str, ...]
    strict: str
    properties: tuple[Wanted, ...]
    limit: int


def read_query(name: str, sent: object) -> Query:
    """Read one query of a batch; raise the 400 that says what is wrong with it."""
    if not isinstance(sent, dict):
        raise HttpError(400, f'Query \'{name}\' is not a JSON object; send {{"query": "…"}}.')
    types, strict = sent.get("type", []), sent.get("type_strict", "any")
    types = [types] if isinstance(types, str) else types
    types = [one.get("id") if isinstance(one, dict) else one for one in types] if isinstance(types, list) else [None]
    if not all(isinstance(one, str) for one in types) or strict not in STRICT:
        raise HttpError(
            400, f"Query '{name}': `type` is an id or a list of ids, `type_strict` one of {', '.join(STRICT)}."
        )
    limit = sent.get("limit", USUAL)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not isfinite(limit):
        raise HttpError(400, f"Query '{name}': `limit` is a number.")
    properties = sent.get("properties", [])
    if not isinstance(properties, list):
        raise HttpError(400, f'Query \'{name}\': `properties` is a list of {{"pid": "…", "v": …}}.')
    query = sent.get("query", "")
    wanted = tuple(read_wanted(name, one) for one in properties)
    return Query(str(query or ""), tuple(types), strict, wanted, min(max(int(limit), 1), MOST))


def read_wanted(name: str, sent: object) -> Wanted:
    """Read one property of a query."""
    if not isinstance(sent, dict) or not isinstance(sent.get("pid"), str) or "v" not in sent:
        raise HttpError(400, f'Query \'{name}\': each of `properties` is {{"pid": "…", "v": …}}.')
    values = sent["v"] if isinstance(sent["v"], list) else [sent["v"]]
    return Wanted(sent["pid"], tuple(map(written, values)))


def written(value: object) -> str:
    """A value as it is compared: the id of an entity, a whole number without a point."""
    if isinstance(value, dict):
        return str(value.get("id", ""))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
