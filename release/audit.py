"""A release held against every shape and check, all findings listed: what a build stops at, for any N-Quads file."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from extraction.folding import decode
from quipreside.namespaces import Iris
from quipreside.paths import QUERIES
from release.checks import load, violations
from release.completion import read_shapes
from release.terms import to_rdflib, triples_of
from release.validation import count_shapes, validate
from release.workbench import workbench


def audit(served: Path, base: str) -> tuple[list[str], int]:
    """The findings in a file of served quads, and how many shapes and checks found nothing.

    The texts are looked for beside it, as `text-<source>-<number>.txt`; without them, quotes are not compared.
    """
    iris = Iris(base)
    quads = list(parse(path=str(served), format=RdfFormat.N_QUADS))
    found = [*shape_findings(quads, iris)]
    broken = len({name for name, _ in found})
    store = load([*quads, *workbench(triples_of(quads), texts(served.parent, iris), iris)])
    checks = sorted((QUERIES / "checks").glob("*-violation.rq"))
    for check in checks:
        rows = violations(store, check, base)
        found += [(check.stem, row) for row in rows]
        broken += bool(rows)
    passed = count_shapes(read_shapes(iris)) + len(checks) - broken
    return [f"{name}: {finding}" for name, finding in found], passed


def shape_findings(quads: list[Quad], iris: Iris) -> Iterator[tuple[str, str]]:
    """What the shapes find in the default graph, each with its shape."""
    ontology = {quad.triple for quad in quads if quad.graph_name == NamedNode(iris.graph("ontology"))}
    why = {quad.triple for quad in quads if quad.graph_name == NamedNode(iris.graph("why"))}
    default = {quad.triple for quad in quads if isinstance(quad.graph_name, DefaultGraph)}
    data = to_rdflib(default - ontology - why)
    for one in validate(data, read_shapes(iris), to_rdflib(ontology)):
        yield one.shape.rpartition("#")[2].partition("-")[0], one.sentence()


def texts(folder: Path, iris: Iris) -> dict[str, str]:
    """The texts beside a release's quads, by the IRI of their edition."""
    found = {}
    for file in sorted(folder.glob("text-*-*.txt")):
        source, _, number = file.stem.removeprefix("text-").rpartition("-")
        found[iris.edition(source, int(number))] = decode(file.read_bytes(), file.name).raw
    return found
