"""Shortcuts come from asserted, current relations of named ends only; every other node yields none."""

import pytest
from rdflib import OWL, RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from quipreside.namespaces import Iris
from release.inference import expand

pytestmark = pytest.mark.slow

QP = Namespace(f"{Iris().ontology}#")
ID = Namespace(Iris().thing(""))
SHORTCUTS = [QP[name] for name in ("chairs", "chairedBy", "holdsPost", "heldBy", "presides", "presidedBy")]
SHORTCUTS += [QP[name] for name in ("heads", "headedBy", "leads", "ledBy")]
PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in Iris().prefixes().items())

TENURE = "id:tenure a :CurrentTenure ; :modality :Asserted ; :currentHolder id:ada ; :currentPost id:secretaire ."
CHAIRSHIP = "id:chairship a :Chairship ; :modality :Asserted ; :chairPost id:secretaire ; :chairedBody id:conseil ."
HEADSHIP = "id:headship a :Headship ; :modality :Asserted ; :headPost id:secretaire ; :headedUnit id:bureau ."


def closure(axioms: Graph, facts: str) -> Graph:
    """The OWL 2 RL closure of the axioms and of facts in Turtle."""
    graph = Graph() + axioms
    graph.parse(data=PREFIXES + facts, format="turtle")
    expand(graph)
    return graph


def shortcuts(graph: Graph) -> set[tuple[Node, ...]]:
    """The shortcut triples of a graph, with local names."""
    return {
        tuple(str(term).rpartition("#")[2].rpartition("/")[2] for term in (subject, predicate, value))
        for predicate in SHORTCUTS
        for subject, value in graph.subject_objects(predicate)
    }


def test_closure_asserted_chairship_shortcuts(axioms: Graph) -> None:
    assert shortcuts(closure(axioms, TENURE + CHAIRSHIP + HEADSHIP)) == {
        ("secretaire", "chairs", "conseil"),
        ("conseil", "chairedBy", "secretaire"),
        ("ada", "holdsPost", "secretaire"),
        ("secretaire", "heldBy", "ada"),
        ("ada", "presides", "conseil"),
        ("conseil", "presidedBy", "ada"),
        ("secretaire", "heads", "bureau"),
        ("bureau", "headedBy", "secretaire"),
        ("ada", "leads", "bureau"),
        ("bureau", "ledBy", "ada"),
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "node",
    [
        "id:n a :Chairship ; :modality :Negative ; :agent id:secretaire ; :concerns id:conseil .",
        "id:n a :Chairship ; :modality :Habitual ; :agent id:secretaire ; :concerns id:conseil .",
        "id:n a :CollectiveChairship ; :modality :Asserted ; :agent id:secretaire ; :chairedCollective id:comites .",
        "id:n a :Headship ; :modality :Negative ; :agent id:secretaire ; :concerns id:bureau .",
        "id:n a :PastTenure ; :modality :Asserted ; :pastHolder id:ada ; :pastPost id:secretaire .",
        "id:n a :Tenure ; :modality :Negative ; :holder id:ada ; :post id:secretaire .",
        "id:n a :Substitution ; :modality :RuleModality ; :substitute id:adjoint ; :substitutedPost id:secretaire .",
        "id:n a :AppointmentRule ; :modality :RuleModality ; :appointmentTo id:secretaire ; :appointedBy id:conseil .",
        "id:n a :SelectionProcedure ; :modality :RuleModality ; :selectionFor id:secretaire ; :agent id:comites .",
        "id:n a :Extension ; :modality :PowerModality ; :extensionOf id:secretaire ; :renewable :Renewable .",
        "id:n a :Representation ; :modality :Asserted ; :representative id:secretaire ; :represented id:conseil .",
        "id:n a :Power ; :modality :PowerModality ; :agent id:secretaire ; :task id:presider .",
        "id:n a :Activity ; :modality :Habitual ; :agent id:secretaire ; :task id:presider .",
        "id:n a :Function ; :modality :Asserted ; :functionOf id:secretaire ; :functionRole id:role-chair .",
        "id:n a :Custom ; :modality :Habitual ; :profiledPost id:secretaire ; :holderQuality id:sagesse .",
        "id:n a :Reading ; :modality :Editorial ; :referent id:secretaire .",
        "id:e a :Enumeration ; :enumeratedSubject id:secretaire ; :enumeratedProperty :chairs ; :lists id:conseil .",
        "id:n a :Chairship ; :agent id:adjoint ; :sameRelationAs id:m . id:m a :Chairship ; :chairPost id:secretaire .",
    ],
    ids=lambda node: " ".join(node.split()[2:6]),
)
def test_closure_other_node_no_shortcut(axioms: Graph, node: str) -> None:
    if "Tenure" in node:
        assert shortcuts(closure(axioms, CHAIRSHIP + node)) == {
            ("secretaire", "chairs", "conseil"),
            ("conseil", "chairedBy", "secretaire"),
        }
    else:
        assert shortcuts(closure(axioms, TENURE + node)) == {
            ("ada", "holdsPost", "secretaire"),
            ("secretaire", "heldBy", "ada"),
        }


@pytest.mark.parametrize(
    "second",
    [
        "id:chairship :chairedBody id:bureau .",
        "id:tenure :currentHolder id:bea .",
        "id:chairship :chairPost id:adjoint .",
    ],
)
def test_closure_second_value_no_merge(axioms: Graph, second: str) -> None:
    merged = closure(axioms, TENURE + CHAIRSHIP + second).subject_objects(OWL.sameAs)
    assert {(one, other) for one, other in merged if one != other and str(one).startswith(str(ID))} == set()


@pytest.mark.parametrize(
    "second", ["foaf:Person", "org:Organization", "org:Role", ":Collective", ":Relation", ":Tenure"]
)
def test_closure_post_of_another_kind_inconsistent(axioms: Graph, second: str) -> None:
    graph = closure(axioms, f"id:x a org:Post, {second} .")
    assert any("ErrorMessage" in str(kind) for kind in graph.objects(None, RDF.type))


def test_closure_collective_never_body(axioms: Graph) -> None:
    graph = closure(axioms, "id:n a :CollectiveChairship ; :agent id:secretaire ; :chairedCollective id:comites .")
    assert (ID.comites, RDF.type, QP.Collective) in graph
    assert (ID.comites, RDF.type, URIRef("http://www.w3.org/ns/org#Organization")) not in graph


def test_inverses_no_chain_uses_them(axioms: Graph) -> None:
    members = {str(one).rpartition("#")[2] for one in axioms.objects(None, RDF.first)}
    chairing = {"hasChairship", "chairedBody", "chairs"}
    heading = {"hasHeadship", "headedUnit", "heads"}
    assert members == chairing | heading | {"hasCurrentTenure", "currentPost", "holdsPost"}
