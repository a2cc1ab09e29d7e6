"""Builds that are killed, and builds that meet: what is published stays whole."""

import hashlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quipreside.paths import ROOT
from release.archive import checksums

pytestmark = pytest.mark.slow

KILLS = 6


def start(dist: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "quipreside", "build", "--dist", str(dist)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(process: subprocess.Popen[bytes]) -> None:
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors.decode()


def files(release: Path) -> dict[str, str]:
    """The checksums of the release's files, after comparing them with its list."""
    found = {name: hashlib.sha256((release / name).read_bytes()).hexdigest() for name in checksums(release)}
    assert found == checksums(release)
    return found


def test_build_killed_at_any_moment_leaves_the_last_release_whole(tmp_path: Path) -> None:
    began = time.monotonic()
    finish(start(tmp_path))
    seconds = time.monotonic() - began
    before = files(tmp_path / "latest")
    moments = random.Random(6)  # noqa: S311 — moments, not secrets
    for _ in range(KILLS):
        process = start(tmp_path)
        time.sleep(seconds * moments.uniform(0.5, 1.0))
        process.kill()
        process.communicate()
        assert files(tmp_path / "latest") == before
    finish(start(tmp_path))
    assert files(tmp_path / "latest") == before
    assert len(list((tmp_path / ".builds").iterdir())) == 1


def test_builds_that_meet_do_not_mix(tmp_path: Path) -> None:
    processes = [start(tmp_path), start(tmp_path)]
    for process in processes:
        finish(process)
    assert files(tmp_path / "latest")
    assert len(list((tmp_path / ".builds").iterdir())) == 1
