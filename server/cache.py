"""Answers kept by key within a budget of bytes, and one run per key at a time."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, cast

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


class Flight(Generic[Value]):
    """A task that runs, and what came of it once the lock is free."""

    __slots__ = ("error", "lock", "result")

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.lock.acquire()
        self.result: Value | None = None
        self.error: Exception | None = None


class Flights(Generic[Value]):
    """Run a task once for all who ask for it while it runs."""

    def __init__(self) -> None:
        self.running: dict[Hashable, Flight[Value]] = {}

    def once(self, key: Hashable, task: Callable[[], Value]) -> Value:
        """The result of the task, or its exception, shared with those who wait for the same key."""
        mine: Flight[Value] = Flight()
        flight = self.running.setdefault(key, mine)
        if flight is mine:
            return self.lead(key, mine, task)
        with flight.lock:
            if flight.error:
                raise flight.error
            return cast(Value, flight.result)

    def lead(self, key: Hashable, flight: Flight[Value], task: Callable[[], Value]) -> Value:
        """Run the task for all."""
        try:
            flight.result = task()
            return flight.result
        except Exception as error:
            flight.error = error
            raise
        finally:
            del self.running[key]
            flight.lock.release()
