"""How a build grows: copies of a release, under other names, taken through every stage after the reading.

`python -m bench.scale [COPIES…]` prints, for each number of copies, the seconds of each stage, the quads and the peak
memory, each measured in a process of its own; then the seconds that owlrl and PyPI `reasonable` take to infer.
"""

import argparse
import importlib.util
import io
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import rdflib
from pyoxigraph import RdfFormat, Triple, parse, serialize

from quipreside.namespaces import Iris
from quipreside.paths import DIST, QUERIES
from quipreside.progress import Progress
from release.archive import restored
from release.checks import load, run_checks
from release.completion import completed, extended
from release.dataset import Dataset
from release.inference import allowed, axioms, between_resources, infer
from release.inputs import Version
from release.publication import Publication
from release.terms import to_rdflib, triples_of
from release.workbench import workbench
from release.writing import write_release

COPIES = (1, 2, 4, 8, 16)
MADE = ("inferred", "why", "catalogue")
Result = TypeVar("Result")


def main() -> None:
    """Print the figures; with `--one`, those of a single number of copies in this process."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=main.__doc__)
    parser.add_argument("copies", nargs="*", type=int, default=COPIES)
    parser.add_argument("--release", type=Path, default=DIST / "latest")
    parser.add_argument("--one", action="store_true")
    options = parser.parse_args()
    if options.one:
        stages(copied(options.release, options.copies[0]))
        return
    for number in options.copies:
        print(f"{number} copies", flush=True)
        command = [sys.executable, "-m", "bench.scale", "--one", str(number), "--release", str(options.release)]
        subprocess.run(command, check=True)
    for number in options.copies:
        reasoners(copied(options.release, number), number)


def copied(release: Path, number: int) -> Dataset:
    """What a release states, the things and sources of each copy under names of their own; the ontology once."""
    iris = Iris()
    whole = restored(parse(path=str(release / "all.nq"), format=RdfFormat.N_QUADS), iris)
    top = {name: triples for name, triples in whole.top.items() if name not in MADE}
    once = {name: top.pop(name) for name in ("ontology", "provenance")}
    quads = replace(whole, top=top).named()
    lines = (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()
    copies = (re.sub(r"/(id|source)/([a-z0-9-]+)", rf"/\1/\2-copy{one}", lines) for one in range(number))
    return extended(restored(parse("".join(copies), format=RdfFormat.N_QUADS), iris), once)


def timed(name: str, work: Callable[[], Result]) -> Result:
    """Do one stage and print its seconds."""
    start = time.perf_counter()
    result = work()
    print(f"  {time.perf_counter() - start:8.2f} s  {name}", flush=True)
    return result


def stages(dataset: Dataset) -> None:
    """Take a stated dataset to a release folder."""
    iris = Iris()
    quiet = Progress(io.StringIO())
    whole = timed("validated, inferred, explained", lambda: completed(dataset, iris, quiet))
    publication = Publication(whole, Version("0.0.0", "2026-11-23"), iris)
    served = timed("described", lambda: publication.contents.served)
    store = timed("loaded", lambda: load([*served, *workbench(triples_of(served), {}, iris)]))
    timed("checked", lambda: run_checks(store, QUERIES / "checks", iris.base))
    with tempfile.TemporaryDirectory() as folder:
        timed("written", lambda: write_release(Path(folder), publication))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  {len(served)} quads, peak memory {peak} MB", flush=True)


def reasoners(dataset: Dataset, number: int) -> None:
    """Time owlrl, and `reasonable` where it is installed, and say how many statements each infers."""
    iris, ontology = Iris(), dataset.top["ontology"]
    print(f"{number} copies, {len(dataset.stated())} triples to reason over")
    found = timed("owlrl", lambda: infer(dataset.stated(), ontology, iris))
    print(f"             {len(found)} statements")
    if importlib.util.find_spec("reasonable") is None:
        print("             reasonable is not installed: pip install reasonable")
        return
    other = timed("reasonable", lambda: reasonable_infer(dataset.stated(), ontology, iris))
    print(f"             {len(other)} statements, {len(found - other)} fewer, {len(other - found)} more")


def reasonable_infer(facts: Iterable[Triple], ontology: Iterable[Triple], iris: Iris) -> set[Triple]:
    """What `reasonable` infers, under the same allow-list."""
    import reasonable

    stated, terms = set(facts), to_rdflib(ontology)
    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(to_rdflib(filter(between_resources, stated)) + axioms(terms))
    closure = rdflib.Graph(bind_namespaces="none")
    for triple in reasoner.reason():
        closure.add(triple)
    return allowed(closure, terms, iris) - stated


if __name__ == "__main__":
    main()
