"""Every constraint of the shapes: the conforming fixture passes, one triple more or less breaks it."""

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace, URIRef

from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from quipreside.paths import ONTOLOGY, SHAPES
from release.validation import refuse_violations, validate

HERE = Path(__file__).parent
S = Namespace(f"{Iris().base}shapes#")
ROWS = [line.split("\t") for line in (HERE / "violations.tsv").read_text(encoding="utf-8").splitlines()[1:]]
NOT_CONSTRAINTS = {SH.path, SH.message, RDF.type}


def graph_of(*files: Path) -> Graph:
    """One graph of Turtle files."""
    graph = Graph()
    for file in files:
        graph.parse(file)
    return graph


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return graph_of(*SHAPES.glob("*.ttl"))


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return graph_of(*ONTOLOGY.glob("*.ttl"))


@pytest.fixture(scope="module")
def conforming() -> Graph:
    return graph_of(HERE / "conforming.ttl")


def changed(graph: Graph, change: str, triple: str) -> Graph:
    """A copy of a graph with one triple added or removed; it must differ."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in Iris().prefixes().items())
    copy, one = Graph() + graph, Graph().parse(data=prefixes + triple, format="turtle")
    copy = copy + one if change == "+" else copy - one
    assert len(one) == 1
    assert abs(len(copy) - len(graph)) == 1
    return copy


def test_validate_conforming_nothing(conforming: Graph, shapes: Graph, ontology: Graph) -> None:
    assert validate(conforming, shapes, ontology) == []


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_validate_one_triple_violation(row: list[str], conforming: Graph, shapes: Graph, ontology: Graph) -> None:
    shape, constraint, change, triple = row
    found = validate(changed(conforming, change, triple), shapes, ontology)
    assert (str(S[shape]), constraint) in {(one.shape, one.constraint) for one in found}
    assert all(one.french and one.english for one in found)


def test_violations_table_every_constraint(shapes: Graph) -> None:
    stated = {
        (str(shape).rpartition("#")[2], str(parameter).rpartition("#")[2])
        for shape in shapes.subjects(RDF.type, SH.PropertyShape)
        for parameter in shapes.predicates(shape)
        if parameter not in NOT_CONSTRAINTS
    }
    assert {(row[0], row[1]) for row in ROWS} == stated


def test_shapes_one_per_class_known(shapes: Graph, ontology: Graph) -> None:
    targets = list(shapes.objects(None, SH.targetClass))
    assert len(targets) == len(set(targets))
    external = {URIRef(f"{RDF}Statement"), *(one for one in targets if "/ns/oa#" in str(one))}
    assert all((one, RDF.type, None) in ontology for one in set(targets) - external)


def test_shapes_messages_both_languages(shapes: Graph) -> None:
    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        messages = [text for text in shapes.objects(shape, SH.message) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in messages) == ["en", "fr"], shape


def test_shapes_paths_declared(shapes: Graph, ontology: Graph) -> None:
    paths = {path for path in shapes.objects(None, SH.path) if str(path).startswith(Iris().ontology)}
    assert paths
    assert all((path, RDFS.isDefinedBy, URIRef(Iris().ontology)) in ontology for path in paths)


def test_refuse_violations_sentence_statement_shape_quote(conforming: Graph, shapes: Graph, ontology: Graph) -> None:
    broken = changed(conforming, "+", "id:chairship :chairedBody id:bureau .")
    with pytest.raises(QuiPresideError) as refusal:
        refuse_violations(broken, shapes, ontology)
    sentence = str(refusal.value)
    assert "chairship" in sentence
    assert "shapes#Chairship-chairedBody" in sentence
    assert "« préside le Conseil »" in sentence
    assert "A chairship is of one body only." in sentence


def test_refuse_violations_conforming_counts_shapes(conforming: Graph, shapes: Graph, ontology: Graph) -> None:
    assert refuse_violations(conforming, shapes, ontology) == len(set(shapes.subjects(RDF.type, SH.NodeShape)))
