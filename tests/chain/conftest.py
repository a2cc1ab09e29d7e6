"""The first page with some of its words replaced, and checkouts that a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from quipreside.paths import ROOT, SOURCES
from tests.conftest import Run, quipreside, store_of

KEPT = ("data", "ontology", "shapes", "queries", "releases", "extraction", "release", "quipreside", "server")
PAGE = SOURCES / "secretaire-general-otan" / "1.txt"


@pytest.fixture
def rebuilt(tmp_path: Path) -> Callable[..., Store]:
    """Build the page with some words replaced, each exactly once, and give its dataset."""

    def build(*changes: tuple[str, str]) -> Store:
        text = PAGE.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times"
            text = text.replace(old, new)
        page = tmp_path / "page.txt"
        page.write_text(text, encoding="utf-8")
        run = quipreside("build", "--text", page, "--dist", tmp_path / "dist")
        assert run.code == 0, run.err
        return store_of(Path(run.out.strip()))

    return build


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout that a test may spoil."""
    return copy_checkout(tmp_path)


def copy_checkout(target: Path) -> Path:
    """Copy what a build needs into a folder."""
    for folder in filter(lambda name: (ROOT / name).is_dir(), KEPT):
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def build_in(checkout: Path) -> Run:
    return quipreside("build", environment={"PYTHONPATH": str(checkout)}, folder=checkout)
