"""A small release made of N-Quads, an application on it, and a server in processes of its own."""

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import DefaultGraph, RdfFormat, parse

from quipreside.settings import load_settings
from server.app import create_app
from server.dataset import read_release

BASE = "https://w3id.org/qui-preside/"
TERM = f"{BASE}ontology#"
GRAPH_A, GRAPH_B = f"{BASE}source/page/1/s01", f"{BASE}source/page/1/s02"
CHAIR, COUNCIL, GROUP = f"{BASE}id/chair", f"{BASE}id/council", f"{BASE}id/group"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
CHAIRS_COUNCIL = f"<{CHAIR}> <{TERM}chairs> <{COUNCIL}>"
CHAIRS_GROUP = f"<{CHAIR}> <{TERM}chairs> <{GROUP}>"
CHAIR_LABEL = f'<{CHAIR}> <{LABEL}> "présidente"@fr'

SMALL = (
    *(f"{triple} ." for triple in (CHAIRS_COUNCIL, CHAIRS_GROUP, CHAIR_LABEL)),
    *(f"{triple} <{GRAPH_A}> ." for triple in (CHAIRS_COUNCIL, CHAIR_LABEL)),
    *(f"{triple} <{GRAPH_B}> ." for triple in (CHAIRS_GROUP, CHAIR_LABEL)),
)


def write_release(folder: Path, quads: tuple[str, ...] = SMALL) -> Path:
    """Write a release folder that holds nothing but its quads."""
    folder.mkdir(parents=True, exist_ok=True)
    content = "".join(f"{quad}\n" for quad in quads).encode()
    (folder / "all.nq").write_bytes(content)
    file = {"name": "all.nq", "media_type": "application/n-quads", "bytes": len(content), "fr": "tout", "en": "all"}
    manifest = {
        "version": "1.2.3",
        "issued": "2026-01-02",
        "base_iri": BASE,
        "quads": len(quads),
        "triples": sum(quad.graph_name == DefaultGraph() for quad in parse(content, format=RdfFormat.N_QUADS)),
        "files": [file | {"sha256": hashlib.sha256(content).hexdigest()}],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def release_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_release(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="session")
def client(release_folder: Path) -> FlaskClient:
    settings = load_settings({"public_url": "https://example.org/data"}, {})
    return create_app(settings, read_release(release_folder)).test_client()


@dataclass(frozen=True)
class Reply:
    """What came back over HTTP; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server running in processes of its own."""

    process: "subprocess.Popen[str]"
    url: str
    said: str

    def get(self, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Reply:
        request = urllib.request.Request(self.url + path, body, dict(headers or {}))
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Reply(response.status, lower(response.headers), response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Reply(error.code, lower(error.headers), error.read())

    def query(self, text: str, **parameters: str) -> Reply:
        return self.get("/sparql", body=urllib.parse.urlencode({"query": text, **parameters}).encode())


def lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PROGRAM = """
import sys
from pathlib import Path
from quipreside.errors import QuiPresideError
from quipreside.settings import load_settings
from server.run import serve
try:
    serve(load_settings(dict(flag.split("=", 1) for flag in sys.argv[2:]), {}), Path(sys.argv[1]))
except QuiPresideError as error:
    sys.exit(str(error))
"""


def start_server(folder: Path, **flags: object) -> Server:
    """Start a server on a release and wait for its line."""
    port = flags.pop("port", None) or free_port()
    command = [sys.executable, "-c", PROGRAM, str(folder), f"port={port}", *(f"{k}={v}" for k, v in flags.items())]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    said = process.stdout.readline() if process.stdout else ""
    return Server(process, f"http://127.0.0.1:{port}", said)


def stop_server(server: Server, sign: signal.Signals = signal.SIGTERM) -> int:
    """Ask a server to stop; return its exit code."""
    if server.process.poll() is None:
        os.kill(server.process.pid, sign)
    server.process.communicate(timeout=20)
    return server.process.returncode


@pytest.fixture(scope="session")
def server(release_folder: Path) -> Iterator[Server]:
    """One server for the tests that leave it as they found it."""
    running = start_server(release_folder)
    yield running
    stop_server(running)


@pytest.fixture
def own_server(release_folder: Path) -> Iterator[Callable[..., Server]]:
    """Servers for one test, with settings of its own."""
    started: list[Server] = []

    def start(**flags: object) -> Server:
        started.append(start_server(release_folder, **flags))
        return started[-1]

    yield start
    for running in started:
        stop_server(running)
