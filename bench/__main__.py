"""Measure throughput, heavy queries, start and memory beside the peers, and growth with the size of the data."""

import argparse
import json
import platform
import shutil
import statistics
import time
from pathlib import Path

from bench.data import Data, from_release, made
from bench.load import Client, drive, memory, seconds_of
from bench.peers import DEBIAN, PEERS, Peer, ours, output
from bench.queries import COUNT, HEAVY, LOOK_UP, QUICK, numbered

FOLDER = Path("build/peers")
OURS = "quipreside"
WEIGHED = (OURS, "oxigraph")
FIRST_PORT = 8760
SETTLING = 2.0
TARGETS: tuple[tuple[str, str, float], ...] = (
    ("repeated", "oxigraph", 3.0),
    ("different", "oxigraph", 0.5),
    ("different", "virtuoso", 3.0),
    ("different", "rdflib-endpoint", 25.0),
)
HEAVY_TARGET = 1.2
START_TARGET, MEMORY_TARGET = 1.0, 200.0


def main() -> None:
    """Run the measurements; exit with 1 when a peer is missing or answers other rows, or a figure is not reached."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    parser.add_argument("--release", type=Path, default=Path("dist/latest"), help="the release measured")
    parser.add_argument("--rounds", type=int, default=3, help="alternations between the servers")
    parser.add_argument("--seconds", type=int, default=4, help="seconds of each run")
    parser.add_argument("--connections", type=int, default=16, help="connections of the client")
    parser.add_argument("--without", nargs="*", default=[], choices=list(PEERS), help="peers left out, and said so")
    parser.add_argument("--largest", type=int, default=7, help="growth is measured up to 10 to this power of triples")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        raise SystemExit("wrk is missing; on Debian: apt-get install wrk.")
    if not (options.release / "all.nq").exists():
        raise SystemExit(f"{options.release} holds no release; `make build` writes one.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    data = from_release(options.release, FOLDER / "data")
    print(f"{data.size} triples; Python {platform.python_version()}; {output(['wrk', '-v']).splitlines()[0]}")
    peers = begin(data, options.without)
    try:
        same_rows(list(peers.values()))
        missed = [*throughput(peers, options), *heavy(peers, options.rounds), *footprint(peers[OURS])]
    finally:
        for peer in peers.values():
            peer.stop()
    growth(options.largest)
    for sentence in missed:
        print(f"MISSED: {sentence}")
    raise SystemExit(1 if missed else 0)


def begin(data: Data, without: list[str]) -> dict[str, Peer]:
    """Start every server that is not left out."""
    peers = {}
    for number, (name, start) in enumerate(PEERS.items()):
        if name in without or (name in DEBIAN and not shutil.which(DEBIAN[name])):
            print(f"{name}: left out" if name in without else f"{name}: not installed (no {DEBIAN[name]}), left out")
            continue
        peers[name] = start(data, FOLDER, FIRST_PORT + 10 * number)
        print(f"{name} ({peers[name].version}): first answer {peers[name].seconds:.2f} s after start")
    return peers


def same_rows(peers: list[Peer]) -> None:
    """Exit unless the servers answer the queries they are measured on with the same rows."""
    for title, query in {"quick": QUICK, **HEAVY}.items():
        asked = peers if title == "quick" else [peer for peer in peers if peer.name in WEIGHED]
        answers = {peer.name: rows(peer, numbered(query, 0)) for peer in asked}
        first = answers[peers[0].name]
        if not first or any(answer != first for answer in answers.values()):
            sizes = {name: len(answer) for name, answer in answers.items()}
            raise SystemExit(f"the servers do not answer '{title}' alike: rows {sizes}")
    print("all answer what they are measured on with the same rows")


def rows(peer: Peer, query: str) -> list[str]:
    """The rows of an answer, by value."""
    bindings = json.loads(peer.ask(query))["results"]["bindings"]
    return sorted(json.dumps({name: cell["value"] for name, cell in row.items()}, sort_keys=True) for row in bindings)


def throughput(peers: dict[str, Peer], options: argparse.Namespace) -> list[str]:
    """Requests per second, repeated and all different, in alternation; the targets that were missed."""
    rates: dict[tuple[str, str], list[float]] = {}
    client = Client(options.seconds, options.connections, FOLDER)
    for mode in ("repeated", "different"):
        print(f"\n{mode} queries, {options.connections} connections: requests/s (p99 in ms)")
        for number in range(options.rounds):
            for name, peer in peers.items():
                start = int(time.time() * 1000) if mode == "different" else 0
                run = drive(client, peer, QUICK, start)
                if run.errors:
                    raise SystemExit(f"{name} answered {run.errors} requests with errors")
                rates.setdefault((mode, name), []).append(run.rate)
                print(f"  round {number + 1} {name:16} {run.rate:10.0f} ({run.p99:.2f})")
    missed = []
    for mode, name, target in TARGETS:
        if name in peers:
            pairs = zip(rates[mode, OURS], rates[mode, name], strict=True)
            ratio = statistics.median(mine / theirs for mine, theirs in pairs)
            missed += verdict(f"{mode} queries: {ratio:.2f} x {name} (to reach: {target:g} x)", ratio >= target)
    return missed


def heavy(peers: dict[str, Peer], rounds: int) -> list[str]:
    """Heavy analytical queries, one at a time, in alternation with oxigraph; the targets that were missed."""
    missed = []
    print("\nheavy queries, one at a time: milliseconds")
    for title, query in HEAVY.items():
        times: dict[str, list[float]] = {name: [] for name in WEIGHED if name in peers}
        for _ in range(3 * rounds):
            for name, found in times.items():
                found.append(seconds_of(peers[name], query, time.time_ns()))
        medians = {name: statistics.median(found) * 1000 for name, found in times.items()}
        print(f"  {title}: " + ", ".join(f"{name} {value:.1f}" for name, value in medians.items()))
        if "oxigraph" in medians:
            ratio = medians[OURS] / medians["oxigraph"]
            sentence = f"{title}: {ratio:.2f} x the time of oxigraph (at most {HEAVY_TARGET:g} x)"
            missed += verdict(sentence, ratio <= HEAVY_TARGET)
    return missed


def footprint(peer: Peer) -> list[str]:
    """Start and memory of this server; the targets that were missed."""
    print()
    size = memory(peer.process.pid)
    start = f"start to first answer: {peer.seconds:.2f} s (at most {START_TARGET:g} s)"
    weight = f"memory of all processes: {size:.0f} MiB (at most {MEMORY_TARGET:g} MiB)"
    return verdict(start, peer.seconds <= START_TARGET) + verdict(weight, size <= MEMORY_TARGET)


def growth(largest: int) -> None:
    """Print how this server's time and memory grow with the data."""
    print("\n   triples   start s   look-up ms   count ms   memory MiB")
    for power in range(3, largest + 1):
        peer = ours(made(10**power, FOLDER / "made"), FOLDER, FIRST_PORT + 5)
        try:
            time.sleep(SETTLING)
            quick = statistics.median(seconds_of(peer, LOOK_UP, number) for number in range(20))
            slow = statistics.median(seconds_of(peer, COUNT, number) for number in range(3))
            size = memory(peer.process.pid)
            print(f"{10**power:10} {peer.seconds:9.2f} {quick * 1e3:12.2f} {slow * 1e3:10.1f} {size:12.0f}", flush=True)
        finally:
            peer.stop()


def verdict(sentence: str, reached: bool) -> list[str]:
    """Print a figure; give it back when it was missed."""
    print(f"  {sentence}")
    return [] if reached else [sentence]


if __name__ == "__main__":
    main()
