"""Hostile queries under load: each ends in time, costs only its own request, and leaves the server as it was."""

import contextlib
import http.client
import multiprocessing
import os
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from quipreside.settings import load_settings
from server.engine import Engine, Lanes
from server.problems import HttpError
from server.supervisor import Supervisor
from server.wire import Question, Status
from tests.server.conftest import Server
from tests.server.hostile import SERVICES, hostile
from tests.server.processes import descendants, eventually, zygote

pytestmark = pytest.mark.slow

Start = Callable[..., Server]
DEADLINE = 1.5
CLIENTS = 8


def send(port: int, query: bytes) -> tuple[int, float, bytes]:
    """Post a query; return the status, the seconds taken and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    started = time.perf_counter()
    connection.request("POST", "/sparql", query, {"Content-Type": "application/sparql-query"})
    with connection.getresponse() as response:
        answer = response.status, time.perf_counter() - started, response.read()
    connection.close()
    return answer


def probe(port: int, stop: Event, seen: "multiprocessing.Queue[list[tuple[int, float, bytes]]]") -> None:
    """Ask a quick query that no cache holds, again and again."""
    answers = []
    while not stop.is_set():
        answers.append(send(port, b"ASK {} # %d" % time.perf_counter_ns()))
        time.sleep(0.01)
    seen.put(answers)


def memory(pid: int) -> int:
    """The proportional memory of a server's processes, in bytes."""
    total = 0
    for member in (pid, *descendants(pid)):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, object]]:
    """What a server did under attack: its answers, those to a bystander, its processes and memory around it."""
    from tests.server.conftest import start_server, stop_server, write_release

    chain = tuple(f"<http://x/{n}> <http://x/p{n % 7}> <http://x/{n * 7 % 500}> ." for n in range(1000))
    server = start_server(write_release(tmp_path_factory.mktemp("attacked"), chain), deadline=DEADLINE)
    port = int(server.url.rpartition(":")[2])
    jobs: queue.SimpleQueue[tuple[str, bytes]] = queue.SimpleQueue()
    for name, query in hostile().items():
        jobs.put((name, query.replace("{port}", "9").encode()))
    answers: dict[str, tuple[int, float, bytes]] = {}

    def work() -> None:
        while not jobs.empty():
            name, query = jobs.get()
            answers[name] = send(port, query)

    send(port, b"ASK {}")
    before = memory(server.process.pid)
    stop, seen = multiprocessing.Event(), multiprocessing.Queue()
    bystander = multiprocessing.Process(target=probe, args=(port, stop, seen))
    bystander.start()
    clients = [threading.Thread(target=work) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    stop.set()
    probes = seen.get()
    bystander.join()
    settled = eventually(lambda: memory(server.process.pid) < before * 2)
    yield {"answers": answers, "probes": probes, "settled": settled, "server": server}
    stop_server(server)


def test_hostile_queries_end_in_time(attack: dict[str, object]) -> None:
    answers = attack["answers"]
    assert len(answers) == len(hostile()) > 100
    assert {name: answer[:2] for name, answer in answers.items() if answer[1] > DEADLINE + 1} == {}
    assert {answer[0] for answer in answers.values()} <= {200, 400, 403, 413, 503}


def test_hostile_queries_leave_quick_ones_alone(attack: dict[str, object]) -> None:
    probes = attack["probes"]
    assert len(probes) > 20
    assert [answer for answer in probes if answer[0] != 200] == []


def test_hostile_queries_leave_memory_as_it_was(attack: dict[str, object]) -> None:
    assert attack["settled"]


def test_service_is_refused_in_every_spelling(attack: dict[str, object]) -> None:
    answers = attack["answers"]
    refused = [name for name in SERVICES if not name.startswith("from")]
    assert {name: answers[f"service {name}"][0] for name in refused} == dict.fromkeys(refused, 403)


@pytest.fixture
def engine(release_folder: Path) -> Iterator[Engine]:
    """An engine whose questions no reader of tokens has seen."""
    from server.dataset import read_release

    supervisor = Supervisor.start(load_settings({"deadline": 2.0}, {}), read_release(release_folder))
    yield Engine(supervisor.socket, Lanes(2, 1, 0.1))
    supervisor.stop()


def test_query_process_cannot_reach_the_network(engine: Engine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        port = listener.getsockname()[1]
        for name, text in SERVICES.items():
            query = text.replace("TARGET", "<http://127.0.0.1:{port}/>").replace("{port}", str(port))
            assert "http" in query, name
            with contextlib.suppress(HttpError):
                engine.ask(Question(query, "json"), 2.0)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_query_process_that_bloats_is_stopped(engine: Engine) -> None:
    with pytest.raises(HttpError) as stopped:
        engine.ask(Question(hostile()["concat"], "json"), 2.0)
    assert (stopped.value.status, stopped.value.headers["Retry-After"]) == (503, "1")
    assert engine.ask(Question("ASK {}", "json"), 2.0).status is Status.ANSWER


def test_slow_questions_beyond_the_lane_are_refused(engine: Engine) -> None:
    slow = hostile()["sample"]
    refusals: list[HttpError] = []

    def ask() -> None:
        with pytest.raises(HttpError) as refused:
            engine.ask(Question(slow, "json"), 1.0)
        refusals.append(refused.value)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted("stopped after 1 s" in refusal.detail for refusal in refusals) == [False, False, True]


def test_slow_question_runs_at_the_lowest_priority(own_server: Start) -> None:
    server = own_server(workers=1)
    keeper = zygote(server.process.pid)

    def priorities() -> set[int]:
        return {os.getpriority(os.PRIO_PROCESS, pid) for pid in descendants(keeper)}

    assert eventually(lambda: priorities() == {2}, 1)
    thread = threading.Thread(target=server.query, args=(hostile()["sample"],), kwargs={"timeout": "1"})
    thread.start()
    assert eventually(lambda: 19 in priorities(), 1)
    thread.join()
    assert eventually(lambda: priorities() == {2}, 1)
