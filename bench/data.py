"""The data of a measurement: the default graph of a release, or triples made up to a size, and the queries on it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, parse

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
MADE = "http://example.org/made/"
DEPTH = 10


@dataclass(frozen=True)
class Data:
    """N-Triples in a file, and the same as a release folder of the server's own."""

    triples: Path
    release: Path
    size: int


def from_release(release: Path, folder: Path) -> Data:
    """The default graph of a release."""
    quads = parse(path=str(release / "all.nq"), format=RdfFormat.N_QUADS)
    lines = (f"{quad.triple} ." for quad in quads if quad.graph_name == DefaultGraph())
    return write(lines, folder)


def made(size: int, folder: Path) -> Data:
    """Made-up offices, each with a type, a label, a body and an office above it: `size` triples."""
    return write(made_lines(size), folder)


def made_lines(size: int) -> Iterator[str]:
    """The lines of made-up offices."""
    for number in range(size // 4):
        office = f"<{MADE}office/{number}>"
        yield f"{office} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{MADE}Class{number % 50}> ."
        yield f'{office} <{RDFS}label> "office {number}"@en .'
        yield f"{office} <{MADE}chairs> <{MADE}body/{number * 7 % (size // 4)}> ."
        yield f"{office} <{MADE}reportsTo> <{MADE}office/{number // DEPTH}> ."


def write(lines: Iterator[str], folder: Path) -> Data:
    """Write the triples, and the folder of a release that holds nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    file, size, digest = folder / "all.nq", 0, hashlib.sha256()
    with file.open("wb") as output:
        for line in lines:
            content = f"{line}\n".encode()
            output.write(content)
            digest.update(content)
            size += 1
    entry = {
        "name": file.name,
        "media_type": "application/n-quads",
        "bytes": file.stat().st_size,
        "sha256": digest.hexdigest(),
        "fr": "",
        "en": "",
    }
    manifest: dict[str, object] = {
        "version": "0.0.0",
        "issued": "1970-01-01",
        "base_iri": "https://w3id.org/qui-preside/",
    }
    manifest |= {"quads": size, "triples": size, "files": [entry]}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "data.nt").unlink(missing_ok=True)
    (folder / "data.nt").hardlink_to(file)
    return Data(folder / "data.nt", folder, size)
