"""Clients that no one here wrote, each in a process of its own: PyPI reconciler and py-reconciliation-service-api,
npm cocoda-sdk.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import require
from tests.server.conftest import Server, start_server, stop_server

pytestmark = pytest.mark.slow

THINGS = "https://w3id.org/qui-preside/id/"

RECONCILER = """
import json, sys, pandas
from reconciler import reconcile
table = pandas.DataFrame({"post": ["secrétaire général", "Directrice de l'École"], "of": ["Union", "Ligue"]})
found = reconcile(table["post"], "Post", property_mapping={"postIn": table["of"]}, reconciliation_endpoint=sys.argv[1])
print(json.dumps([list(found["id"]), [bool(one) for one in found["match"]], list(found["type_id"])]))
"""
SERVICE_API = """
import json, sys
from py_reconciliation_service_api import ReconciliationQuery, build_reconciliation_service
service = build_reconciliation_service(sys.argv[1])
answer = service.reconcile(ReconciliationQuery(query="Bureau exécutif", type="Body", limit=3))
print(json.dumps([(one.id, one.match) for one in answer.result]))
"""
COCODA = """
import { addAllProviders, cdk } from "cocoda-sdk"
addAllProviders()
const registry = cdk.initializeRegistry({
  uri: "x:registry", provider: "ReconciliationApi", api: process.argv[2],
  schemes: [{ uri: "x:scheme", namespace: process.argv[3] }],
})
const from = { uri: "x:from", prefLabel: { fr: "Bureau executif" }, inScheme: [{ uri: "x:other" }] }
const mappings = await registry.getMappings({ from, mode: "or" })
console.log(JSON.stringify(mappings.map(one => [one.to.memberSet[0].uri, one.type[0]])))
"""


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    running = start_server(folder)
    yield running
    stop_server(running)


def answer(*command: str, folder: Path | None = None) -> object:
    """Run a client and read the JSON that it prints."""
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_reconciler_matches_a_column_with_a_property(server: Server) -> None:
    require("reconciler", find_spec("reconciler") is not None, "PyPI reconciler is not installed.")
    ids, matches, types = answer(sys.executable, "-W", "ignore", "-c", RECONCILER, f"{server.url}/reconcile")  # type: ignore[misc]
    assert ids == ["secretaire-general-union", "directrice-ligue"]
    assert (matches, types) == ([True, True], ["Post", "Post"])


def test_py_reconciliation_service_api_reads_manifest_and_candidates(server: Server) -> None:
    found = find_spec("py_reconciliation_service_api") is not None
    require("py-reconciliation-service-api", found, "PyPI py-reconciliation-service-api is not installed.")
    command = (sys.executable, "-W", "ignore", "-c", SERVICE_API, f"{server.url}/reconcile")
    assert answer(*command) == [["bureau-ligue", True]]


def test_cocoda_sdk_finds_an_exact_mapping(server: Server, tmp_path: Path) -> None:
    modules = Path(os.environ.get("COCODA_SDK", "/nonexistent")) / "node_modules"
    found = bool(shutil.which("node")) and (modules / "cocoda-sdk").is_dir()
    require("cocoda-sdk", found, "node is missing, or COCODA_SDK names no folder where npm has installed cocoda-sdk.")
    (tmp_path / "node_modules").symlink_to(modules)
    (tmp_path / "ask.mjs").write_text(COCODA, encoding="utf-8")
    mappings = answer("node", "ask.mjs", f"{server.url}/reconcile", THINGS, folder=tmp_path)
    assert mappings == [[f"{THINGS}bureau-ligue", "http://www.w3.org/2004/02/skos/core#exactMatch"]]
