"""Serve a release: check it and the address, start the zygote, then granian's workers, and clean up after them."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.synchronize import Semaphore
from pathlib import Path

from flask import Flask
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from quipreside.errors import QuiPresideError
from quipreside.settings import Settings
from server.address import check_address, listening
from server.app import create_app
from server.dataset import Release, read_release
from server.lifeline import die_with
from server.supervisor import Supervisor

REQUESTS_AT_ONCE = 512
PAUSE = 0.01
LONGEST_FAREWELL = 2
SHORT_LIFE = 1.0
MOST_SHORT_LIVES = 5


@dataclass(frozen=True)
class Announcement:
    """The line that says where the server is, printed by the first worker that finds it there."""

    line: str
    host: str
    port: int
    first: Semaphore

    def make(self) -> None:
        """Print the line once something listens."""
        if self.first.acquire(block=False):
            while not listening(self.host, self.port):
                time.sleep(PAUSE)
            print(self.line, flush=True)


def serve(settings: Settings, folder: Path) -> None:
    """Serve the release in `folder` until SIGINT or SIGTERM; raise QuiPresideError when it or the address is unfit."""
    release = read_release(folder)
    host, port = settings.text("host"), settings.count("port")
    check_address(host, port)
    check_limits(settings)
    line = f"Serving {release.version} ({release.quads} quads) at http://{host}:{port}/ — Ctrl-C stops it."
    announcement = Announcement(line, host, port, multiprocessing.Semaphore(1))
    supervisor = Supervisor.start(settings, release)
    try:
        keep_serving(settings, partial(load, settings, release, supervisor.socket, os.getpid(), announcement))
    finally:
        supervisor.stop()


def check_limits(settings: Settings) -> None:
    """Raise QuiPresideError when the query processes are too few for the workers, or could use too much memory."""
    children, each, total = (settings.count(name) for name in ("children", "child_memory", "memory_total"))
    fewest = 2 * settings.count("workers")
    if children < fewest:
        raise QuiPresideError(f"{children} query processes are too few for these workers; --children must be {fewest}.")
    if children * each > total:
        raise QuiPresideError(
            f"{children} query processes of {each} bytes each may use more than {total} bytes; "
            "lower --children or --child-memory, or raise --memory-total."
        )


def keep_serving(settings: Settings, loader: Callable[[], Flask]) -> None:
    """Run granian until it is told to stop; it gives up when a worker dies twice in seconds, and is started again."""
    short = 0
    while short < MOST_SHORT_LIVES:
        started = time.monotonic()
        try:
            granian(settings).serve(target_loader=loader, wrap_loader=False)
        except SystemExit:
            short = short + 1 if time.monotonic() - started < SHORT_LIFE else 0
        else:
            return
    raise QuiPresideError("The HTTP workers end as soon as they start; what they wrote above says why.")


def granian(settings: Settings) -> MPServer:
    """Granian as configured; it starts again a worker that dies."""
    return MPServer(
        "server.app",
        address=settings.text("host"),
        port=settings.count("port"),
        interface=Interfaces.WSGI,
        workers=settings.count("workers"),
        blocking_threads=REQUESTS_AT_ONCE,
        log_level=LogLevels.critical,
        respawn_failed_workers=True,
        workers_kill_timeout=LONGEST_FAREWELL,
    )


def load(settings: Settings, release: Release, zygote: Path, parent: int, announcement: Announcement) -> Flask:
    """Make the application in a worker, which ends with the server, also while it is being made."""
    die_with(parent)
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, signal.SIG_DFL)
    threading.Thread(target=announcement.make, daemon=True).start()
    return create_app(settings, release, zygote)
