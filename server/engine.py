"""Ask query processes: one connection each, a quick lane and a slow one, a deadline for every question.

A question that takes more than `SPARED` seconds of processor time goes on at the lowest priority; one that is slow, or
keeps others waiting, leaves the quick lane for the slow one. A process that is lost (slow, crashed, too large, past its
deadline) is replaced at once by connecting anew, which costs the worker nothing: the zygote forks while the next
question is on its way.
"""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from server.connection import Connection
from server.pool import Pool
from server.problems import HttpError
from server.wire import Question, Reply

BRIEF = 0.005
SPARED = 0.005
HUNG = 1.0
RETRY = {"Retry-After": "1"}


@dataclass(frozen=True)
class Lanes:
    """How many questions may run at once before and after `slow_after` seconds."""

    quick: int
    slow: int
    slow_after: float


class Engine:
    """The query processes of one worker."""

    def __init__(self, path: Path, lanes: Lanes) -> None:
        self.path, self.lanes = path, lanes
        self.idle: Pool[Connection] = Pool(lanes.quick)
        self.slow = threading.BoundedSemaphore(lanes.slow)
        for _ in range(lanes.quick):
            self.replace()

    def replace(self, lost: Connection | None = None) -> None:
        """Have one more process made ready; when the zygote is away, the next question waits for it."""
        if lost:
            lost.close()
        connection = Connection(self.path)
        try:
            connection.open()
        except OSError:
            connection.close()
        self.idle.give(connection, new=True)

    def ask(self, question: Question, seconds: float) -> Reply:
        """Have a question answered within `seconds`; raise an HttpError (503) when it cannot be."""
        end = time.monotonic() + seconds
        connection = self.idle.take(seconds)
        if connection is None:
            raise busy()
        try:
            connection.send(question.encode())
            reply = connection.wait(min(BRIEF, seconds)) or self.wait_on(connection, end)
        except OSError:
            self.replace(connection)
            raise stopped() from None
        if reply is None:
            return self.ask_slowly(connection, end, seconds)
        if connection.demoted or reply.last:
            self.replace(connection)
        else:
            self.idle.give(connection)
        return reply

    def wait_on(self, connection: Connection, end: float) -> Reply | None:
        """Wait for a question that is not brief as long as it may stay in the quick lane, and others do not need it."""
        reply, hung = None, min(end, time.monotonic() + HUNG)
        while reply is None and time.monotonic() < hung:
            spent = connection.spent()
            if spent > SPARED:
                connection.demote()
            if spent > (SPARED if self.idle.waiting else self.lanes.slow_after):
                return None
            reply = connection.wait(BRIEF)
        return reply

    def ask_slowly(self, connection: Connection, end: float, seconds: float) -> Reply:
        """Wait for a slow question, in the slow lane, while another process takes its place in the quick one."""
        self.replace()
        if not self.slow.acquire(blocking=False):
            connection.close()
            raise busy()
        try:
            connection.demote()
            reply = connection.wait(end - time.monotonic())
        except OSError:
            raise stopped() from None
        finally:
            connection.close()
            self.slow.release()
        if reply is None:
            raise late(seconds)
        return reply


def busy() -> HttpError:
    """The refusal of one question too many."""
    return HttpError(503, "Too many long queries are running; try again in a moment, or ask something quicker.", RETRY)


def late(seconds: float) -> HttpError:
    """The end of a question past its deadline."""
    return HttpError(
        503, f"The query was stopped after {seconds:g} s; narrow it, add a LIMIT, or download the dumps.", RETRY
    )


def stopped() -> HttpError:
    """The end of a question whose process was lost."""
    return HttpError(
        503,
        "The query was stopped: it needs more memory than it may use, or was interrupted. Narrow it, or try again.",
        RETRY,
    )
