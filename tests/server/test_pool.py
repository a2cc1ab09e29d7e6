"""Lending query processes: the last returned first, new ones last, waiters in turn unless they are a crowd."""

import threading
import time

import pytest

from server.cache import Cache, Flights
from server.pool import Pool
from tests.server.processes import eventually


def test_take_prefers_the_last_returned_and_leaves_new_ones_for_last() -> None:
    pool: Pool[str] = Pool(10)
    pool.give("first")
    pool.give("second")
    pool.give("new", new=True)
    assert [pool.take(0) for _ in range(4)] == ["second", "first", "new", None]


def wait_in_turn(crowd: int) -> list[int]:
    """Have three threads wait one after the other; return the order in which they are served."""
    pool: Pool[str] = Pool(crowd)
    served: list[int] = []

    def wait(number: int) -> None:
        assert pool.take(5) == "thing"
        served.append(number)

    threads = []
    for number in range(3):
        threads.append(threading.Thread(target=wait, args=(number,)))
        threads[-1].start()
        assert eventually(lambda: len(pool.waiting) == len(threads))
    for count in range(3):
        pool.give("thing")
        assert eventually(lambda expected=count + 1: len(served) == expected)
    for thread in threads:
        thread.join()
    return served


@pytest.mark.parametrize(("crowd", "order"), [(10, [0, 1, 2]), (0, [2, 1, 0])])
def test_give_serves_in_turn_or_the_newest_of_a_crowd(crowd: int, order: list[int]) -> None:
    assert wait_in_turn(crowd) == order


def test_cache_keeps_what_was_used_last_within_its_budget() -> None:
    cache: Cache[str] = Cache(10_000)
    for name in "abcd":
        cache.put(name, name.upper(), 1_500)
    assert cache.get("a") == "A"
    for name in "ef":
        cache.put(name, name.upper(), 1_500)
    assert [cache.get(name) for name in "abcdef"] == ["A", None, None, "D", "E", "F"]
    assert cache.used <= cache.budget
    cache.put("huge", "HUGE", 5_000)
    assert cache.get("huge") is None


def test_flights_run_once_for_all_who_wait() -> None:
    flights: Flights[int] = Flights()
    runs: list[int] = []
    go = threading.Event()

    def task() -> int:
        runs.append(1)
        go.wait(5)
        return 42

    results: list[int] = []
    threads = [threading.Thread(target=lambda: results.append(flights.once("key", task))) for _ in range(5)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    go.set()
    for thread in threads:
        thread.join()
    assert (runs, results, flights.running) == ([1], [42] * 5, {})


def test_flights_share_the_exception() -> None:
    flights: Flights[int] = Flights()

    def task() -> int:
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            flights.once("key", task)
    assert flights.running == {}
