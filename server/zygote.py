"""The zygote: a single-threaded program that holds the store and forks a query process for each connection.

A worker speaks to a query process over its connection alone: it closes its end to have the process killed, and shuts
down its sending side to have it go on at the lowest priority. The zygote keeps the other end of each connection open
only to watch for these two signs, so that a worker that dies takes its queries with it.
"""

import argparse
import gc
import os
import select
import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from server import child
from server.lifeline import die_with

QUERY_PRIORITY = 2
LOWEST_PRIORITY = 19
SLOW = select.POLLRDHUP
ENDED = select.POLLHUP | select.POLLERR


@dataclass(frozen=True)
class Limits:
    """What a query process may use: seconds of processor time, bytes of memory, bytes of answer."""

    seconds: float
    memory: int
    answer: int


@dataclass(frozen=True)
class Process:
    """A query process, the zygote's end of its connection, and the descriptor that tells its end."""

    pid: int
    connection: socket.socket
    exit: int


class Zygote:
    """Accept, fork, watch, kill, bury."""

    def __init__(self, listener: socket.socket, store: Store, limits: Limits) -> None:
        self.listener, self.store, self.limits = listener, store, limits
        self.processes: dict[int, Process] = {}
        self.poll = select.poll()
        self.poll.register(listener, select.POLLIN)

    def run(self) -> None:
        """Serve for ever; new connections come last, since they reuse the descriptors of those that ended."""
        newcomers = self.listener.fileno()
        while True:
            events = dict(self.poll.poll())
            arrived = events.pop(newcomers, 0)
            for descriptor, event in events.items():
                if process := self.processes.get(descriptor):
                    self.attend(process, descriptor, event)
            if arrived:
                self.spawn()

    def attend(self, process: Process, descriptor: int, event: int) -> None:
        """Act on one sign: the process ended, its worker gave it up, or its worker found it slow."""
        if descriptor == process.exit:
            self.bury(process)
        elif event & ENDED:
            os.kill(process.pid, signal.SIGKILL)
            del self.processes[descriptor]
            self.poll.unregister(descriptor)
        else:
            os.setpriority(os.PRIO_PROCESS, process.pid, LOWEST_PRIORITY)
            self.poll.modify(descriptor, 0)

    def spawn(self) -> None:
        """Fork a query process for a new connection."""
        connection, _ = self.listener.accept()
        zygote = os.getpid()
        pid = os.fork()
        if pid == 0:
            self.become_child(connection, zygote)
        process = Process(pid, connection, os.pidfd_open(pid))
        self.processes[process.exit] = self.processes[connection.fileno()] = process
        self.poll.register(process.exit, select.POLLIN)
        self.poll.register(connection, SLOW)

    def become_child(self, connection: socket.socket, zygote: int) -> None:
        """Live as a query process, and end with it."""
        try:
            die_with(zygote)
            os.nice(QUERY_PRIORITY)
            keep = connection.fileno()
            os.closerange(3, keep)
            os.closerange(keep + 1, os.sysconf("SC_OPEN_MAX"))
            child.confine(self.limits.memory)
            child.live(connection, self.store, self.limits.seconds, self.limits.answer)
        finally:
            os._exit(0)

    def bury(self, process: Process) -> None:
        """Reap a query process that has ended; its worker then reads the end of the connection."""
        os.waitpid(process.pid, 0)
        self.poll.unregister(process.exit)
        del self.processes[process.exit]
        if self.processes.pop(process.connection.fileno(), None):
            self.poll.unregister(process.connection)
        process.connection.close()
        os.close(process.exit)


def listen(path: Path) -> socket.socket:
    """Listen at a socket file, replacing one that a dead zygote left."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    path.unlink(missing_ok=True)
    listener.bind(str(path))
    listener.listen(1024)
    return listener


def load(quads: Path) -> Store:
    """Read an N-Quads file into memory."""
    store = Store()
    store.bulk_load(path=str(quads), format=RdfFormat.N_QUADS)
    return store


def main() -> None:
    """Load a release, say how many quads it has, and serve query processes until the parent ends."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("quads", type=Path)
    parser.add_argument("socket", type=Path)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--memory", type=int, required=True)
    parser.add_argument("--answer", type=int, required=True)
    arguments = parser.parse_args()
    die_with(arguments.parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    child.widen_stack()
    store = load(arguments.quads)
    listener = listen(arguments.socket)
    gc.freeze()
    print(len(store), flush=True)
    Zygote(listener, store, Limits(arguments.seconds, arguments.memory, arguments.answer)).run()


if __name__ == "__main__":
    main()
