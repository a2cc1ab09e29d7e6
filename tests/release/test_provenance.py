"""The provenance: every graph of the dataset, and no other, with its activity, its agent and its rights."""

from importlib.metadata import version

import page
from pyoxigraph import NamedNode

from quipreside.namespaces import EXTERNAL_PREFIXES
from release.dataset import Dataset
from release.provenance import LICENCE, TOP_GRAPHS

PROV, DCTERMS = EXTERNAL_PREFIXES["prov"], EXTERNAL_PREFIXES["dcterms"]


def values(dataset: Dataset, subject: str, predicate: str) -> set[str]:
    found = (t for t in dataset.top["provenance"] if t.subject == NamedNode(subject))
    return {triple.object.value for triple in found if triple.predicate.value == predicate}


def test_provenance_describes_the_graphs_of_the_dataset_and_no_other(dataset: Dataset) -> None:
    described = {
        triple.subject.value.rpartition("/")[2]
        for triple in dataset.top["provenance"]
        if triple.predicate.value == f"{PROV}wasGeneratedBy"
    }
    assert described == set(dataset.top)


def test_provenance_every_activity_has_an_agent(dataset: Dataset) -> None:
    for name in dataset.top:
        (activity,) = values(dataset, page.IRIS.graph(name), f"{PROV}wasGeneratedBy")
        (agent,) = values(dataset, activity, f"{PROV}wasAssociatedWith")
        assert len(values(dataset, agent, EXTERNAL_PREFIXES["rdfs"] + "label")) >= 1


def test_provenance_reading_used_the_edition_and_the_program_has_a_version(dataset: Dataset) -> None:
    space = f"{page.IRIS.graph('provenance')}#"
    assert values(dataset, f"{space}reading", f"{PROV}used") == {page.EDITION}
    assert values(dataset, f"{space}owlrl", EXTERNAL_PREFIXES["schema"] + "softwareVersion") == {version("owlrl")}


def test_provenance_graphs_with_quotes_say_whose_they_are(dataset: Dataset) -> None:
    for graph in TOP_GRAPHS:
        if graph.name in dataset.top:
            node = page.IRIS.graph(graph.name)
            assert values(dataset, node, f"{DCTERMS}license") == {LICENCE}
            assert len(values(dataset, node, f"{DCTERMS}rights")) == (2 if graph.quotes else 0)
