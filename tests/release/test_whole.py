"""The release of the committed sources, its explanations followed and verified one by one."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hermit import consistent, require_hermit
from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from quipreside.cli import main
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from quipreside.paths import QUERIES
from release.inference import expand
from release.terms import rdflib_term, to_rdflib

pytestmark = pytest.mark.slow

IRIS = Iris()
RDF, OWL, PROV, OA = (EXTERNAL_PREFIXES[prefix] for prefix in ("rdf", "owl", "prov", "oa"))
ONE_QUERY = """
PREFIX : <https://w3id.org/qui-preside/ontology#>
PREFIX id: <https://w3id.org/qui-preside/id/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT DISTINCT ?passage ?words WHERE {
  ?why rdf:subject id:mark-rutte ; rdf:predicate :presides ; rdf:object id:groupe-des-plans-nucleaires ;
    prov:wasDerivedFrom+ ?e .
  ?e oa:hasTarget [ oa:hasSource ?passage ; oa:hasSelector/oa:exact ?words ]
}
"""


@dataclass(frozen=True)
class Explained:
    """An explanation as anyone can read it from `graph-why.ttl` and its neighbours."""

    conclusion: Triple
    axiom: Triple
    premises: frozenset[Triple]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dist = tmp_path_factory.mktemp("whole")
    assert main(["build", "--dist", str(dist)]) == 0
    return dist / "latest"


@pytest.fixture(scope="module")
def triples(folder: Path) -> list[Triple]:
    return [quad.triple for quad in parse(path=str(folder / "all.ttl"))]


@pytest.fixture(scope="module")
def explained(triples: list[Triple]) -> list[Explained]:
    """Every explanation of the release, read from its file."""
    values: defaultdict[NamedNode, defaultdict[str, set]] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        values[triple.subject][triple.predicate.value].add(triple.object)

    def stated(node: NamedNode) -> Triple:
        (subject,), (predicate,), (value,) = (values[node][RDF + part] for part in ("subject", "predicate", "object"))
        return Triple(subject, predicate, value)

    explanation, by, premise = (IRIS.term(name) for name in ("Explanation", "byAxiom", "premise"))
    return [
        Explained(stated(node), stated(*row[by]), frozenset(map(stated, row[premise])))
        for node, row in list(values.items())
        if NamedNode(explanation) in row[f"{RDF}type"]
    ]


def concludes(one: Explained, triples: set[Triple]) -> bool:
    """Tell whether owlrl draws the conclusion from these triples alone."""
    graph = to_rdflib(triples)
    expand(graph)
    said = one.conclusion
    return (rdflib_term(said.subject), rdflib_term(said.predicate), rdflib_term(said.object)) in graph


def cells(one: Explained, triples: list[Triple]) -> Iterator[Triple]:
    """The list of a chain."""
    prefix = f"{one.axiom.object}".strip("<>").rpartition("-")[0]
    if one.axiom.predicate.value == f"{OWL}propertyChainAxiom":
        yield from (triple for triple in triples if f"{triple.subject}".startswith(f"<{prefix}-"))


def test_why_explains_exactly_the_inferred_statements(folder: Path, explained: list[Explained]) -> None:
    inferred = {quad.triple for quad in parse(path=str(folder / "graph-inferred.ttl"))}
    assert {one.conclusion for one in explained} == inferred
    assert len(explained) == len(inferred) > 300


def test_why_every_explanation_is_what_the_reasoner_does(explained: list[Explained], triples: list[Triple]) -> None:
    false: list[str] = []
    for one in explained:
        lists = set(cells(one, triples))
        needed = {one.axiom, *one.premises}
        if not concludes(one, needed | lists):
            false.append(f"{one.conclusion} does not follow")
        false += [
            f"{one.conclusion} does not need {left}" for left in needed if concludes(one, needed - {left} | lists)
        ]
    assert false == []


def test_why_every_explanation_leads_to_quotes_or_to_the_register(triples: list[Triple]) -> None:
    sources: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    targets = {triple.subject for triple in triples if triple.predicate.value == f"{OA}hasTarget"}
    for triple in triples:
        if triple.predicate.value == f"{PROV}wasDerivedFrom":
            sources[triple.subject].add(triple.object)

    def grounds(node: NamedNode, above: frozenset[NamedNode]) -> set[NamedNode]:
        assert node not in above, f"{node} rests on itself"
        inner = sources.get(node, set())
        return set().union(*(grounds(one, above | {node}) for one in inner)) if inner else {node}

    editorial = NamedNode(IRIS.graph("editorial"))
    for node in list(sources):
        assert all(ground in targets or ground == editorial for ground in grounds(node, frozenset()))


def test_why_one_query_leads_to_both_sentences(folder: Path) -> None:
    for name, format_ in (("all.nq", RdfFormat.N_QUADS), ("all.ttl", RdfFormat.TURTLE)):
        store = Store()
        store.bulk_load(path=str(folder / name), format=format_)
        rows = {(row["passage"].value.rpartition("/")[2], row["words"].value) for row in store.query(ONE_QUERY)}
        assert {passage for passage, _ in rows} == {"s05", "s06"}
        assert any("Mark Rutte" in words for _, words in rows)
        assert any("Groupe des plans nucléaires" in words for _, words in rows)


def test_quality_figures_are_those_of_the_files(folder: Path, triples: list[Triple]) -> None:
    figures = {}
    rows: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in parse(path=str(folder / "quality.ttl")):
        rows[quad.subject.value][quad.predicate.value.rpartition("#")[2]] = quad.object.value
    for row in rows.values():
        if "isMeasurementOf" in row:
            figures[row["isMeasurementOf"].rpartition("#metric-")[2]] = int(row["value"])
    inferred = sum(1 for _ in parse(path=str(folder / "graph-inferred.ttl")))
    grades = Counter(t.object.value.rpartition("#")[2] for t in triples if t.predicate.value == IRIS.term("grade"))
    stated = {t.object for t in triples if t.predicate.value == f"{OA}hasSource"}
    assert figures["explained"] == inferred
    assert (figures["links-a"], figures["links-b"]) == (grades["GradeA"], grades["GradeB"])
    assert figures["passages-stated"] == len(stated) == 27
    assert figures["checks"] == len(list((QUERIES / "checks").glob("*.rq")))


def test_quality_page_shows_every_figure_and_what_is_not_linked(folder: Path) -> None:
    html = (folder / "quality.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert html.count("<tr>") == 1 + sum(
        quad.predicate.value.endswith("isMeasurementOf") for quad in parse(path=str(folder / "quality.ttl"))
    )
    assert "<code>groupe-des-plans-nucleaires</code>" in html


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_facts_and_ontology_are_consistent_for_an_independent_reasoner(folder: Path) -> None:
    require_hermit()
    assert consistent(quad.triple for name in ("facts", "ontology") for quad in parse(path=str(folder / f"{name}.ttl")))
