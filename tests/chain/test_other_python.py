"""The same bytes under another Python, where there is one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quipreside.paths import ROOT
from tests.conftest import require

NEWER = ("python3.12", "python3.13", "python3.14")


def another_python() -> str | None:
    """A Python of another minor version that runs."""
    managed = sorted(str(file) for file in (Path.home() / ".pyenv" / "versions").glob("3.1[2-9]*/bin/python3"))
    for candidate in (*filter(None, map(shutil.which, NEWER)), *managed):
        done = subprocess.run(
            [candidate, "-c", "import sys, venv; print(sys.version_info[:2])"], capture_output=True, check=False
        )
        if done.returncode == 0 and done.stdout.decode().strip() != str(sys.version_info[:2]):
            return candidate
    return None


@pytest.mark.slow
@pytest.mark.optional
def test_release_bytes_do_not_depend_on_the_python(real_release: Path, tmp_path: Path) -> None:
    python = another_python()
    require("python", python is not None, "there is no second Python of version 3.12 or later on this machine.")
    subprocess.run([str(python), "-m", "venv", tmp_path / "venv"], check=True)
    install = ["-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt", "--editable", ROOT]
    other = tmp_path / "venv" / "bin" / "python"
    subprocess.run([other, *install], check=True, capture_output=True)
    build = [other, "-m", "quipreside", "build", "--dist", tmp_path / "dist"]
    subprocess.run(build, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "3"})
    files = {file.name for file in real_release.iterdir() if file.suffix != ".gz"}
    again = tmp_path / "dist" / "latest"
    assert files == {file.name for file in again.iterdir() if file.suffix != ".gz"}
    for name in files:
        assert (again / name).read_bytes() == (real_release / name).read_bytes(), name
