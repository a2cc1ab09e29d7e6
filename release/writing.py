"""Write the files of a release into a folder: each dump plain and compressed, the manifest, the checksums."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pyoxigraph import DefaultGraph

from release.attachments import Attachment
from release.publication import Publication

GZIP = "application/gzip"
SUMS = "SHA256SUMS"


def write_release(folder: Path, release: Publication, attachments: Sequence[Attachment] = ()) -> None:
    """Write the dumps, the attachments, the manifest and the checksums into an empty folder.

    The bytes of the plain files depend on the dataset and the library versions alone; `SHA256SUMS` lists those. The
    compressed ones also depend on the machine's zlib.
    """
    write_files(folder, release, [*release.files(), *attachments])


def write_files(folder: Path, release: Publication, files: Sequence[Attachment]) -> None:
    """Write some files of a release, plain and compressed, with the manifest and the checksums of those."""
    rows = [row for file in files for row in written(folder, file)]
    served = release.contents.served
    manifest = {
        "version": release.version.number,
        "issued": release.version.issued,
        "base_iri": release.iris.base,
        "quads": len(served),
        "triples": sum(isinstance(quad.graph_name, DefaultGraph) for quad in served),
        "files": rows,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (folder / SUMS).write_text(checksums(files), encoding="utf-8")


def written(folder: Path, file: Attachment) -> list[dict[str, str | int]]:
    """Write a file plain and compressed, and return what the manifest says of both."""
    (folder / file.name).write_bytes(file.content)
    packed = Attachment(
        f"{file.name}.gz", GZIP, gzip.compress(file.content, mtime=0), f"{file.fr} Compressé.", f"{file.en} Compressed."
    )
    (folder / packed.name).write_bytes(packed.content)
    return [row(file), row(packed)]


def row(file: Attachment) -> dict[str, str | int]:
    """What the manifest says of a file."""
    return {
        "name": file.name,
        "media_type": file.media_type,
        "bytes": len(file.content),
        "sha256": hashlib.sha256(file.content).hexdigest(),
        "fr": file.fr,
        "en": file.en,
    }


def checksums(files: Iterable[Attachment]) -> str:
    """The plain files' checksums, as `sha256sum` writes and checks them."""
    lines = ((file.name, hashlib.sha256(file.content).hexdigest()) for file in files)
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(lines))
