"""Versions: immutable once published, made again to the byte, compared with the one before, announced in a feed."""

import gzip
import hashlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import page
import pytest

from quipreside.errors import QuiPresideError
from release.archive import archived, previous, quads, restore
from release.folder import publish
from release.publication import Publication
from release.releasing import make_immutable
from release.writing import write_release
from server.dataset import read_release

ATOM = "{http://www.w3.org/2005/Atom}"
MEMBERS = "id:ligue :memberCount 12 ."


def build(dist: Path, publication: Publication) -> Publication:
    publish(dist, publication.version.number, lambda folder: write_release(folder, publication))
    return publication


@pytest.fixture(scope="module")
def folders(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of builds and one of releases, with the versions 0.1.0 and 0.2.0; the second adds one fact."""
    root = tmp_path_factory.mktemp("versions")
    dist, releases = root / "dist", root / "releases"
    for one in (
        replace(publication, version=replace(publication.version, number="0.1.0"), previous=None),
        page.publication(more=MEMBERS),
    ):
        make_immutable(dist, releases, build(dist, one).version, page.IRIS)
    return dist, releases


def test_release_keeps_quads_ontology_and_sums(folders: tuple[Path, Path]) -> None:
    dist, releases = folders
    kept = {file.name for file in (releases / "0.1.0").iterdir()}
    assert kept == {"all.nq.gz", "ontology.ttl", "SHA256SUMS", "issued"}
    assert gzip.decompress((releases / "0.1.0" / "all.nq.gz").read_bytes()) == (dist / "0.1.0" / "all.nq").read_bytes()


def test_release_published_version_is_not_overwritten(folders: tuple[Path, Path]) -> None:
    dist, releases = folders
    before = {file: file.read_bytes() for file in (releases / "0.2.0").iterdir()}
    with pytest.raises(QuiPresideError, match=r"version 0\.2\.0 is published and never overwritten"):
        make_immutable(dist, releases, page.publication().version, page.IRIS)
    assert {file: file.read_bytes() for file in (releases / "0.2.0").iterdir()} == before


def test_release_unbuilt_or_altered_build_is_refused(publication: Publication, tmp_path: Path) -> None:
    with pytest.raises(QuiPresideError, match="is not built"):
        make_immutable(tmp_path / "dist", tmp_path / "releases", publication.version, page.IRIS)
    build(tmp_path / "dist", publication)
    (tmp_path / "dist" / "0.2.0" / "facts.ttl").write_text("")
    with pytest.raises(QuiPresideError, match=r"facts\.ttl is not the file that was built"):
        make_immutable(tmp_path / "dist", tmp_path / "releases", publication.version, page.IRIS)
    assert not (tmp_path / "releases").exists()


def test_restore_every_dump_is_made_again_to_the_byte(folders: tuple[Path, Path], tmp_path: Path) -> None:
    dist, releases = folders
    for number in archived(releases):
        made = restore(tmp_path, releases, number, page.IRIS)
        assert {file.name for file in made.iterdir()} == {file.name for file in (dist / number).iterdir()}
        assert all((dist / number / file.name).read_bytes() == file.read_bytes() for file in made.iterdir())
        assert read_release(made).version == number
    assert not (tmp_path / "latest").exists()


def test_restore_file_that_no_longer_comes_out_is_left_out(folders: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "releases" / "0.1.0"
    folder.mkdir(parents=True)
    for file in (folders[1] / "0.1.0").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    sums = (folder / "SHA256SUMS").read_text()
    digest = next(line for line in sums.splitlines() if line.endswith("all.rdf")).split()[0]
    (folder / "SHA256SUMS").write_text(sums.replace(digest, "0" * 64))
    made = restore(tmp_path / "dist", folder.parent, "0.1.0", page.IRIS)
    assert not (made / "all.rdf").exists()
    assert (made / "all.ttl").exists()


def test_restore_unpublished_version_names_the_published_ones(folders: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(QuiPresideError, match=r"version 0\.3\.0 was never published; .*0\.1\.0, 0\.2\.0"):
        restore(tmp_path, folders[1], "0.3.0", page.IRIS)


def test_release_altered_archive_is_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "0.1.0"
    folder.mkdir()
    (folder / "SHA256SUMS").write_bytes((folders[1] / "0.1.0" / "SHA256SUMS").read_bytes())
    (folder / "all.nq.gz").write_bytes(gzip.compress(b"<x:a> <x:b> <x:c> .\n"))
    with pytest.raises(QuiPresideError, match="was altered"):
        quads(folder)


def test_release_changes_are_the_difference_in_quads_and_in_words(folders: tuple[Path, Path]) -> None:
    dist, releases = folders
    old, new = ((dist / number / "all.nq").read_text().splitlines(True) for number in ("0.1.0", "0.2.0"))
    added, removed = (
        gzip.decompress((releases / "0.2.0" / f"{name}.nq.gz").read_bytes()).decode().splitlines(True)
        for name in ("added", "removed")
    )
    assert sorted({*old} - {*removed} | {*added}) == sorted(new)
    assert any("memberCount" in line for line in added)
    words = {language: (releases / "0.2.0" / f"changes.{language}.txt").read_text("utf-8") for language in ("fr", "en")}
    assert words == {
        "fr": "ajouté: Ligue — nombre de membres — « 12 »\n",
        "en": "added: League — member count — « 12 »\n",
    }


def test_release_feed_lists_the_versions_newest_first_without_a_clock(folders: tuple[Path, Path]) -> None:
    root = ET.parse(folders[1] / "feed.atom").getroot()  # noqa: S314 — our own file
    titles = [one.findtext(f"{ATOM}title") for one in root.iter(f"{ATOM}entry")]
    assert titles == ["Version 0.2.0", "Version 0.1.0"]
    assert root.findtext(f"{ATOM}updated") == "2026-11-23T00:00:00Z"
    contents = [one.findtext(f"{ATOM}content") for one in root.iter(f"{ATOM}entry")]
    assert contents[0] == "added: League — member count — « 12 »\n"


def test_archived_orders_numbers_as_numbers(tmp_path: Path) -> None:
    for name in ("0.10.0", "0.9.0", "0.2.0", ".building", "notes"):
        (tmp_path / name).mkdir()
    assert archived(tmp_path) == ["0.2.0", "0.9.0", "0.10.0"]
    assert previous(tmp_path, "0.10.0") == "0.9.0"
    assert previous(tmp_path, "0.2.0") is None


def test_archived_quads_are_verified_against_the_sums(folders: tuple[Path, Path]) -> None:
    folder = folders[1] / "0.1.0"
    digest = hashlib.sha256(quads(folder)).hexdigest()
    assert f"{digest}  all.nq\n" in (folder / "SHA256SUMS").read_text()
