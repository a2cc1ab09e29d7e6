"""From what is stated to a complete dataset: valid, inferred, explained, with its provenance."""

from collections.abc import Mapping
from dataclasses import replace

import rdflib
from pyoxigraph import Triple

from quipreside.namespaces import Iris
from quipreside.paths import SHAPES
from quipreside.progress import Progress
from release.dataset import Dataset
from release.inference import infer
from release.inputs import read_turtle
from release.terms import to_rdflib, triples_of
from release.validation import refuse_violations
from release.why import explain, why_triples


def completed(dataset: Dataset, iris: Iris, progress: Progress) -> Dataset:
    """The dataset with `inferred` and `why`, valid before and after inference; raise QuiPresideError otherwise."""
    ontology = to_rdflib(dataset.top["ontology"])
    shapes = read_shapes(iris)
    before = triples_of(dataset.default()) - dataset.top["ontology"]
    passed = refuse_violations(to_rdflib(before), shapes, ontology)
    progress.done(f"{passed} shapes passed on {len(before)} triples")
    inferred = frozenset(infer(dataset.stated(), dataset.top["ontology"], iris))
    progress.done(f"{len(inferred)} statements inferred")
    unsaid = dataset.top["editorial"] - dataset.asserted()
    steps = explain(dataset.stated(), inferred, dataset.top["ontology"], unsaid)
    why = why_triples(steps, dataset.top["evidence"], iris)
    progress.done(f"{len(steps)} statements explained")
    refuse_violations(to_rdflib(before | inferred), shapes, ontology)
    progress.done(f"{passed} shapes passed after inference")
    return extended(dataset, {"inferred": inferred, "why": why})


def read_shapes(iris: Iris) -> rdflib.Graph:
    """Every shape, under the base in force."""
    return to_rdflib(
        triple for file in sorted(SHAPES.glob("*.ttl")) for triple in triples_of(read_turtle(file, iris.base))
    )


def extended(dataset: Dataset, graphs: Mapping[str, frozenset[Triple]]) -> Dataset:
    """The dataset with more top-level graphs."""
    return replace(dataset, top={**dataset.top, **graphs})
