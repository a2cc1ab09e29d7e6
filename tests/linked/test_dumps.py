"""Files of the release over HTTP: whole, in part, compressed, again, and never from outside the folder."""

import gzip
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quipreside.settings import load_settings
from server.app import create_app
from server.dataset import read_release

FILE = "/dumps/1.2.3/all.nq"


@pytest.fixture
def content(folder: Path) -> bytes:
    return (folder / "all.nq").read_bytes()


def test_get_file_is_immutable_and_tagged_by_its_checksum(client: FlaskClient, content: bytes) -> None:
    response = client.get(FILE)
    assert (response.status_code, response.data) == (200, content)
    assert response.headers["ETag"] == f'"{hashlib.sha256(content).hexdigest()}"'
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.content_type == "application/n-quads"
    assert client.head(FILE).headers["Content-Length"] == str(len(content))


@pytest.mark.parametrize(
    ("sent", "start", "end"),
    [("bytes=0-0", 0, 1), ("bytes=10-19", 10, 20), ("bytes=-7", -7, None), ("bytes=100-", 100, None)],
)
def test_get_range_is_partial(client: FlaskClient, content: bytes, sent: str, start: int, end: int | None) -> None:
    response = client.get(FILE, headers={"Range": sent, "Accept-Encoding": "gzip"})
    assert (response.status_code, response.data) == (206, content[start:end])
    first = start % len(content)
    assert response.headers["Content-Range"] == f"bytes {first}-{first + len(response.data) - 1}/{len(content)}"
    assert "Content-Encoding" not in response.headers


def test_get_range_beyond_the_end_says_the_size(client: FlaskClient, content: bytes) -> None:
    response = client.get(FILE, headers={"Range": f"bytes={len(content)}-"})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{len(content)}"
    assert str(len(content)) in json.loads(response.data)["detail"]


@pytest.mark.parametrize("sent", ["bytes=0-1,4-5", "bytes=x", "lines=0-1", "bytes=5-2,", ""])
def test_get_range_that_is_none_gives_the_whole(client: FlaskClient, content: bytes, sent: str) -> None:
    response = client.get(FILE, headers={"Range": sent})
    assert (response.status_code, response.data) == (200, content)


def test_get_range_if_the_file_is_still_the_same(client: FlaskClient, content: bytes) -> None:
    tag = client.get(FILE).headers["ETag"]
    assert client.get(FILE, headers={"Range": "bytes=0-3", "If-Range": tag}).status_code == 206
    assert client.get(FILE, headers={"Range": "bytes=0-3", "If-Range": '"other"'}).data == content


def test_get_gzip_is_the_file_that_lies_ready(client: FlaskClient, content: bytes, folder: Path) -> None:
    response = client.get(FILE, headers={"Accept-Encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.data == (folder / "all.nq.gz").read_bytes()
    assert gzip.decompress(response.data) == content
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["ETag"] != client.get(FILE).headers["ETag"]
    assert client.get("/dumps/1.2.3/all.nq.gz").content_type == "application/gzip"


def test_get_again_is_not_modified(client: FlaskClient) -> None:
    for coding in ("identity", "gzip"):
        headers = {"Accept-Encoding": coding}
        tag = client.get(FILE, headers=headers).headers["ETag"]
        assert client.get(FILE, headers={**headers, "If-None-Match": tag}).status_code == 304


def test_get_latest_leads_to_the_version(client: FlaskClient) -> None:
    for path, location in (("all.nq", "../1.2.3/all.nq"), ("", "../1.2.3/")):
        response = client.get(f"/dumps/latest/{path}", headers={"Host": "evil.example"})
        assert (response.status_code, response.headers["Location"]) == (302, location)
        assert "immutable" not in response.headers["Cache-Control"]


def test_get_folder_without_its_slash_names_no_host(client: FlaskClient) -> None:
    response = client.get("/dumps/1.2.3", headers={"Host": "evil.example"})
    assert (response.status_code, response.headers["Location"]) == (308, "/dumps/1.2.3/")


def test_get_folder_gives_its_manifest(client: FlaskClient, folder: Path) -> None:
    response = client.get("/dumps/1.2.3/")
    assert json.loads(response.data) == json.loads((folder / "manifest.json").read_bytes())


def test_get_every_file_has_the_checksum_stated(client: FlaskClient) -> None:
    files = json.loads(client.get("/dumps/1.2.3/").data)["files"]
    for file in files:
        body = client.get(f"/dumps/1.2.3/{file['name']}").data
        assert (hashlib.sha256(body).hexdigest(), len(body)) == (file["sha256"], file["bytes"])
    assert len(files) > 8


def test_get_older_version_beside_it_is_served(folder: Path, tmp_path: Path) -> None:
    for version in ("1.2.3", "1.2.2"):
        shutil.copytree(folder, tmp_path / version)
    manifest = json.loads((tmp_path / "1.2.2" / "manifest.json").read_text())
    (tmp_path / "1.2.2" / "manifest.json").write_text(json.dumps({**manifest, "version": "1.2.2"}))
    (tmp_path / "1.2.2" / "SHA256SUMS").write_text("0  all.nq\n")
    client = create_app(load_settings({}, {}), read_release(tmp_path / "1.2.3")).test_client()
    assert json.loads(client.get("/dumps/1.2.2/").data)["version"] == "1.2.2"
    assert client.get("/dumps/1.2.2/all.nq").status_code == 200
    assert client.get("/dumps/1.2.2/SHA256SUMS").data == b"0  all.nq\n"


@pytest.mark.parametrize(
    "path",
    [
        "1.2.3/manifest.txt",
        "1.2.3/..%2fmanifest.json",
        "1.2.3/..",
        "1.2.3/../../etc/passwd",
        "1.2.3/%2e%2e/1.2.3/all.nq",
        "9.9.9/all.nq",
        "../1.2.3/all.nq",
        "..%2f1.2.3/all.nq",
        ".builds/all.nq",
        "1.2.3/all.nq%00",
        "1.2.3//all.nq",
        "latest/nothing.ttl",
    ],
)
def test_get_other_names_find_nothing(client: FlaskClient, path: str) -> None:
    response = client.get(f"/dumps/{path}")
    assert response.status_code == 404
    assert response.content_type == "application/problem+json"
