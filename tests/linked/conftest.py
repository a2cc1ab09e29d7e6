"""A release of the invented page with all that a release carries, and an application on it."""

import gzip
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, Store

from quipreside.paths import QUERIES, SHAPES
from quipreside.settings import load_settings
from release.attachments import Attachment, identifiers, shapes, texts
from release.dataset import Dataset
from release.examples import examples
from release.ledger import HEADER
from server.app import create_app
from server.dataset import read_release
from tests.release import page

BASE = page.IRIS.base
SOURCE = f"source/{page.SOURCE}"
LEDGER = "\n".join(
    (
        HEADER,
        "id/ada-ler\tAda Ler\tPerson\tPerson\t0.1.0\tactive\t",
        "id/secretaire\tsecrétaire\tPost\tPost\t0.0.1\twithdrawn\tid/secretaire-ligue",
        "id/tresorier-ligue\ttrésorier\tPost\tPost\t0.0.1\twithdrawn\t",
    )
)


def with_catalogue(dataset: Dataset) -> Dataset:
    """The dataset, its catalogue naming what the project mints besides things."""
    lines = f"""
        <{BASE}dataset> a dcat:Dataset ; dcterms:title "Qui préside"@fr ; dcat:hasVersion <{BASE}dataset/1.2.3> .
        <{BASE}dataset/1.2.3> a dcat:Dataset ; dcterms:title "Qui préside 1.2.3"@fr .
    """
    return replace(dataset, top={**dataset.top, "catalogue": frozenset(page.turtle(lines))})


def attachments() -> list[Attachment]:
    """The text, the shapes, the example queries, and a ledger with two tombstones."""
    return [*texts([page.edition()]), shapes(SHAPES, page.IRIS), examples(QUERIES, page.IRIS), identifiers(LEDGER)]


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return with_catalogue(page.complete_dataset())


@pytest.fixture(scope="session")
def store(dataset: Dataset) -> Store:
    """The quads that the server serves."""
    held = Store()
    held.extend(dataset.served())
    return held


@pytest.fixture(scope="session")
def folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("linked") / "1.2.3"
    target.mkdir()
    quads = "".join(f"{quad} .\n" for quad in dataset.served()).encode()
    write_folder(target, [Attachment("all.nq", "application/n-quads", quads, "tout", "all"), *attachments()])
    return target


def write_folder(folder: Path, files: list[Attachment]) -> None:
    """Write files, some also compressed, and the manifest that lists them."""
    packed = [
        replace(one, name=f"{one.name}.gz", media_type="application/gzip", content=gzip.compress(one.content, mtime=0))
        for one in files
    ]
    for one in (*files, *packed):
        (folder / one.name).write_bytes(one.content)
    quads = files[0].content.decode().splitlines()
    manifest = {
        "version": "1.2.3",
        "issued": "2026-01-02",
        "base_iri": BASE,
        "quads": len(quads),
        "triples": len(quads),
        "files": [row(one) for one in (*files, *packed)],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def row(one: Attachment) -> dict[str, str | int]:
    """What the manifest says of a file."""
    checksum = hashlib.sha256(one.content).hexdigest()
    held = {"name": one.name, "media_type": one.media_type, "sha256": checksum, "fr": one.fr, "en": one.en}
    return {**held, "bytes": len(one.content)}


@pytest.fixture(scope="session")
def client(folder: Path) -> FlaskClient:
    return create_app(load_settings({}, {}), read_release(folder)).test_client()


def mentioned(store: Store) -> set[str]:
    """Every IRI under the base that a quad of the served dataset mentions."""
    terms = (term for quad in store for term in (quad.subject, quad.predicate, quad.object, quad.graph_name))
    return {term.value for term in terms if isinstance(term, NamedNode) and term.value.startswith(BASE)}
