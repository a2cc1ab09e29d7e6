"""The build: sources → facts with evidence → validation → inference → one dataset → a release folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat

from extraction.harvest import Harvest
from extraction.vocabulary import node_names
from quipreside.namespaces import Iris
from quipreside.paths import DATA, QUERIES, RELEASES, SHAPES
from quipreside.progress import Progress
from release.archive import previous
from release.assembly import assembled, by_age
from release.attachments import Attachment, identifiers, reviews, shapes, texts
from release.checks import load, run_checks
from release.completion import completed, extended, read_shapes
from release.dataset import Dataset
from release.dumps import rendered
from release.examples import examples
from release.folder import exclusive, publish, write_text
from release.identifiers import entries
from release.inputs import Version
from release.ledger import read_ledger, render, update
from release.provenance import provenance_triples
from release.publication import Publication
from release.quality import Passed, quality
from release.reading import read_sources
from release.report import reports
from release.terms import in_graph, triples_of
from release.validation import count_shapes
from release.workbench import workbench
from release.writing import write_release

LEDGER = DATA / "identifiers.tsv"
GRAPHS = DATA / "graph"


@dataclass(frozen=True)
class Plan:
    """What to build: the base, the version, where to, and an alternative text where one is tried out.

    With `record`, the generated files that are kept with the sources (`data/graph/`, the ledger) are written too.
    """

    iris: Iris
    version: Version
    dist: Path
    text: Path | None = None
    source: str | None = None
    record: bool = False

    @property
    def strict(self) -> bool:
        """A build of the filed sources publishes: it must carry every curated statement and keeps the ledger."""
        return self.text is None


def build(plan: Plan, progress: Progress) -> Path:
    """Build a release and return its folder; nothing is written before everything holds."""
    with exclusive(plan.dist):
        harvests = read_sources(plan.iris, plan.text, plan.source, progress, strict=plan.strict)
        dataset = described(completed(assembled(harvests, plan.iris), plan.iris, progress), harvests, plan)
        files = committed(harvests, dataset, plan) if plan.strict else {}
        earlier = previous(RELEASES, plan.version.number)
        publication = Publication(dataset, plan.version, plan.iris, earlier)
        served = publication.contents.served
        progress.done(f"{len(served)} quads described")
        checks = checked(served, harvests, plan.iris)
        progress.done(f"{checks} checks passed")
        extra = [*attachments(harvests, files, plan), *measured(dataset, harvests, checks, plan)]
        folder = publish(plan.dist, plan.version.number, partial(write_release, release=publication, attachments=extra))
        for file, content in files.items() if plan.record else ():
            write_text(file, content)
        progress.done(f"release {plan.version.number} written to {folder} ({len(served)} quads)")
        return folder


def checked(served: Sequence[Quad], harvests: Sequence[Harvest], iris: Iris) -> int:
    """Run the checks on the dataset as it will be served, with the texts beside it; return how many passed."""
    raw = {iris.edition(one.edition.source, one.edition.number): one.extraction.text.raw for one in harvests}
    store = load([*served, *workbench(triples_of(served), raw, iris)])
    return run_checks(store, QUERIES / "checks", iris.base)


def described(dataset: Dataset, harvests: Sequence[Harvest], plan: Plan) -> Dataset:
    """The dataset with its provenance."""
    editions = [one.edition for one in harvests]
    producers = {said.producer for one in harvests for said in one.statements}
    curated = [one.iri(plan.iris).value for one in producers if one.kind == "curated"]
    names = {"provenance", "catalogue", *dataset.top, *(name.removeprefix(dataset.graph_base) for name in dataset.old)}
    return extended(dataset, {"provenance": provenance_triples(editions, curated, names, plan.iris)})


def measured(dataset: Dataset, harvests: Sequence[Harvest], checks: int, plan: Plan) -> list[Attachment]:
    """The quality report."""
    about = f"{plan.iris.dataset}/{plan.version.number}"
    passed = Passed(count_shapes(read_shapes(plan.iris)), checks)
    found = quality(dataset, by_age(harvests)[0], passed, about, plan.iris)
    return reports(found, plan.version, plan.iris)


def attachments(harvests: Sequence[Harvest], files: Mapping[Path, str | bytes], plan: Plan) -> list[Attachment]:
    """What goes with the dumps: the texts, the shapes, the example queries and the ledger."""
    ledger = files.get(LEDGER, b"")
    return [
        *texts(one.edition for one in harvests),
        reviews(harvests),
        shapes(SHAPES, plan.iris),
        examples(QUERIES, plan.iris),
        *([identifiers(str(ledger))] if ledger else ()),
    ]


def committed(harvests: Sequence[Harvest], dataset: Dataset, plan: Plan) -> dict[Path, str | bytes]:
    """The generated files that are kept with the sources: each edition's graph, its facts, and the ledger."""
    iris = plan.iris
    keys = {name: row.key for name, row in node_names().items()}
    ledger = update(read_ledger(LEDGER), entries(triples_of(dataset.served()), iris, keys, plan.version.number))
    files: dict[Path, str | bytes] = {LEDGER: render(ledger)}
    for one in harvests:
        stem = GRAPHS / one.edition.source / str(one.edition.number)
        facts = one.facts(iris)
        evidence = one.evidence(NamedNode(iris.graph("evidence")), iris)
        files[stem.with_suffix(".ttl")] = rendered(
            in_graph(triples_of(facts), NamedNode("x:x")), RdfFormat.TURTLE, iris
        )
        files[stem.with_suffix(".trig")] = rendered(facts | evidence, RdfFormat.TRIG, iris)
    return files
