"""What the files of a release are made of: the dataset, and what can be computed from it once for several files."""

from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Quad, QueryResultsFormat, QuerySolutions, Store

from quipreside.errors import QuiPresideError
from quipreside.namespaces import DEFAULT_BASE_IRI, Iris
from quipreside.paths import QUERIES
from release.checks import load
from release.dataset import Dataset


@dataclass(frozen=True)
class Contents:
    """A dataset on its way to files; `iris` mints the IRIs of its base."""

    dataset: Dataset
    iris: Iris

    @cached_property
    def default(self) -> list[Quad]:
        """The default graph, in the order of its lines."""
        return ordered(self.dataset.default())

    @cached_property
    def served(self) -> list[Quad]:
        """The served dataset, in the order of its N-Quads lines, which is the canonical one."""
        return ordered(self.dataset.served())

    @cached_property
    def facts(self) -> list[Quad]:
        """The facts without evidence or quotes."""
        return ordered(self.dataset.facts())

    @cached_property
    def store(self) -> Store:
        """The default graph, to be asked."""
        return load(self.default)

    def graph(self, name: str) -> list[Quad]:
        """A top-level graph, as triples of the default graph."""
        return ordered(self.dataset.graph(name))

    def table(self, name: str) -> bytes:
        """The answer to `queries/tables/<name>.rq` as CSV: a header, one row a line, in the query's order."""
        text = (QUERIES / "tables" / f"{name}.rq").read_text(encoding="utf-8")
        rows = self.store.query(text.replace(DEFAULT_BASE_IRI, self.iris.base))
        if not isinstance(rows, QuerySolutions):
            raise QuiPresideError(f"queries/tables/{name}.rq: a table is a SELECT query.")
        return rows.serialize(format=QueryResultsFormat.CSV) or b""


def ordered(quads: list[Quad]) -> list[Quad]:
    """Sort quads by their N-Quads lines."""
    return sorted(quads, key=str)
