"""Shared fixtures: what may be skipped, where the common material lies, and the real chain built and served."""

import os
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from quipreside.paths import ROOT
from tests.server.conftest import Server, start_server, stop_server

SHARED = ROOT.parent / "shared"


REQUIRED = set(os.environ.get("REQUIRE", "").replace(",", " ").split())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn every skip into a failure when `REQUIRE` is `all`: a machine that installs everything skips nothing.

    A test marked `optional` needs what no package installs, and may be skipped all the same.
    """
    report = yield
    skipped = report.skipped and not hasattr(report, "wasxfail")
    if skipped and "all" in REQUIRED and not item.get_closest_marker("optional"):
        report.outcome = "failed"
        report.longrepr = f"REQUIRE forbids this skip: {report.longrepr}"
    return report


def require(name: str, present: bool, sentence: str) -> None:
    """Skip with a sentence where a thing is absent; fail instead when `REQUIRE` names it."""
    if present:
        return
    if name in REQUIRED:
        pytest.fail(f"REQUIRE names {name}, but {sentence}")
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of common material beside the checkout."""
    require("shared", SHARED.is_dir(), "the folder of common material is not beside this checkout.")
    return SHARED


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
