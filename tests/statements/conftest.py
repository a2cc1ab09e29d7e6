"""The page read by the real chain, whole or with its words changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extraction.folding import decode
from extraction.harvest import Harvest, harvest, read_curation
from extraction.naming import naming_of
from extraction.reader import extract
from extraction.register import load_register
from extraction.sources import read_edition
from quipreside.namespaces import Iris
from quipreside.paths import DATA
from tests.statements.questions import SOURCE, TEXT

Read = Callable[[bytes], Harvest]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read bytes as the page: by the rules and by the curator's statements."""
    iris = Iris()
    register = load_register(DATA / "register.ttl")
    curation = read_curation(DATA / "curated" / f"{SOURCE}.toml", iris)
    edition = read_edition(TEXT)

    def read_page(content: bytes) -> Harvest:
        reading = extract(decode(content, "page"), register)
        page = replace(edition, content=content)
        return harvest(
            page, reading, curation, naming_of(register, reading.focus.organisation, iris), iris, strict=False
        )

    return read_page
