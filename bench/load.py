"""Drive a server: wrk for throughput, one client in turn for the time of a heavy query, the kernel for memory."""

import contextlib
import re
import subprocess
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.peers import Peer
from bench.queries import numbered

UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}
SCRIPT = """local n = {start}
function request()
  n = n + 1
  return wrk.format("GET", "{before}" .. {number} .. "{after}")
end
"""


@dataclass(frozen=True)
class Run:
    """One run of wrk: requests per second, the 99th percentile in milliseconds, answers that were errors."""

    rate: float
    p99: float
    errors: int


@dataclass(frozen=True)
class Client:
    """How wrk is run: for how many seconds, on how many connections, with its script in a folder."""

    seconds: int
    connections: int
    folder: Path


def drive(client: Client, peer: Peer, query: str, start: int = 0) -> Run:
    """Run wrk on a query; with a `start`, each request asks a different one, numbered from there."""
    address = urllib.parse.urlsplit(peer.url(numbered(query, 0)))
    before, after = f"{address.path}?{address.query}".split("n0", 1)
    script = client.folder / "wrk.lua"
    number = 'string.format("n%d", n)' if start else '"n0"'
    script.write_text(SCRIPT.format(start=start, before=before, number=number, after=after), encoding="utf-8")
    url = f"{address.scheme}://{address.netloc}"
    shape = ["-t1", f"-c{client.connections}", f"-d{client.seconds}", "--latency", "--timeout", "30s"]
    command = ["wrk", *shape, "-s", str(script), url]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", found)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", found)
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", found)
    if not (p99 and rate):
        raise SystemExit(f"wrk said nothing of {peer.name}: {found}")
    return Run(float(rate[1]), float(p99[1]) * UNITS[p99[2]], int(errors[1]) if errors else 0)


def seconds_of(peer: Peer, query: str, number: int) -> float:
    """The seconds that one query takes, made different from all others."""
    started = time.perf_counter()
    peer.ask(numbered(query, number))
    return time.perf_counter() - started


def memory(pid: int) -> float:
    """The proportional memory of a process and those under it, in MiB."""
    total = 0
    for member in (pid, *descendants(pid)):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def descendants(pid: int) -> Iterator[int]:
    """The processes under a process."""
    with contextlib.suppress(OSError):
        for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in tasks.read_text().split():
                yield int(child)
                yield from descendants(int(child))
