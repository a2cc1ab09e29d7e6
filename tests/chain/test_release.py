"""The release of the first source, read by those who download it."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from quipreside.namespaces import Iris
from quipreside.paths import DATA
from tests.chain.conftest import PAGE
from tests.conftest import quipreside

IRIS = Iris()
TEXT = PAGE.read_text(encoding="utf-8")
PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in IRIS.prefixes().items())
RDFLIB_NAMES = {"all.trig": "trig", "all.nq": "nquads"}
BODIES = {
    "conseil-de-l-atlantique-nord", "groupe-des-plans-nucleaires", "conseil-otan-ukraine", "conseil-otan-russie",
    "conseil-de-partenariat-euro-atlantique", "commission-otan-georgie",
}  # fmt: skip


def select(store: Store, where: str) -> list[tuple[str, ...]]:
    solutions = store.query(f"{PREFIXES} SELECT * WHERE {{ {where} }}")
    assert isinstance(solutions, QuerySolutions)
    return [tuple(row[name].value for name in solutions.variables) for row in solutions]


def test_release_mark_rutte_presides_over_six_bodies_and_no_seventh(real_store: Store) -> None:
    assert {
        iri.removeprefix(IRIS.thing("")) for (iri,) in select(real_store, "id:mark-rutte :presides ?body")
    } == BODIES


def test_release_two_passages_make_him_head_of_the_staff(real_store: Store) -> None:
    pattern = "GRAPH ?g { ?h :headPost id:secretaire-general-otan ; :headedUnit id:secretariat-international-otan }"
    passages = {graph.rpartition("/")[2] for graph, _ in select(real_store, f"{pattern} ?g a :Passage")}
    assert passages == {"s03c", "s15"}


def test_release_every_quote_is_the_text_at_its_offsets(real_store: Store) -> None:
    found = select(real_store, "?t oa:hasSelector ?p, ?q . ?p oa:start ?a ; oa:end ?z . ?q oa:exact ?words")
    assert found
    for row in found:
        values = dict(zip(("a", "p", "q", "t", "words", "z"), row, strict=True))
        assert TEXT[int(values["a"]) : int(values["z"])] == values["words"]


def test_release_every_name_stands_in_the_words_that_prove_it(real_store: Store) -> None:
    named = "?s rdf:predicate foaf:name ; rdf:object ?name . ?a oa:hasBody ?s ; oa:hasTarget ?t"
    found = select(real_store, f"{named} . ?t oa:hasSelector/oa:exact ?words")
    assert found
    for _, name, _, _, words in found:
        assert name in words


def test_release_states_no_end_date(real_store: Store) -> None:
    assert select(real_store, "?tenure :endDate ?date") == []


def test_release_same_as_stands_at_grade_a_only(real_store: Store) -> None:
    same = {tuple(row) for row in select(real_store, "?a owl:sameAs ?b")}
    graded = {
        (thing, target)
        for _, target, thing in select(
            real_store, "?link :linkedThing ?thing ; :linkTarget ?target ; :grade :GradeA ; :linkPredicate owl:sameAs"
        )
    }
    assert same
    assert same == graded


def test_release_default_graph_is_each_current_triple_once(real_release: Path) -> None:
    quads = list(parse(path=str(real_release / "all.nq"), format=RdfFormat.N_QUADS))
    assert max(Counter(quads).values()) == 1
    default = {quad.triple for quad in quads if str(quad.graph_name) == "DEFAULT"}
    aside = {IRIS.graph(name) for name in ("provenance", "catalogue", "superseded")}
    named = {
        quad.triple
        for quad in quads
        if str(quad.graph_name) != "DEFAULT" and str(quad.graph_name).strip("<>") not in aside
    }
    assert default == named


@pytest.mark.parametrize("name", ["facts.ttl", "all.ttl", "ontology.ttl"])
def test_release_turtle_reads_the_same_in_a_second_parser(real_release: Path, name: str) -> None:
    triples = {quad.triple for quad in parse(path=str(real_release / name), format=RdfFormat.TURTLE)}
    second = rdflib.Graph().parse(data=(real_release / name).read_text(encoding="utf-8"), format="turtle")
    assert len(second) == len(triples)
    assert not any(isinstance(subject, rdflib.Literal) for subject in second.subjects())


@pytest.mark.filterwarnings("ignore:(Dataset.default_context|ConjunctiveGraph) is deprecated")
@pytest.mark.parametrize("name", ["all.trig", "all.nq"])
def test_release_datasets_hold_the_same_quads_in_both_parsers(real_release: Path, name: str) -> None:
    quads = set(parse(path=str(real_release / name), format=RdfFormat.from_extension(name.rpartition(".")[2])))
    assert quads == set(parse(path=str(real_release / "all.nq"), format=RdfFormat.N_QUADS))
    second = rdflib.Dataset()
    second.parse(data=(real_release / name).read_text(encoding="utf-8"), format=RDFLIB_NAMES[name])
    assert len(set(second.quads())) == len(quads)


def test_release_facts_hold_no_quote_and_no_evidence(real_release: Path) -> None:
    content = (real_release / "facts.ttl").read_text(encoding="utf-8")
    assert "Annotation" not in content.replace("owl:AnnotationProperty", "")
    assert "oa:exact" not in content


def test_release_sums_are_those_of_the_files(real_release: Path) -> None:
    manifest = json.loads((real_release / "manifest.json").read_text(encoding="utf-8"))
    for line in (real_release / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        checksum, name = line.split("  ")
        assert hashlib.sha256((real_release / name).read_bytes()).hexdigest() == checksum
    names = {file["name"] for file in manifest["files"]}
    assert {"facts.ttl", "all.ttl", "all.trig", "all.nq"} <= names


@pytest.mark.slow
def test_release_bytes_do_not_depend_on_where_and_when(real_release: Path, tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}
    run = quipreside("build", "--dist", tmp_path / "elsewhere", environment=environment, folder=tmp_path, umask=0o077)
    assert run.code == 0, run.err
    again = Path(run.out.strip())
    files = {file.name for file in real_release.iterdir() if file.suffix != ".gz"}
    assert files == {file.name for file in again.iterdir() if file.suffix != ".gz"}
    for name in files:
        assert (again / name).read_bytes() == (real_release / name).read_bytes(), name


def test_release_graph_kept_with_the_sources_is_the_one_that_is_published(real_store: Store) -> None:
    kept = {quad for file in (DATA / "graph").glob("*/*.trig") for quad in parse(path=str(file), format=RdfFormat.TRIG)}
    published = {
        quad
        for quad in real_store
        if str(quad.graph_name).startswith((f"<{IRIS.base}source/", f"<{IRIS.graph('evidence')}"))
    }
    assert {str(quad) for quad in published} == {canonical(quad) for quad in kept}


def canonical(quad: object) -> str:
    """A quad as the store keeps it: integer subtypes lose their type there."""
    return str(quad).replace("nonNegativeInteger", "integer")
