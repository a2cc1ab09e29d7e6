"""What the sources and the editors state, put together as one dataset, before anything is inferred from it."""

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad, Triple

from extraction.harvest import Harvest
from extraction.vocabulary import node_names
from quipreside.namespaces import Iris
from quipreside.paths import DATA
from release.dataset import Dataset
from release.inputs import read_ontology, read_turtle
from release.labels import node_labels
from release.links import link_triples
from release.terms import triples_of
from release.vocabulary import ontology_triples


def assembled(harvests: Sequence[Harvest], iris: Iris) -> Dataset:
    """The dataset before inference: the latest edition of each source is current, the others are kept aside."""
    current, past = by_age(harvests)
    evidence, superseded = NamedNode(iris.graph("evidence")), NamedNode(iris.graph("superseded"))
    editorial = frozenset(triples_of(read_turtle(DATA / "register.ttl", iris.base)))
    facts = graphs(quad for one in current for quad in one.facts(iris))
    ontology = ontology_triples(read_ontology(iris.base), iris)
    stated = editorial.union(*facts.values())
    described = {triple.subject.value for triple in stated if isinstance(triple.subject, NamedNode)}
    top = {
        "editorial": editorial | node_labels(stated, ontology, node_names(), iris),
        "links": link_triples(described, iris),
        "ontology": ontology,
        "evidence": frozenset(triples_of(quad for one in current for quad in one.evidence(evidence, iris))),
    }
    old = graphs(quad for one in past for quad in (*one.facts(iris), *one.evidence(superseded, iris)))
    return Dataset(facts, top, old, iris.graph(""))


def by_age(harvests: Sequence[Harvest]) -> tuple[list[Harvest], list[Harvest]]:
    """The latest edition of each source, and the editions that it supersedes."""
    latest = {one.edition.source: one.edition.number for one in harvests}
    current = [one for one in harvests if one.edition.number == latest[one.edition.source]]
    return current, [one for one in harvests if one not in current]


def graphs(quads: Iterable[Quad]) -> dict[str, frozenset[Triple]]:
    """Quads by the name of their graph."""
    found: dict[str, set[Triple]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            found.setdefault(quad.graph_name.value, set()).add(quad.triple)
    return {name: frozenset(triples) for name, triples in found.items()}
