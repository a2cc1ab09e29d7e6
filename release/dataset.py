"""The dataset of a release: its named graphs, and the default graph that is made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from quipreside.namespaces import EXTERNAL_PREFIXES
from release.terms import in_graph

RDF_TYPE = NamedNode(EXTERNAL_PREFIXES["rdf"] + "type")


@dataclass(frozen=True)
class Dataset:
    """Triples by graph: those of the current passages by passage, and the top-level graphs by name.

    `top` holds `editorial`, `links`, `ontology`, `inferred`, `evidence`, and whatever later stages add (`why`,
    `provenance`); `aside` names those of them that are named graphs only, and `old` the graphs of superseded editions.
    """

    passages: Mapping[str, frozenset[Triple]]
    top: Mapping[str, frozenset[Triple]]
    old: Mapping[str, frozenset[Triple]]
    graph_base: str
    aside: frozenset[str] = frozenset({"provenance", "catalogue"})

    def asserted(self) -> frozenset[Triple]:
        """What the current passages state."""
        return frozenset().union(*self.passages.values())

    def stated(self) -> frozenset[Triple]:
        """What the current passages and the editors state: the reasoner's input."""
        return self.asserted() | self.top.get("editorial", frozenset())

    def facts(self) -> list[Quad]:
        """The facts, names, links and inferences, without evidence."""
        names = ("editorial", "links", "inferred")
        return in_graph(self.asserted().union(*(self.top.get(name, frozenset()) for name in names)), DefaultGraph())

    def graph(self, name: str) -> list[Quad]:
        """The triples of a top-level graph, of none where it does not exist."""
        return in_graph(self.top.get(name, frozenset()), DefaultGraph())

    def default(self) -> list[Quad]:
        """The default graph: each triple of the current graphs, once."""
        return in_graph(self._default, DefaultGraph())

    def named(self) -> list[Quad]:
        """Every named graph, superseded editions included."""
        graphs: list[tuple[str, Iterable[Triple]]] = [*self.passages.items(), *self.old.items()]
        graphs += [(self.graph_base + name, triples) for name, triples in self.top.items()]
        return [quad for name, triples in graphs for quad in in_graph(triples, NamedNode(name))]

    def served(self) -> list[Quad]:
        """Exactly what the endpoint serves."""
        return self.default() + self.named()

    @cached_property
    def _default(self) -> frozenset[Triple]:
        current = (triples for name, triples in self.top.items() if name not in self.aside)
        return self.asserted().union(*current)
