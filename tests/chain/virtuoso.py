"""A Virtuoso of the test's own on loopback, filled with a TriG file, as a user would fill one."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

PROGRAMS = ("virtuoso-t", "isql-vt")
DEFAULT_GRAPH = "urn:default"
LOAD = f"DB.DBA.TTLP_MT (file_to_string_output ('all.trig'), '', '{DEFAULT_GRAPH}', 256 + 128 + 64);\n"
STARTING = 60.0
SETTINGS = """
[Database]
DatabaseFile = data.db
TransactionFile = data.trx
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""


@dataclass(frozen=True)
class Virtuoso:
    """A running Virtuoso: its address, and the port of its SQL client."""

    http: int
    sql: int

    def ask(self, query: str) -> bytes:
        """The results of a query over the default graph and the named graphs, in the XML format."""
        form = urlencode([("query", query), ("default-graph-uri", DEFAULT_GRAPH)]).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.http}/sparql", form, {"Accept": "application/sparql-results+xml"}
        )
        with urllib.request.urlopen(request, timeout=60) as reply:
            return bytes(reply.read())

    def answers(self) -> bool:
        """Tell whether the server takes queries yet."""
        try:
            return bool(self.ask("ASK {}"))
        except (urllib.error.URLError, ConnectionError):
            return False


def installed() -> bool:
    """Tell whether the machine has Virtuoso and its SQL client."""
    return all(shutil.which(program) for program in PROGRAMS)


@contextmanager
def virtuoso(folder: Path, trig: Path) -> Iterator[Virtuoso]:
    """Start a Virtuoso in an empty folder, load the TriG file, give the server, stop it."""
    server = Virtuoso(*free_ports())
    (folder / "virtuoso.ini").write_text(SETTINGS.format(http=server.http, sql=server.sql), encoding="utf-8")
    shutil.copy(trig, folder / "all.trig")
    (folder / "load.sql").write_text(LOAD, encoding="utf-8")
    command = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(server, process)
            client = ["isql-vt", f"127.0.0.1:{server.sql}", "dba", "dba", "load.sql"]
            loaded = subprocess.run(client, cwd=folder, capture_output=True, text=True, check=True)
            assert "Error" not in loaded.stderr, loaded.stderr
            yield server
        finally:
            process.kill()


def wait_for(server: Virtuoso, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; fail when it has ended or takes too long."""
    deadline = time.monotonic() + STARTING
    while not server.answers():
        assert process.poll() is None, "Virtuoso ended before it answered."
        assert time.monotonic() < deadline, "Virtuoso did not answer within a minute."
        time.sleep(0.2)


def free_ports() -> tuple[int, int]:
    """Two ports of loopback that nothing listens on."""
    with socket.socket() as one, socket.socket() as other:
        for each in (one, other):
            each.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
