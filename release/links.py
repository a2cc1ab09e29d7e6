"""Links to other graphs, from `data/links.tsv`: each one a triple, and a node with its grade and the evidence read.

Grade A: two or more independent sources name the IRI for this very thing; grade B: one. `owl:sameAs` stands at grade A
only. A link whose subject the graph does not describe is left out.
"""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from extraction.slugs import ascii_slug, node_slug
from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from quipreside.paths import DATA
from release.dataset import RDF_TYPE

LINKS = DATA / "links.tsv"
HEADER = ["entity", "predicate", "iri", "grade", "evidence read"]
LABEL = NamedNode(EXTERNAL_PREFIXES["rdfs"] + "label")
PREDICATES = {name: EXTERNAL_PREFIXES[name.partition(":")[0]] + name.partition(":")[2]
              for name in ("owl:sameAs", "rdfs:seeAlso", "skos:closeMatch")}  # fmt: skip
GRADES = {"A": "GradeA", "B": "GradeB"}


def link_triples(described: set[str], iris: Iris, file: Path = LINKS) -> frozenset[Triple]:
    """The links of the things that the graph describes; raise QuiPresideError with the line that is wrong."""
    lines = file.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].split("\t") != HEADER:
        raise QuiPresideError(f"{file.name}, line 1: the columns must be {', '.join(HEADER)}.")
    triples: set[Triple] = set()
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        check(cells, f"{file.name}, line {number}")
        if iris.thing(cells[0]) in described:
            triples.update(link(*cells, iris=iris))
    return frozenset(triples)


def check(cells: list[str], where: str) -> None:
    """Refuse a row that is not a link at its grade."""
    if len(cells) != len(HEADER) or cells[1] not in PREDICATES or cells[3] not in GRADES:
        raise QuiPresideError(
            f"{where}: expected {', '.join(HEADER)}, one of {', '.join(PREDICATES)}, and grade A or B."
        )
    if cells[3] == "B" and cells[1] != "rdfs:seeAlso":
        raise QuiPresideError(f"{where}: one source is not enough for {cells[1]}; use rdfs:seeAlso at grade B.")


def link(entity: str, predicate: str, target: str, grade: str, evidence: str, *, iris: Iris) -> Iterator[Triple]:
    """One link: the triple itself, and the node that says how far it was checked."""
    subject, value = NamedNode(iris.thing(entity)), NamedNode(target)
    node = NamedNode(iris.thing(node_slug("link", [entity, ascii_slug(target.partition("://")[2])])))
    yield Triple(subject, NamedNode(PREDICATES[predicate]), value)
    yield Triple(node, RDF_TYPE, NamedNode(iris.term("Link")))
    yield Triple(node, LABEL, Literal(f"lien : {entity}, {target}", language="fr"))
    yield Triple(node, LABEL, Literal(f"link: {entity}, {target}", language="en"))
    yield Triple(node, NamedNode(iris.term("linkedThing")), subject)
    yield Triple(node, NamedNode(iris.term("linkPredicate")), NamedNode(PREDICATES[predicate]))
    yield Triple(node, NamedNode(iris.term("linkTarget")), value)
    yield Triple(node, NamedNode(iris.term("grade")), NamedNode(iris.term(GRADES[grade])))
    yield Triple(node, NamedNode(iris.term("evidenceRead")), Literal(evidence, language="en"))
