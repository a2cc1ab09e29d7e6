"""A Virtuoso that knows people as Wikidata does calls this server through SERVICE."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quipreside.paths import QUERIES
from server.address import listening
from tests.conftest import require
from tests.server.conftest import Server, free_port
from tests.server.processes import eventually

pytestmark = pytest.mark.slow

OURS = "https://w3id.org/qui-preside/sparql"
WIKIDATA = "http://www.wikidata.org"
HUMAN = f"<{WIKIDATA}/entity/Q57792> <{WIKIDATA}/prop/direct/P31> <{WIKIDATA}/entity/Q5>"
CONFIGURATION = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
ServerThreads = 5
NumberOfBuffers = 2000
"""

Ask = Callable[[str], str]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Run a SPARQL text in Virtuoso and return what it prints."""
    isql = shutil.which("isql-vt") or shutil.which("isql-v") or ""
    require(
        "virtuoso-t", bool(shutil.which("virtuoso-t") and isql), "Virtuoso (Debian's virtuoso-opensource) is missing."
    )
    folder, port = Path(tempfile.mkdtemp()), free_port()
    (folder / "virtuoso.ini").write_text(CONFIGURATION.format(folder=folder, port=port))
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(text: str) -> str:
        words = [isql, f"127.0.0.1:{port}", "dba", "dba", "VERBOSE=OFF", f"EXEC=SPARQL {text};"]
        return subprocess.run(words, capture_output=True, text=True, timeout=60, check=False).stdout

    try:
        assert eventually(lambda: listening("127.0.0.1", port), 60)
        run(f"INSERT DATA {{ GRAPH <urn:wikidata> {{ {HUMAN} }} }}")
        yield run
    finally:
        process.kill()
        process.wait(20)
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("from-wikidata-what-they-preside-over", ("id/groupe-des-plans-nucleaires", "Conseil de l’Atlantique Nord")),
        ("from-wikidata-with-the-words", ("2024-10-01", "/1/s05", "1er octobre 2024")),
    ],
)
def test_virtuoso_asks_us(real_server: Server, ask: Ask, name: str, words: tuple[str, ...]) -> None:
    lines = (QUERIES / "federated" / f"{name}.rq").read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#")).replace(OURS, f"{real_server.url}/sparql")
    said = ask(text)
    assert [one for one in words if one not in said] == [], said
