"""Write the files of a release into a folder: each dump plain and compressed, the manifest, the checksums."""

import gzip
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import DefaultGraph

from quipreside.namespaces import Iris
from release.attachments import Attachment
from release.contents import Contents
from release.dataset import Dataset
from release.dumps import DUMPS, Dump

GZIP = "application/gzip"
COMPRESSED = {"fr": "{} Compressé.", "en": "{} Compressed."}


def write_release(
    folder: Path, dataset: Dataset, version: str, issued: str, iris: Iris, *, attachments: Iterable[Attachment] = ()
) -> None:
    """Write every dump and attachment, the manifest and the checksums into an empty folder.

    The bytes of the plain files depend on the dataset and the library versions alone; `SHA256SUMS` lists those. The
    compressed ones also depend on the machine's zlib.
    """
    contents = Contents(dataset, iris)
    held: list[Dump | Attachment] = [*DUMPS, *attachments]
    files = {one.name: one.content if isinstance(one, Attachment) else one.render(contents) for one in held}
    rows = [row for one in held for row in written(folder, one, files[one.name])]
    manifest = {
        "version": version,
        "issued": issued,
        "base_iri": iris.base,
        "quads": len(contents.served),
        "triples": sum(isinstance(quad.graph_name, DefaultGraph) for quad in contents.served),
        "files": rows,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (folder / "SHA256SUMS").write_text(checksums(files), encoding="utf-8")


def written(folder: Path, dump: Dump | Attachment, content: bytes) -> list[dict[str, str | int]]:
    """Write a file plain and compressed, and return what the manifest says of both."""
    packed = gzip.compress(content, mtime=0)
    rows: list[dict[str, str | int]] = []
    for name, media_type, data, suffix in (
        (dump.name, dump.media_type, content, {"fr": "{}", "en": "{}"}),
        (f"{dump.name}.gz", GZIP, packed, COMPRESSED),
    ):
        (folder / name).write_bytes(data)
        rows.append(
            {
                "name": name,
                "media_type": media_type,
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
                "fr": suffix["fr"].format(dump.fr),
                "en": suffix["en"].format(dump.en),
            }
        )
    return rows


def checksums(files: dict[str, bytes]) -> str:
    """The plain files' checksums, as `sha256sum` writes and checks them."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
