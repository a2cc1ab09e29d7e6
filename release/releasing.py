"""Making a version immutable: copying what a build wrote into `releases/<version>/`, with what it changes."""

import gzip
import hashlib
import shutil
import tempfile
from pathlib import Path

from quipreside.errors import QuiPresideError
from quipreside.namespaces import Iris
from release.archive import KEPT, QUADS, archived, checksums, previous, quads
from release.changes import changes
from release.feed import Entry, feed
from release.folder import write_text
from release.inputs import Version
from release.writing import SUMS

FEED = "feed.atom"
ADDED, REMOVED = "added.nq.gz", "removed.nq.gz"
CHANGES = "changes.{}.txt"
ISSUED = "issued"


def make_immutable(dist: Path, releases: Path, version: Version, iris: Iris) -> Path:
    """Archive the built version and bring the feed up to date; refuse to overwrite a published one."""
    target = releases / version.number
    if target.exists():
        raise QuiPresideError(
            f"version {version.number} is published and never overwritten; give data/release.toml the next number."
        )
    built = dist / version.number
    refuse_altered(built, version)
    releases.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=releases, prefix=".") as aside:
        folder = Path(aside) / version.number
        fill(folder, built, releases, version, iris)
        folder.rename(target)
    write_text(releases / FEED, feed([entry(releases / number) for number in archived(releases)], iris))
    return target


def refuse_altered(built: Path, version: Version) -> None:
    """Raise QuiPresideError unless every plain file of the build is there with its checksum."""
    if not (built / SUMS).is_file():
        raise QuiPresideError(f"version {version.number} is not built; run `make build` first.")
    for name, digest in checksums(built).items():
        if not (built / name).is_file() or hashlib.sha256((built / name).read_bytes()).hexdigest() != digest:
            raise QuiPresideError(f"{built.name}/{name} is not the file that was built; run `make build` again.")


def fill(folder: Path, built: Path, releases: Path, version: Version, iris: Iris) -> None:
    """Write what is kept of a version into a new folder."""
    folder.mkdir()
    content = (built / "all.nq").read_bytes()
    pack(folder / QUADS, content)
    for name in KEPT:
        shutil.copyfile(built / name, folder / name)
    (folder / ISSUED).write_text(f"{version.issued}\n", encoding="utf-8")
    if before := previous(releases, version.number):
        found = changes(quads(releases / before), content, iris)
        for name, lines in zip((ADDED, REMOVED), found.quads(), strict=True):
            pack(folder / name, lines)
        for language in ("fr", "en"):
            (folder / CHANGES.format(language)).write_text(found.words(language), encoding="utf-8")


def pack(file: Path, content: bytes) -> None:
    """Write a file compressed, without a date."""
    file.write_bytes(gzip.compress(content, mtime=0))


def entry(folder: Path) -> Entry:
    """A published version as an entry of the feed."""
    words = folder / CHANGES.format("en")
    said = words.read_text(encoding="utf-8") if words.exists() else ""
    return Entry(folder.name, (folder / ISSUED).read_text(encoding="utf-8").strip(), said)
