"""The build: sources → facts with evidence → validation → inference → one dataset → a release folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from extraction.harvest import Harvest
from extraction.vocabulary import node_names
from quipreside.namespaces import Iris
from quipreside.paths import DATA, QUERIES, SHAPES
from quipreside.progress import Progress
from release.attachments import Attachment, identifiers, shapes, texts
from release.checks import load, run_checks
from release.dataset import Dataset
from release.dumps import rendered
from release.examples import examples
from release.folder import exclusive, publish, write_text
from release.identifiers import entries
from release.inference import infer
from release.inputs import Version, read_ontology, read_turtle
from release.labels import node_labels
from release.ledger import read_ledger, render, update
from release.links import link_triples
from release.reading import read_sources
from release.terms import in_graph, to_rdflib, triples_of
from release.validation import refuse_violations
from release.vocabulary import ontology_triples
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
        dataset = validated(assembled(harvests, plan.iris), plan.iris, progress)
        checked = run_checks(load(dataset.served()), QUERIES / "checks", plan.iris.base)
        progress.done(f"{checked} checks passed")
        files = committed(harvests, dataset, plan) if plan.strict else {}
        attached = attachments(harvests, files, plan.iris)
        folder = publish(
            plan.dist,
            plan.version.number,
            lambda target: write_release(
                target, dataset, plan.version.number, plan.version.issued, plan.iris, attachments=attached
            ),
        )
        for file, content in files.items() if plan.record else ():
            write_text(file, content)
        progress.done(f"release {plan.version.number} written to {folder} ({len(dataset.served())} quads)")
        return folder


def attachments(harvests: Sequence[Harvest], files: Mapping[Path, str | bytes], iris: Iris) -> list[Attachment]:
    """What the release carries beside its graphs; a build that is tried out keeps no ledger."""
    ledger = [identifiers(str(files[LEDGER]))] if LEDGER in files else []
    return [*texts(one.edition for one in harvests), shapes(SHAPES, iris), examples(QUERIES, iris), *ledger]


def assembled(harvests: Sequence[Harvest], iris: Iris) -> Dataset:
    """The dataset before inference: the latest edition of each source is current, the others are kept aside."""
    latest = {one.edition.source: one.edition.number for one in harvests}
    current = [one for one in harvests if one.edition.number == latest[one.edition.source]]
    past = [one for one in harvests if one not in current]
    evidence = NamedNode(iris.graph("evidence"))
    superseded = NamedNode(iris.graph("superseded"))
    editorial = frozenset(triples_of(read_turtle(DATA / "register.ttl", iris.base)))
    described = {str(triple.subject.value) for triple in editorial if isinstance(triple.subject, NamedNode)}
    facts = graphs(quad for one in current for quad in one.facts(iris))
    old = graphs(quad for one in past for quad in (*one.facts(iris), *one.evidence(superseded, iris)))
    named = described | {
        t.subject.value for triples in facts.values() for t in triples if isinstance(t.subject, NamedNode)
    }
    ontology = ontology_triples(read_ontology(iris.base), iris)
    stated = editorial.union(*facts.values())
    top = {
        "editorial": editorial | node_labels(stated, ontology, node_names(), iris),
        "links": link_triples(named, iris),
        "ontology": ontology,
        "evidence": frozenset(triples_of(quad for one in current for quad in one.evidence(evidence, iris))),
    }
    return Dataset(facts, top, old, iris.graph(""))


def graphs(quads: Iterable[Quad]) -> dict[str, frozenset[Triple]]:
    """Quads by the name of their graph."""
    found: dict[str, set[Triple]] = {}
    for quad in quads:
        found.setdefault(quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else "", set()).add(
            quad.triple
        )
    return {name: frozenset(triples) for name, triples in found.items()}


def validated(dataset: Dataset, iris: Iris, progress: Progress) -> Dataset:
    """The dataset with its inferred graph, valid before and after; raise QuiPresideError otherwise."""
    ontology = to_rdflib(dataset.top["ontology"])
    shapes = to_rdflib(
        triple for file in sorted(SHAPES.glob("*.ttl")) for triple in triples_of(read_turtle(file, iris.base))
    )
    before = triples_of(dataset.default()) - dataset.top["ontology"]
    passed = refuse_violations(to_rdflib(before), shapes, ontology)
    progress.done(f"{passed} shapes passed on {len(before)} triples")
    inferred = frozenset(infer(dataset.stated(), dataset.top["ontology"], iris))
    progress.done(f"{len(inferred)} statements inferred")
    complete = Dataset(dataset.passages, {**dataset.top, "inferred": inferred}, dataset.old, dataset.graph_base)
    refuse_violations(to_rdflib(before | inferred), shapes, ontology)
    progress.done(f"{passed} shapes passed after inference")
    return complete


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
