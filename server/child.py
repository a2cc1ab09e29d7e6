"""A query process: it answers the questions of one connection, under limits the kernel enforces, until it closes."""

import gc
import os
import resource
import socket
import time
from pathlib import Path

from pyoxigraph import Store

from server.evaluation import evaluate
from server.wire import HELLO, receive_question

STACK = 128 * 1024 * 1024
GROWTH = 32 * 1024 * 1024
EASY = 0.001


def confine(memory: int) -> None:
    """Forbid new files and sockets, core dumps and messages, and more than `memory` bytes beyond today's."""
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    os.close(quiet)
    resource.setrlimit(resource.RLIMIT_AS, (address_space() + memory,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def address_space() -> int:
    """The bytes of address space this process has."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def widen_stack() -> None:
    """Let the stack grow to what the deepest query of the accepted length needs; forked children inherit it."""
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, resource.getrlimit(resource.RLIMIT_STACK)[1]))


def live(connection: socket.socket, store: Store, seconds: float, largest: int) -> None:
    """Answer question after question, each within `seconds` of processor time and `largest` bytes.

    The limit on processor time is cumulative, so it is moved after each question that took some of it.
    """
    gc.disable()
    connection.sendall(HELLO.pack(os.getpid()))
    size = peak()
    allow_seconds(seconds)
    while question := receive_question(connection):
        before = time.process_time()
        reply = evaluate(store, question, largest)
        hard = time.process_time() - before > EASY
        last = hard and peak() > size + GROWTH
        connection.sendall(reply._replace(last=last).encode() if last else reply.encode())
        if last:
            return
        if hard:
            allow_seconds(seconds)


def allow_seconds(seconds: float) -> None:
    """Move the limit on processor time to `seconds` from now."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 2, hard))


def peak() -> int:
    """The most bytes of memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
