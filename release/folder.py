"""Writing a release so that a reader never meets half of one: beside, then renamed; one build at a time."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

BUILDS = ".builds"
LATEST = "latest"


@contextmanager
def exclusive(dist: Path) -> Iterator[None]:
    """Hold the folder's lock: a second build waits for the first."""
    dist.mkdir(parents=True, exist_ok=True)
    with (dist / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def publish(dist: Path, version: str, write: Callable[[Path], None]) -> Path:
    """Let `write` fill a new folder, then point `dist/<version>` and `dist/latest` at it; return `dist/<version>`.

    Both are symbolic links swapped by one rename each, so a build that dies leaves the previous release whole.
    """
    place(dist, version, write)
    point(dist / LATEST, Path(version))
    remove_unused(dist)
    return dist / version


def place(dist: Path, version: str, write: Callable[[Path], None]) -> Path:
    """Let `write` fill a new folder, then point `dist/<version>` at it; *latest* stays where it is."""
    builds = dist / BUILDS
    builds.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{version}.", dir=builds))
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, folder)
        write(folder)
        undo.pop_all()
    folder.chmod(0o755)
    for file in folder.iterdir():
        file.chmod(0o644)
    point(dist / version, Path(BUILDS) / folder.name)
    return dist / version


def point(link: Path, target: Path) -> None:
    """Make `link` a symbolic link to `target`, replacing an older one in a single step."""
    aside = link.with_name(f".{link.name}.{os.getpid()}")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target)
    aside.replace(link)


def remove_unused(dist: Path) -> None:
    """Delete the builds that no version points at."""
    used = {link.readlink().name for link in dist.iterdir() if link.is_symlink() and link.name != LATEST}
    for build in (dist / BUILDS).iterdir():
        if build.name not in used:
            shutil.rmtree(build)


def write_text(file: Path, content: str | bytes) -> None:
    """Write a file beside its place, then rename it, so that it is never half written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    aside.write_bytes(content.encode() if isinstance(content, str) else content)
    aside.replace(file)
