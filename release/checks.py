"""The checks `queries/checks/*-violation.rq`: any row fails the build, named after its file, with its first rows."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, QuerySolutions, Store

from quipreside.errors import QuiPresideError
from quipreside.namespaces import DEFAULT_BASE_IRI

SHOWN = 3


def load(quads: Iterable[Quad]) -> Store:
    """A store in memory with the quads as they will be served."""
    store = Store()
    store.bulk_extend(quads)
    return store


def violations(store: Store, check: Path, base: str) -> list[str]:
    """The rows of one check, each as `?variable value` words."""
    text = check.read_text(encoding="utf-8").replace(DEFAULT_BASE_IRI, base)
    try:
        rows = store.query(text)
    except SyntaxError as error:
        raise QuiPresideError(f"{check.name}: this is not SPARQL ({error.msg}).") from None
    if not isinstance(rows, QuerySolutions):
        raise QuiPresideError(f"{check.name}: a check is a SELECT query.")
    return [", ".join(f"{name.value} {row[name]}" for name in rows.variables if row[name] is not None) for row in rows]


def run_checks(store: Store, folder: Path, base: str) -> int:
    """Run every check and return how many passed; raise QuiPresideError for the first that has a row."""
    checks = sorted(folder.glob("*-violation.rq"))
    for check in checks:
        if rows := violations(store, check, base):
            shown = "; ".join(rows[:SHOWN])
            raise QuiPresideError(f"check {check.stem}: {len(rows)} row(s), the first: {shown}.")
    return len(checks)
