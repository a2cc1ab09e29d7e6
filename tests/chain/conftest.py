"""The real chain: the committed source built into a release by the command line, and served."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from quipreside.paths import ROOT, SOURCES
from tests.server.conftest import Server, start_server, stop_server

PAGE = SOURCES / "secretaire-general-otan" / "1.txt"


@dataclass(frozen=True)
class Run:
    """How a command ended."""

    code: int
    out: str
    err: str


def quipreside(
    *words: object, environment: Mapping[str, str] | None = None, folder: Path = ROOT, umask: int = -1
) -> Run:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "quipreside", *map(str, words)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=variables, cwd=folder, umask=umask, timeout=300
    )
    return Run(done.returncode, done.stdout, done.stderr)


def store_of(release: Path) -> Store:
    """The dataset of a release in a store."""
    store = Store()
    store.bulk_load(path=str(release / "all.nq"), format=RdfFormat.N_QUADS)
    return store


@pytest.fixture(scope="session")
def real_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the committed sources."""
    dist = tmp_path_factory.mktemp("dist")
    run = quipreside("build", "--dist", dist)
    assert run.code == 0, run.err
    return Path(run.out.strip())


@pytest.fixture(scope="session")
def real_store(real_release: Path) -> Store:
    """The real dataset; a test that changes it puts back what it took."""
    return store_of(real_release)


@pytest.fixture(scope="session")
def real_server(real_release: Path) -> Iterator[Server]:
    """A server on the real release."""
    running = start_server(real_release)
    yield running
    stop_server(running)


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
