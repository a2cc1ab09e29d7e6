"""The files of a release: read again by other parsers, compared with the dataset, and stable to the byte."""

import csv
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import page
import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import CanonicalizationAlgorithm, Quad, RdfFormat, parse
from pyoxigraph import Dataset as QuadSet

from release.dataset import Dataset
from release.dumps import DUMPS
from release.publication import Publication
from release.terms import to_rdflib
from release.writing import write_release

TABLES = ("posts", "bodies", "chairs", "tenures", "evidence")


@pytest.fixture(scope="module")
def folder(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("release")
    write_release(target, publication)
    return target


def read(file: Path) -> set[Quad]:
    return set(parse(path=str(file)))


def default(dataset: Dataset) -> set[Quad]:
    return set(dataset.default())


def nodes(value: object) -> Iterator[dict]:
    """Every object of a JSON document, however deep."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def test_write_release_served_files_hold_exactly_the_dataset(folder: Path, dataset: Dataset) -> None:
    assert read(folder / "all.nq") == read(folder / "all.trig") == set(dataset.served())


@pytest.mark.parametrize("name", ["all.ttl", "all.nt", "all.rdf", "all.jsonld"])
def test_write_release_every_format_holds_exactly_the_default_graph(name: str, folder: Path, dataset: Dataset) -> None:
    assert read(folder / name) == default(dataset)


@pytest.mark.parametrize("name", ["all.ttl", "all.nt", "all.rdf", "facts.ttl", "graph-why.ttl", "sameas.nt"])
def test_write_release_second_parser_reads_the_same(name: str, folder: Path) -> None:
    graph = rdflib.Graph(bind_namespaces="none")
    graph.parse(folder / name)
    assert set(graph) == set(to_rdflib(quad.triple for quad in read(folder / name)))


def test_write_release_facts_hold_no_quote_and_no_evidence(folder: Path, dataset: Dataset) -> None:
    facts = {quad.triple for quad in read(folder / "facts.ttl")}
    assert facts == dataset.stated() | dataset.top["links"] | dataset.top["inferred"]
    assert not any("ns/oa#" in str(triple) for triple in facts)


def test_write_release_framed_jsonld_holds_the_facts_and_its_context(folder: Path) -> None:
    text = (folder / "facts.jsonld").read_text(encoding="utf-8")
    lines = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})
    assert set(parse(lines, format=RdfFormat.N_QUADS)) == read(folder / "facts.ttl")
    assert any(node.get("chairs", {}).get("id") == "id/conseil-ligue" for node in nodes(json.loads(text)))


def test_write_release_quads_are_canonical_for_two_implementations(folder: Path) -> None:
    content = (folder / "all.nq").read_bytes()
    quads = QuadSet(parse(content, format=RdfFormat.N_QUADS))
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert "".join(sorted(f"{quad} .\n" for quad in quads)).encode() == content
    options = {"algorithm": "URDNA2015", "inputFormat": "application/n-quads", "format": "application/n-quads"}
    assert jsonld.normalize(content.decode(), options).encode() == content


def test_write_release_tables_answer_with_headers_and_rows(folder: Path) -> None:
    rows = {name: list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text("utf-8")))) for name in TABLES}
    assert [row["post_fr"] for row in rows["posts"]] == ["secrétaire de la Ligue"]
    assert {row["chaired_by"].rpartition("/")[2] for row in rows["bodies"]} == {"", "secretaire-ligue"}
    assert [(row["status"], row["person_fr"], row["start"]) for row in rows["tenures"]] == [
        ("current", "Ada Ler", "2024-10")
    ]
    assert [row["body_fr"] for row in rows["chairs"]] == ["Conseil de la Ligue"]
    evidence = {(row["passage"].rpartition("/")[2], row["quote"]) for row in rows["evidence"]}
    assert evidence == {(key, line) for key, line in page.LINES.items() if key != "h01"}
    assert all(page.TEXT[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows["evidence"])


def test_write_release_manifest_lists_every_file_with_its_checksum(folder: Path, dataset: Dataset) -> None:
    manifest = json.loads((folder / "manifest.json").read_bytes())
    listed = {row["name"] for row in manifest["files"]}
    assert listed | {"manifest.json", "SHA256SUMS"} == {file.name for file in folder.iterdir()}
    for row in manifest["files"]:
        content = (folder / row["name"]).read_bytes()
        assert (row["bytes"], row["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert row["fr"]
        assert row["en"]
    assert manifest["quads"] == len(set(dataset.served()))
    assert manifest["triples"] == len(default(dataset))


def test_write_release_checksums_are_those_of_the_plain_files(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    assert sorted(line.split("  ")[1] for line in lines) == sorted(["catalogue.ttl", *(dump.name for dump in DUMPS)])
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.name)
def test_write_release_compressed_file_is_the_plain_one(dump, folder: Path) -> None:
    assert gzip.decompress((folder / f"{dump.name}.gz").read_bytes()) == (folder / dump.name).read_bytes()


def test_dumps_those_with_quotes_are_marked(folder: Path) -> None:
    words = page.LINES["s03"]
    found = {dump.name for dump in DUMPS if words in (folder / dump.name).read_text("utf-8")}
    assert found == {dump.name for dump in DUMPS if dump.quotes}


BUILD = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
import page
from release.writing import write_release
target = pathlib.Path(sys.argv[2])
write_release(target, page.publication())
"""


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "umask", "timezone"), [("1", 0o077, "Asia/Tokyo"), ("7", 0o002, "America/Lima")])
def test_write_release_bytes_do_not_depend_on_the_machine(
    seed: str, umask: int, timezone: str, folder: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": timezone, "LC_ALL": "C"}
    target = tmp_path / f"elsewhere-{seed}"
    target.mkdir()
    command = [sys.executable, "-c", BUILD, str(Path(page.__file__).parent), str(target)]
    subprocess.run(command, env=environment, umask=umask, check=True)
    assert {file.name: file.read_bytes() for file in target.iterdir()} == {
        file.name: file.read_bytes() for file in folder.iterdir()
    }
