"""Serve a release: check it and the address, start the zygote, then granian's workers, and clean up after them."""

import errno
import os
import signal
import socket
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import Flask
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from quipreside.errors import QuiPresideError
from quipreside.settings import Settings
from server.app import create_app
from server.dataset import Release, read_release
from server.lifeline import die_with
from server.supervisor import Supervisor

REQUESTS_AT_ONCE = 512
PAUSE = 0.01
SHORT_LIFE = 1.0
MOST_SHORT_LIVES = 5


def serve(settings: Settings, folder: Path) -> None:
    """Serve the release in `folder` until SIGINT or SIGTERM; raise QuiPresideError when it or the address is unfit."""
    release = read_release(folder)
    host, port = settings.text("host"), settings.count("port")
    check_address(host, port)
    supervisor = Supervisor.start(settings, release)
    try:
        announce(release, host, port)
        keep_serving(settings, partial(load, settings, release, supervisor.socket, os.getpid()))
    finally:
        supervisor.stop()


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
    )


def load(settings: Settings, release: Release, zygote: Path, parent: int) -> Flask:
    """Make the application in a worker, which ends with the server."""
    die_with(parent)
    return create_app(settings, release, zygote)


def announce(release: Release, host: str, port: int) -> None:
    """Say that the server is there, once it is: by a timer, since a thread may hold locks while workers are forked."""

    def look(*_: object) -> None:
        if listening(host, port):
            signal.setitimer(signal.ITIMER_REAL, 0)
            print(
                f"Serving {release.version} ({release.quads} quads) at http://{host}:{port}/ — Ctrl-C stops it.",
                flush=True,
            )

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, PAUSE, PAUSE)


def listening(host: str, port: int) -> bool:
    """Whether something listens at the address."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def check_address(host: str, port: int) -> None:
    """Raise QuiPresideError when nothing can listen at the address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        cause = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
        raise QuiPresideError(f"{host}:{port} {cause}; choose another with --port or --host.") from None
