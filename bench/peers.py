"""The servers compared: how each is started on a file of triples, where it answers, and its version."""

import shutil
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.data import Data

PATIENCE = 300.0
VIRTUOSO_INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = {sql_port}
ServerThreads = 20
NumberOfBuffers = 100000
MaxDirtyBuffers = 75000
DirsAllowed = {data}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 20
[SPARQL]
ResultSetMaxRows = 100000
"""


@dataclass(frozen=True)
class Peer:
    """A running server: its name, version, query address, processes, and the seconds from start to first answer."""

    name: str
    version: str
    address: str
    process: "subprocess.Popen[bytes]"
    seconds: float

    def url(self, query: str) -> str:
        """The address that answers a query."""
        return f"{self.address}query={urllib.parse.quote(query, safe='')}"

    def ask(self, query: str, accept: str = "application/sparql-results+json") -> bytes:
        """Send a query by GET."""
        request = urllib.request.Request(self.url(query), headers={"Accept": accept})
        with urllib.request.urlopen(request, timeout=120) as response:
            return bytes(response.read())

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(name: str, version: str, address: str, command: list[str], log: Path) -> Peer:
    """Start a server and wait for its first answer; SystemExit when none comes."""
    with log.open("wb") as output:
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    while time.monotonic() - started < PATIENCE and process.poll() is None:
        peer = Peer(name, version, address, process, time.monotonic() - started)
        try:
            peer.ask("ASK {}")
        except OSError:
            time.sleep(0.01)
        else:
            return Peer(name, version, address, process, time.monotonic() - started)
    process.kill()
    raise SystemExit(f"{name} gave no answer within {PATIENCE:g} s; {log} says why.")


def ours(data: Data, folder: Path, port: int) -> Peer:
    """This server."""
    code = (
        "import sys; from pathlib import Path; from quipreside.settings import load_settings as load; "
        "from server.run import serve; serve(load({'port': sys.argv[2], 'deadline': 60}, {}), Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", code, str(data.release), str(port)]
    return start("quipreside", "this checkout", f"http://127.0.0.1:{port}/sparql?", command, folder / "quipreside.log")


def oxigraph(data: Data, folder: Path, port: int) -> Peer:
    """PyPI `oxigraph`, serving read-only."""
    program, store = str(tools(folder) / "oxigraph"), folder / "oxigraph"
    shutil.rmtree(store, ignore_errors=True)
    subprocess.run([program, "load", "-l", str(store), "-f", str(data.triples)], check=True, capture_output=True)
    subprocess.run([program, "optimize", "-l", str(store)], check=True, capture_output=True)
    version = output([program, "--version"])
    command = [program, "serve-read-only", "-l", str(store), "-b", f"127.0.0.1:{port}"]
    return start("oxigraph", version, f"http://127.0.0.1:{port}/query?", command, folder / "oxigraph.log")


def rdflib_endpoint(data: Data, folder: Path, port: int) -> Peer:
    """PyPI `rdflib-endpoint`, with its Oxigraph store."""
    program = str(tools(folder) / "rdflib-endpoint")
    version = output([str(tools(folder) / "pip"), "show", "rdflib-endpoint"]).splitlines()[1]
    command = [program, "serve", "--store", "Oxigraph", "--host", "127.0.0.1", "--port", str(port), str(data.triples)]
    return start("rdflib-endpoint", version, f"http://127.0.0.1:{port}/?", command, folder / "rdflib-endpoint.log")


def virtuoso(data: Data, folder: Path, port: int) -> Peer:
    """Debian's `virtuoso-opensource`."""
    home = folder / "virtuoso"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    ini = VIRTUOSO_INI.format(folder=home, port=port, sql_port=port + 1, data=data.release.resolve())
    (home / "virtuoso.ini").write_text(ini, encoding="utf-8")
    version = next(line for line in output(["virtuoso-t", "--version"]).splitlines() if line.startswith("Version"))
    command = ["virtuoso-t", "+foreground", "+configfile", str(home / "virtuoso.ini")]
    address = f"http://127.0.0.1:{port}/sparql?default-graph-uri=urn%3Abench&"
    peer = start("virtuoso", version, address, command, folder / "virtuoso.log")
    load = f"DB.DBA.TTLP_MT(file_to_string_output('{data.triples.resolve()}'), '', 'urn:bench', 0);"
    isql = shutil.which("isql-vt") or shutil.which("isql-v") or "isql"
    said = output([isql, f"127.0.0.1:{port + 1}", "dba", "dba", f"EXEC={load} checkpoint;"])
    if "Error" in said:
        raise SystemExit(f"virtuoso could not load the data: {said}")
    return peer


def tools(folder: Path) -> Path:
    """The programs of the Python peers, installed in an environment of their own when they are not."""
    programs = folder / "venv" / "bin"
    if not (programs / "rdflib-endpoint").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        packages = ["oxigraph", "rdflib-endpoint", "oxrdflib", "uvicorn"]
        subprocess.run([str(programs / "pip"), "install", "-q", *packages], check=True)
    return programs


def output(command: list[str]) -> str:
    """What a program prints."""
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return (found.stdout + found.stderr).strip()


DEBIAN: dict[str, str] = {"virtuoso": "virtuoso-t"}
Starter = Callable[[Data, Path, int], Peer]
PEERS: dict[str, Starter] = {
    "quipreside": ours,
    "oxigraph": oxigraph,
    "virtuoso": virtuoso,
    "rdflib-endpoint": rdflib_endpoint,
}
