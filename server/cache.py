"""Answers kept by key within a budget of bytes, and one run per key at a time."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

Value = TypeVar("Value")
OVERHEAD = 512


class Cache(Generic[Value]):
    """Keep the values used last, as long as their sizes fit in `budget` bytes."""

    def __init__(self, budget: int) -> None:
        self.budget, self.used = budget, 0
        self.entries: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: Hashable) -> Value | None:
        """The value kept under this key."""
        with self.lock:
            if key not in self.entries:
                return None
            self.entries.move_to_end(key)
            return self.entries[key][0]

    def put(self, key: Hashable, value: Value, size: int) -> None:
        """Keep a value of `size` bytes, letting go of the least used; one that takes over a quarter is not kept."""
        size += OVERHEAD
        if size > self.budget // 4:
            return
        with self.lock:
            self.used -= self.entries.pop(key, (None, 0))[1]
            self.entries[key] = value, size
            self.used += size
            while self.used > self.budget:
                _, (_, freed) = self.entries.popitem(last=False)
                self.used -= freed


class Flights(Generic[Value]):
    """Run a task once for all who ask for it while it runs."""

    def __init__(self) -> None:
        self.running: dict[Hashable, Future[Value]] = {}
        self.lock = threading.Lock()

    def once(self, key: Hashable, task: Callable[[], Value]) -> Value:
        """The result of the task, or its exception, shared with those who wait for the same key."""
        with self.lock:
            flight = self.running.get(key)
            leads = flight is None
            if flight is None:
                flight = self.running[key] = Future()
        if not leads:
            return flight.result()
        try:
            flight.set_result(result := task())
            return result
        except BaseException as error:
            flight.set_exception(error)
            raise
        finally:
            with self.lock:
                del self.running[key]
