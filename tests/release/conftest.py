"""The invented page as a dataset, built once."""

import sys
from pathlib import Path

import pytest

from release.dataset import Dataset
from release.publication import Publication

sys.path.insert(0, str(Path(__file__).parent))

import page


@pytest.fixture(scope="session")
def publication() -> Publication:
    """The invented page as a version ready to be written."""
    return page.publication()


@pytest.fixture(scope="session")
def dataset(publication: Publication) -> Dataset:
    """The invented page, inferred, explained and catalogued."""
    return publication.contents.dataset
