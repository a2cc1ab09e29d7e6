"""Ask query processes: one connection each, a quick lane and a slow one, a deadline for every question.

A question that is not brief goes on at the lowest priority; one that is slow, or keeps others waiting, leaves the quick
lane for the slow one. A process that is lost (slow, crashed, too large, past its deadline) is replaced at once by
connecting anew, which costs the worker nothing: the zygote forks while the next question is on its way.
"""

import socket
import struct
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from server.lifeline import processor_time
from server.pool import Pool
from server.problems import HttpError
from server.wire import CHUNK, HELLO, Question, Reply, finish_reply, is_whole

_TIMEVAL = struct.Struct("ll")
RECOVERY = 3.0
PAUSE = 0.02
BRIEF = 0.005
SPARED = 0.005
HUNG = 1.0
SHORTEST = 0.001
RETRY = {"Retry-After": "1"}


@dataclass(frozen=True)
class Lanes:
    """How many questions may run at once before and after `slow_after` seconds."""

    quick: int
    slow: int
    slow_after: float


class Connection:
    """A connection to a query process of its own, opened when first needed."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.socket: socket.socket | None = None
        self.patience = 0.0
        self.demoted = False
        self.pid = 0
        self.before = 0.0

    def open(self, patience: float = 0.0) -> socket.socket:
        """Connect to the zygote, waiting at most `patience` seconds for one that is being restarted."""
        end = time.monotonic() + patience
        while self.socket is None:
            attempt = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                attempt.connect(self.path)
            except OSError:
                attempt.close()
                if time.monotonic() >= end:
                    raise
                time.sleep(PAUSE)
            else:
                self.socket, self.patience, self.demoted = attempt, 0.0, False
        return self.socket

    def send(self, message: bytes) -> None:
        """Send a question, to a new process when this one has ended since its last reply."""
        if self.pid:
            self.before = processor_time(self.pid)
        try:
            self.open(RECOVERY).sendall(message)
        except OSError:
            self.close()
            self.open(RECOVERY).sendall(message)

    def wait(self, seconds: float) -> Reply | None:
        """Wait for the reply; None when it has not begun after `seconds`; raise OSError when it never will."""
        connection = self.open()
        self.be_patient(max(seconds, SHORTEST))
        try:
            if not self.pid:
                self.meet(connection.recv(HELLO.size))
            start = connection.recv(CHUNK)
        except BlockingIOError:
            return None
        if start and not is_whole(start):
            self.be_patient(0)
        reply = finish_reply(connection, start)
        if reply is None:
            raise ConnectionResetError("the query process ended without a reply")
        return reply

    def meet(self, hello: bytes) -> None:
        """Learn the number of the process, which has run for nobody else yet."""
        if len(hello) < HELLO.size:
            raise ConnectionResetError("the query process ended before its first question")
        (self.pid,) = HELLO.unpack(hello)
        self.before = processor_time(self.pid)

    def spent(self) -> float:
        """The seconds of processor time that the question has taken; waiting for a processor is not its fault."""
        return processor_time(self.pid) - self.before if self.pid else 0.0

    def be_patient(self, seconds: float) -> None:
        """Have the kernel wait at most so long for bytes; 0 for ever: a process that has begun to reply is done."""
        if seconds != self.patience:
            whole, part = divmod(seconds, 1)
            self.open().setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _TIMEVAL.pack(int(whole), int(part * 1e6)))
            self.patience = seconds

    def demote(self) -> None:
        """Have the process go on at the lowest priority; it ends after its reply."""
        if not self.demoted:
            self.open().shutdown(socket.SHUT_WR)
            self.demoted = True

    def close(self) -> None:
        """Give the process up; the zygote kills it."""
        if self.socket is not None:
            self.socket.close()
            self.socket, self.pid = None, 0

    def __del__(self) -> None:
        self.close()


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
        503, "The query was stopped: it needed more memory than a query may use. Narrow it, or try again.", RETRY
    )
