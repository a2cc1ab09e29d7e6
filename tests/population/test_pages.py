"""Every development page becomes a graph that the shapes accept, whoever it is about."""

from pathlib import Path

import pytest

from extraction.evidence import passage_quads
from extraction.folding import decode
from extraction.naming import naming_of
from extraction.population import populate
from extraction.reader import extract
from extraction.register import Register, load_register
from quipreside.namespaces import Iris
from quipreside.paths import ROOT, SHAPES
from release.inference import infer
from release.inputs import read_ontology, read_turtle
from release.terms import to_rdflib, triples_of
from release.validation import refuse_violations
from release.vocabulary import ontology_triples

IRIS = Iris()
CORPUS = ROOT / "tests" / "corpus"
PAGES = sorted((CORPUS / "pages").glob("*.txt"))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_populates_a_valid_and_consistent_graph(page: Path, shared: Path) -> None:
    registers = (CORPUS / "register.ttl", shared / "corpus" / "register.ttl")
    register = Register({entity: names for file in registers for entity, names in load_register(file).names.items()})
    extraction = extract(decode(page.read_bytes(), page.name), register)
    statements = populate(extraction, naming_of(register, extraction.focus.organisation, IRIS)).statements
    facts = triples_of(passage_quads(statements, IRIS.edition("page", 1)))
    assert facts
    ontology = ontology_triples(read_ontology(IRIS.base), IRIS)
    known = triples_of(quad for file in registers for quad in read_turtle(file, IRIS.base))
    shapes = to_rdflib(triple for file in SHAPES.glob("*.ttl") for triple in triples_of(read_turtle(file, IRIS.base)))
    stated = facts | known
    refuse_violations(to_rdflib(stated), shapes, to_rdflib(ontology))
    assert infer(stated, ontology, IRIS)
