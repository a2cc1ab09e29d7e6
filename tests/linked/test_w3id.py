"""The rules of the permanent identifiers, under a real Apache in front of the server."""

import os
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from pyoxigraph import Store

from quipreside.paths import ROOT
from tests.conftest import require
from tests.linked.conftest import BASE, SOURCE, mentioned
from tests.server.conftest import Server, free_port, start_server, stop_server
from tests.server.processes import eventually

pytestmark = pytest.mark.slow

RULES = ROOT / "deploy" / "w3id" / ".htaccess"
PLACEHOLDER = "https://qui-preside.example.org"
MODULES = Path("/usr/lib/apache2/modules")
CONFIGURATION = """
ServerRoot {folder}
ServerName w3id.example
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors
User nobody
Group nogroup
{modules}
DocumentRoot {folder}/www
<Directory {folder}/www>
AllowOverride All
Require all granted
</Directory>
"""


class Still(urllib.request.HTTPRedirectHandler):
    """Follow no redirect."""

    def redirect_request(self, *_: object) -> None:
        return None


@contextmanager
def apache(server: str) -> Iterator[str]:
    """Run Apache with the rules, pointed at a server; yield its address of the base."""
    folder, port = Path(tempfile.mkdtemp()), free_port()
    (folder / "www" / "qui-preside").mkdir(parents=True)
    rules = RULES.read_text(encoding="utf-8")
    assert rules.count(PLACEHOLDER) == 1
    (folder / "www" / "qui-preside" / ".htaccess").write_text(rules.replace(PLACEHOLDER, server), encoding="utf-8")
    modules = "\n".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so"
        for name in ("mpm_event", "authz_core", "rewrite", "headers")
    )
    (folder / "conf").write_text(CONFIGURATION.format(folder=folder, port=port, modules=modules))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    process = subprocess.Popen(["/usr/sbin/apache2", "-f", str(folder / "conf"), "-DFOREGROUND"])
    try:
        assert eventually((folder / "pid").exists), (folder / "errors").read_text()
        yield f"http://127.0.0.1:{port}/qui-preside/"
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    running = start_server(folder)
    yield running
    stop_server(running)


@pytest.fixture(scope="module")
def base(server: Server) -> Iterator[str]:
    present = Path("/usr/sbin/apache2").exists() and os.geteuid() == 0
    require("apache2", present, "Apache (Debian's apache2-bin) is not installed, or the tests do not run as root.")
    with apache(server.url) as address:
        yield address


def look(address: str, method: str = "GET") -> tuple[int, str | None]:
    """The status of an address and where it leads."""
    request = urllib.request.Request(address, method=method, headers={"Accept": "text/turtle"})
    try:
        with urllib.request.build_opener(Still).open(request, timeout=10) as response:
            return response.status, response.headers["Location"]
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Location"]


def test_every_iri_of_the_graph_leads_through_apache_to_its_document(base: str, store: Store) -> None:
    documents = {urldefrag(iri).url.removeprefix(BASE) for iri in mentioned(store)}
    for document in sorted(documents):
        request = urllib.request.Request(base + document, headers={"Accept": "text/turtle"})
        with urllib.request.urlopen(request, timeout=10) as response:
            assert (response.status, response.headers["Content-Type"]) == (200, "text/turtle; charset=utf-8"), document
    assert len(documents) > 30


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 302),
        ("id/ada-ler", 303),
        ("id/chairship-secretaire-ligue--conseil-ligue", 303),
        (SOURCE, 303),
        (f"{SOURCE}/1", 302),
        (f"{SOURCE}/1.txt", 302),
        (f"{SOURCE}/1/s02", 302),
        (f"{SOURCE}/1/s02.ttl", 302),
        ("doc/ada-ler.jsonld", 302),
        ("graph/why", 302),
        ("ontology", 302),
        ("ontology.ttl", 302),
        ("ontology/0.1.0", 302),
        ("ontology/0.1.0.ttl", 302),
        ("shapes", 302),
        ("dataset", 302),
        ("dataset/1.2.3", 302),
        ("dumps/latest/all.nq", 302),
        ("dumps/1.2.3/SHA256SUMS", 302),
        (".well-known/void", 302),
        (".well-known/sparql-examples", 302),
        ("sparql", 307),
        ("sparql?query=ASK%20%7B%7D", 307),
        ("reconcile", 307),
        ("resolve?uri=x:1%202", 302),
    ],
)
def test_path_leads_to_the_same_path_of_the_server(base: str, server: Server, path: str, status: int) -> None:
    assert look(base + path) == (status, f"{server.url}/{path}")


@pytest.mark.parametrize(
    "path", ["id/", "id/Ada", "id/a/b", "id/a%0d%0aX:y", "etc", "dumps/1.2.3/..%2f..%2fx", "graph/.x"]
)
def test_path_that_is_none_of_ours_leads_nowhere(base: str, path: str) -> None:
    assert look(base + path) == (404, None)


def test_post_to_the_endpoint_keeps_its_method(base: str, server: Server) -> None:
    assert look(f"{base}sparql", "POST") == (307, f"{server.url}/sparql")
