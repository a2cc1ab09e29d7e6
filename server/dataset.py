"""A release folder as the server reads it: its manifest, its files, and proof that its quads are whole."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from quipreside.errors import QuiPresideError

MANIFEST = "manifest.json"
QUADS = "all.nq"


@dataclass(frozen=True)
class File:
    """A file of the release; `bytes` is its size."""

    name: str
    media_type: str
    bytes: int
    sha256: str
    fr: str = ""
    en: str = ""


@dataclass(frozen=True)
class Release:
    """A published version: `quads` are those of all graphs, `triples` those of the default graph."""

    folder: Path
    version: str
    issued: str
    base_iri: str
    quads: int
    triples: int
    files: tuple[File, ...]

    @property
    def served(self) -> Path:
        """The N-Quads file that holds exactly the served dataset."""
        return self.folder / QUADS

    def file(self, name: str) -> File | None:
        """The file of this name."""
        return next((file for file in self.files if file.name == name), None)


def read_release(folder: Path) -> Release:
    """Read a release folder; raise QuiPresideError when it is missing, truncated or altered."""
    folder = folder.resolve()
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        files = tuple(File(**entry) for entry in manifest.pop("files"))
        release = Release(folder=folder, files=files, **manifest)
    except FileNotFoundError:
        raise QuiPresideError(
            f"{folder}: there is no release here (no {MANIFEST}); `quipreside build` writes one."
        ) from None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise QuiPresideError(
            f"{folder / MANIFEST}: is not a manifest of a release ({error}); build it again."
        ) from None
    verify(release)
    return release


def verify(release: Release) -> None:
    """Compare the served quads with their checksum in the manifest."""
    stated = release.file(QUADS)
    if stated is None or not release.served.is_file():
        raise QuiPresideError(f"{release.folder}: the release has no {QUADS}; build it again.")
    with release.served.open("rb") as quads:
        found = hashlib.file_digest(quads, "sha256").hexdigest()
    if found != stated.sha256:
        raise QuiPresideError(
            f"{release.served}: is truncated or altered (its sha256 is not the manifest's); build it again."
        )
