"""Starting, stopping and surviving: the server as a person and the kernel see it."""

import contextlib
import json
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from quipreside.settings import load_settings
from server.app import lanes
from tests.server.conftest import Server, start_server, stop_server
from tests.server.processes import alive, descendants, eventually, worker, zygote

pytestmark = pytest.mark.slow

NUMBERS = " ".join(map(str, range(200)))
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?{name} {{ {NUMBERS} }}' for name in 'abcde')} }}"

Start = Callable[..., Server]


def answers(server: Server) -> bool:
    """Whether the server answers a query that no cache holds."""
    try:
        return server.query("SELECT (RAND() AS ?x) {}").status == 200
    except OSError:
        return False


def test_start_says_one_line(own_server: Start) -> None:
    server = own_server()
    assert server.said == f"Serving 1.2.3 (7 quads) at {server.url}/ — Ctrl-C stops it.\n"
    assert json.loads(server.get("/health").body) == {"status": "ok", "version": "1.2.3", "quads": 7}


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_stop_leaves_nothing(own_server: Start, sign: signal.Signals) -> None:
    server = own_server()
    assert answers(server)
    family = set(descendants(server.process.pid))
    folders = [line.split()[4] for line in descendants(server.process.pid).values() if "server.zygote" in line]
    assert stop_server(server, sign) == 0
    assert eventually(lambda: not alive(family), 2)
    assert folders and not any(Path(folder).parent.exists() for folder in folders)


def test_start_port_in_use_is_one_sentence(own_server: Start, release_folder: Path) -> None:
    port = int(own_server().url.rpartition(":")[2])
    second = start_server(release_folder, port=port)
    _, complaint = second.process.communicate(timeout=20)
    assert second.process.returncode == 1
    assert complaint == f"127.0.0.1:{port} is in use; choose another with --port or --host.\n"


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "there is no release here"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "is not a manifest of a release"),
        (lambda folder: (folder / "all.nq").unlink(), "the release has no all.nq"),
        (lambda folder: os.truncate(folder / "all.nq", 100), "is truncated or altered"),
    ],
)
def test_start_damaged_release_is_one_sentence(
    release_folder: Path, tmp_path: Path, damage: Callable[[Path], None], sentence: str
) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(release_folder, folder)
    damage(folder)
    server = start_server(folder)
    _, complaint = server.process.communicate(timeout=20)
    assert server.process.returncode == 1
    assert sentence in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        ({"children": 3, "workers": 2}, "3 query processes are too few for these workers; --children must be 4."),
        ({"memory_total": 2**30}, "may use more than 1073741824 bytes"),
        ({"host": "192.0.2.1"}, "cannot be used"),
    ],
)
def test_start_unfit_settings_are_one_sentence(release_folder: Path, flags: dict[str, object], sentence: str) -> None:
    server = start_server(release_folder, **flags)
    _, complaint = server.process.communicate(timeout=20)
    assert server.process.returncode == 1
    assert sentence in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({}, (6, 2)),
        ({"workers": 1}, (12, 4)),
        ({"workers": 2, "children": 4, "slow_queries": 9}, (1, 1)),
        ({"workers": 4, "children": 16, "slow_queries": 2}, (3, 1)),
    ],
)
def test_lanes_share_the_processes_among_workers(flags: dict[str, object], expected: tuple[int, int]) -> None:
    shared = lanes(load_settings(flags, {}))
    assert (shared.quick, shared.slow) == expected


@pytest.mark.parametrize("victim", [worker, zygote])
def test_killed_in_mid_query_recovers_and_leaves_no_process(own_server: Start, victim: Callable[[int], int]) -> None:
    server = own_server(workers=1)
    thread = threading.Thread(target=ask, args=(server,))
    thread.start()
    assert eventually(lambda: len(niced(server)) == 1)
    family = set(descendants(server.process.pid))
    target = victim(server.process.pid)
    doomed = niced(server) | {target} | (set(descendants(target)) if victim is zygote else set())
    os.kill(target, signal.SIGKILL)
    assert eventually(lambda: not alive(doomed), 2)
    assert eventually(lambda: answers(server))
    thread.join()
    assert family - doomed


def ask(server: Server) -> None:
    """Ask a query that will be lost with its process."""
    with contextlib.suppress(OSError):
        server.query(ENDLESS)


def niced(server: Server) -> set[int]:
    """The query processes in the slow lane."""
    return {pid for pid in descendants(server.process.pid) if os.getpriority(os.PRIO_PROCESS, pid) == 19}


def test_killed_twice_in_a_row_recovers(own_server: Start) -> None:
    server = own_server(workers=1)
    for _ in range(3):
        os.kill(worker(server.process.pid), signal.SIGKILL)
        assert eventually(lambda: answers(server))
    assert server.process.poll() is None


def test_main_killed_leaves_nothing(own_server: Start) -> None:
    server = own_server()
    family = set(descendants(server.process.pid))
    os.kill(server.process.pid, signal.SIGKILL)
    assert eventually(lambda: not alive(family), 2)
    server.process.communicate(timeout=20)
    left = list(Path(tempfile.gettempdir()).glob(f"quipreside-{server.process.pid}-*"))
    assert len(left) == 1
    own_server()
    assert not left[0].exists()
