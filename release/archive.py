"""`releases/`: each published version as quads, ontology and checksums; every dump is made again from its quads."""

import gzip
import hashlib
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.attachments import Attachment
from release.dataset import RDF_TYPE, Dataset
from release.folder import exclusive, place
from release.inputs import NUMBER, Version
from release.publication import Publication
from release.writing import SUMS, write_files

QUADS = "all.nq.gz"
KEPT = ("ontology.ttl", SUMS)
DCAT, DCTERMS = EXTERNAL_PREFIXES["dcat"], EXTERNAL_PREFIXES["dcterms"]


def archived(releases: Path) -> list[str]:
    """The numbers of the published versions, oldest first."""
    found = [one.name for one in releases.glob("*") if one.is_dir() and NUMBER.fullmatch(one.name)]
    return sorted(found, key=order)


def order(number: str) -> tuple[int, ...]:
    """Order version numbers: 0.10.0 comes after 0.9.0."""
    return tuple(map(int, number.split(".")))


def previous(releases: Path, number: str) -> str | None:
    """The published version that comes just before a number."""
    return max((one for one in archived(releases) if order(one) < order(number)), key=order, default=None)


def checksums(folder: Path) -> dict[str, str]:
    """The checksums of a version's plain files, by name."""
    pairs = (line.split("  ", 1) for line in (folder / SUMS).read_text(encoding="utf-8").splitlines())
    return {name: digest for digest, name in pairs}


def quads(folder: Path) -> bytes:
    """The N-Quads of a version; raise QuiPresideError when they are not those that were published."""
    content = gzip.decompress((folder / QUADS).read_bytes())
    if hashlib.sha256(content).hexdigest() != checksums(folder)["all.nq"]:
        raise QuiPresideError(f"releases/{folder.name}/{QUADS} was altered: its sha256 is not the one published.")
    return content


def regenerated(folder: Path, iris: Iris) -> tuple[Publication, list[Attachment]]:
    """An archived version and its files, made again; a file that no longer comes out to the byte is left out."""
    dataset = restored(parse(quads(folder), format=RdfFormat.N_QUADS), iris)
    publication = republished(dataset, folder.name, iris)
    stated = checksums(folder)
    files = publication.files()
    return publication, [one for one in files if hashlib.sha256(one.content).hexdigest() == stated.get(one.name)]


def restore(dist: Path, releases: Path, number: str, iris: Iris) -> Path:
    """Put an archived version back beside the builds, with the files that can be made again, for the server to find."""
    if number not in archived(releases):
        known = ", ".join(archived(releases)) or "none"
        raise QuiPresideError(f"version {number} was never published; the published ones: {known}.")
    publication, files = regenerated(releases / number, iris)
    with exclusive(dist):
        return place(dist, number, lambda target: write_files(target, publication, files))


def restored(served: Iterable[Quad], iris: Iris) -> Dataset:
    """The dataset that a version's quads are those of."""
    graphs: dict[str, set[Triple]] = {}
    for quad in served:
        if not isinstance(quad.graph_name, DefaultGraph):
            graphs.setdefault(str(quad.graph_name).strip("<>"), set()).add(quad.triple)
    space = iris.graph("")
    superseded = graphs.get(f"{space}superseded", set())
    past = {
        triple.subject.value
        for triple in superseded
        if triple.predicate == RDF_TYPE and isinstance(triple.subject, NamedNode)
    } | {f"{space}superseded"}
    frozen = {name: frozenset(triples) for name, triples in graphs.items()}
    top = {name.removeprefix(space): t for name, t in frozen.items() if name.startswith(space) and name not in past}
    old = {name: triples for name, triples in frozen.items() if name in past}
    passages = {name: t for name, t in frozen.items() if not name.startswith(space) and name not in past}
    return Dataset(passages, top, old, space)


def republished(dataset: Dataset, number: str, iris: Iris) -> Publication:
    """A version as it was published: its day and the version before it stand in its catalogue."""
    about = NamedNode(f"{iris.dataset}/{number}")
    stated = {triple.predicate.value: triple.object for triple in dataset.top["catalogue"] if triple.subject == about}
    issued, before = stated[f"{DCTERMS}issued"], stated.get(f"{DCAT}previousVersion")
    if not isinstance(issued, Literal):
        raise QuiPresideError(f"version {number}: its catalogue states no day of issue.")
    earlier = before.value.rpartition("/")[2] if isinstance(before, NamedNode) else None
    return Publication(dataset, Version(number, issued.value), iris, earlier)
