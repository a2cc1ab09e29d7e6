import pytest
from pyoxigraph import Literal, NamedNode, Quad

from release.terms import rebased

OLD, NEW = "https://w3id.org/qui-preside/", "https://example.org/qp/"
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (NamedNode(f"{OLD}id/a"), NamedNode(f"{NEW}id/a")),
        (NamedNode("https://w3id.org/other"), NamedNode("https://w3id.org/other")),
        (Literal(f"{OLD}ontology#"), Literal(f"{NEW}ontology#")),
        (Literal(f"voir {OLD}dataset", language="fr"), Literal(f"voir {NEW}dataset", language="fr")),
        (
            Literal(f"{OLD}x", datatype=NamedNode(f"{XSD}anyURI")),
            Literal(f"{NEW}x", datatype=NamedNode(f"{XSD}anyURI")),
        ),
        (Literal("01", datatype=NamedNode(f"{XSD}integer")), Literal("01", datatype=NamedNode(f"{XSD}integer"))),
    ],
)
def test_rebased_moves_iris_and_texts_that_name_the_base(
    term: NamedNode | Literal, expected: NamedNode | Literal
) -> None:
    (quad,) = rebased([Quad(NamedNode("x:s"), NamedNode("x:p"), term)], OLD, NEW)
    assert quad.object == expected
