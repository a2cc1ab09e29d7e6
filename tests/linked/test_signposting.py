"""FAIR Signposting, read by a library of others (PyPI signposting) in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import require
from tests.linked.conftest import BASE
from tests.server.conftest import Server, start_server, stop_server

pytestmark = pytest.mark.slow

SCRIPT = """
import json, sys
from signposting import find_signposting_http
found = find_signposting_http(sys.argv[1])
print(json.dumps({
    "cite-as": found.citeAs and found.citeAs.target,
    "describedby": {one.type: one.target for one in found.describedBy},
    "type": sorted(one.target for one in found.types),
    "license": found.license and found.license.target,
    "item": sorted(one.target for one in found.items),
    "collection": found.collection and found.collection.target,
}))
"""


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    running = start_server(folder)
    yield running
    stop_server(running)


def signs(address: str) -> dict[str, object]:
    """The signposts of an address."""
    require("signposting", find_spec("signposting") is not None, "PyPI signposting is not installed.")
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, address]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def test_thing_signposts_its_name_metadata_and_types(server: Server) -> None:
    found = signs(f"{server.url}/id/ada-ler")
    assert found["cite-as"] == f"{BASE}id/ada-ler"
    assert found["describedby"] == {"text/turtle": f"{server.url}/doc/ada-ler.ttl"}
    assert "http://xmlns.com/foaf/0.1/Person" in str(found["type"])
    assert (found["license"], found["collection"]) == (None, f"{BASE}dataset")


def test_landing_page_of_the_dataset_signposts_licence_and_files(server: Server) -> None:
    found = signs(f"{server.url}/dataset.html")
    assert found["cite-as"] == f"{BASE}dataset"
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "https://schema.org/AboutPage" in str(found["type"])
    assert found["item"] == [f"{BASE}dumps/1.2.3/all.nq"]
