"""The files of a release: a table of names, formats and contents, written sorted so that the bytes are stable."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize

from quipreside.namespaces import Iris
from release.dataset import Dataset


@dataclass(frozen=True)
class Dump:
    """One file: its name, format, quads, and what is in it, in French and English."""

    name: str
    format: RdfFormat
    content: Callable[[Dataset], Iterable[Quad]]
    fr: str
    en: str


DUMPS: tuple[Dump, ...] = (
    Dump("facts.ttl", RdfFormat.TURTLE, Dataset.facts, "Les faits, noms, liens et inférences, sans preuves ni citations.",
         "The facts, names, links and inferences, without evidence or quotes."),
    Dump("all.ttl", RdfFormat.TURTLE, Dataset.default, "Le graphe par défaut : faits, preuves, ontologie, inférences.",
         "The default graph: facts, evidence, ontology, inferences."),
    Dump("all.trig", RdfFormat.TRIG, Dataset.served, "Le jeu de données servi, graphes nommés compris.",
         "The dataset as served, named graphs included."),
    Dump("all.nq", RdfFormat.N_QUADS, Dataset.served, "Le jeu de données servi, un quadruplet par ligne.",
         "The dataset as served, one quad a line."),
    Dump("ontology.ttl", RdfFormat.TURTLE, Dataset.ontology, "L’ontologie.", "The ontology."),
)  # fmt: skip


def write_release(folder: Path, dataset: Dataset, version: str, issued: str, iris: Iris) -> None:
    """Write every dump, the manifest and the checksums into an empty folder."""
    files = []
    for dump in DUMPS:
        content = rendered(dump.content(dataset), dump.format, iris)
        (folder / dump.name).write_bytes(content)
        checksum = hashlib.sha256(content).hexdigest()
        files.append(
            {"name": dump.name, "media_type": dump.format.media_type, "bytes": len(content), "sha256": checksum,
             "fr": dump.fr, "en": dump.en}
        )  # fmt: skip
    served = dataset.served()
    manifest = {
        "version": version,
        "issued": issued,
        "base_iri": iris.base,
        "quads": len(served),
        "triples": sum(isinstance(quad.graph_name, DefaultGraph) for quad in served),
        "files": files,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sums = "".join(f"{file['sha256']}  {file['name']}\n" for file in files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


def rendered(quads: Iterable[Quad], format_: RdfFormat, iris: Iris) -> bytes:
    """Serialise quads in the order of their N-Quads lines, with the project's prefixes where the format has some."""
    ordered: Sequence[Quad] = sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))
    rows = [quad.triple for quad in ordered] if not format_.supports_datasets else ordered
    prefixes = iris.prefixes() if format_ in (RdfFormat.TURTLE, RdfFormat.TRIG) else None
    content = serialize(rows, format=format_, prefixes=prefixes)
    return content or b""
