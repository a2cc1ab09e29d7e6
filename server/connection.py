"""A worker's connection to one query process: ask, wait, have it slowed down, give it up."""

import socket
import struct
import time
from pathlib import Path

from server.lifeline import processor_time
from server.wire import CHUNK, HELLO, Reply, finish_reply, is_whole

_TIMEVAL = struct.Struct("ll")
RECOVERY = 3.0
PAUSE = 0.02
SHORTEST = 0.001


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
