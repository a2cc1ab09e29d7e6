"""The invented page as a dataset, built once."""

import sys
from pathlib import Path

import pytest

from release.dataset import Dataset

sys.path.insert(0, str(Path(__file__).parent))

import page


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The invented page, inferred and explained."""
    return page.complete_dataset()
