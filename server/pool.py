"""Idle things lent to threads: the last returned first, since it is still in the processor's caches; new ones last.

Threads that find none wait in turn; in a crowd the newest goes first, so that most are served soon and only those that
have waited longest, perhaps for nobody, go on waiting.
"""

import threading
from collections import deque
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Pool(Generic[Thing]):
    """Lend things; a crowd is more than so many waiting."""

    def __init__(self, crowd: int) -> None:
        self.crowd = crowd
        self.idle: deque[Thing] = deque()
        self.waiting: deque[SimpleQueue[Thing]] = deque()
        self.lock = threading.Lock()

    def give(self, thing: Thing, new: bool = False) -> None:
        """Hand a thing to someone who waits, or keep it, to be lent after all others if it is new."""
        with self.lock:
            if self.waiting:
                turn = self.waiting.pop() if len(self.waiting) > self.crowd else self.waiting.popleft()
                turn.put(thing)
            elif new:
                self.idle.appendleft(thing)
            else:
                self.idle.append(thing)

    def take(self, seconds: float) -> Thing | None:
        """Borrow a thing; None when none has come back after some seconds."""
        with self.lock:
            if self.idle:
                return self.idle.pop()
            turn: SimpleQueue[Thing] = SimpleQueue()
            self.waiting.append(turn)
        try:
            return turn.get(timeout=seconds)
        except Empty:
            return self.leave(turn)

    def leave(self, turn: SimpleQueue[Thing]) -> Thing | None:
        """Stop waiting, with the thing that came at the last moment."""
        with self.lock:
            if turn in self.waiting:
                self.waiting.remove(turn)
                return None
        return turn.get()
