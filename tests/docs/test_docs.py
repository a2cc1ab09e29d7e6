"""What the documentation names exists and runs."""

import re
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from quipreside.cli import COMMANDS
from quipreside.namespaces import Iris
from quipreside.paths import ROOT
from quipreside.settings import ENVIRONMENT_PREFIX, markdown
from release.diagram import mermaid
from release.inputs import read_ontology
from release.terms import triples_of

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
QUERIES = [
    (page.name, query) for page, text in TEXTS.items() for query in re.findall(r"```sparql\n(.*?)```", text, re.S)
]


def test_data_model_diagram_is_the_one_drawn_from_the_ontology() -> None:
    iris = Iris()
    (drawn,) = re.findall(r"```mermaid\n(.*?)```", TEXTS[ROOT / "docs" / "data-model.md"], re.S)
    assert drawn == mermaid(triples_of(read_ontology(iris.base)), iris)


def test_prefixes_are_those_of_the_code() -> None:
    lines = (ROOT / "docs" / "prefixes.ttl").read_text(encoding="utf-8").splitlines()
    assert lines == [f"@prefix {prefix}: <{iri}> ." for prefix, iri in Iris().prefixes().items()]
    assert list(parse("\n".join(lines), format=RdfFormat.TURTLE)) == []


@pytest.mark.parametrize(("page", "query"), QUERIES)
def test_query_in_the_documentation_has_an_answer(page: str, query: str, real_store: Store) -> None:
    solutions = real_store.query(query)
    assert isinstance(solutions, QuerySolutions), page
    assert list(solutions)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_named_in_the_documentation_exist(page: Path) -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", TEXTS[page]):
        assert (page.parent / target).exists(), target


def test_settings_page_shows_the_table_of_the_code() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert markdown() in text
    assert ENVIRONMENT_PREFIX in text


def test_make_targets_named_in_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^)make ([a-z]+)", TEXTS[ROOT / "README.md"], re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_commands_of_the_readme_are_those_of_the_command_line() -> None:
    named = set(re.findall(r"quipreside ([a-z]+)", TEXTS[ROOT / "README.md"]))
    assert named <= {command.name for command in COMMANDS}
