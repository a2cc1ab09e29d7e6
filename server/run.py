"""Serve a release: check it and the address, start the zygote, then granian's workers, and clean up after them."""

import errno
import socket
from functools import partial
from pathlib import Path

from flask import Flask
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from quipreside.errors import QuiPresideError
from quipreside.settings import Settings
from server.app import create_app
from server.dataset import Release, read_release
from server.supervisor import Supervisor

REQUESTS_AT_ONCE = 512


def serve(settings: Settings, folder: Path) -> None:
    """Serve the release in `folder` until SIGINT or SIGTERM; raise QuiPresideError when it or the address is unfit."""
    release = read_release(folder)
    host, port = settings.text("host"), settings.count("port")
    check_address(host, port)
    supervisor = Supervisor.start(settings, release)
    try:
        server = Server(
            "server.app",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=settings.count("workers"),
            blocking_threads=REQUESTS_AT_ONCE,
            log_level=LogLevels.error,
            respawn_failed_workers=True,
        )
        server.on_startup(partial(announce, release, host, port))
        server.serve(target_loader=partial(load, settings, release, supervisor.socket), wrap_loader=False)
    finally:
        supervisor.stop()


def load(settings: Settings, release: Release, zygote: Path) -> Flask:
    """Make the application in a worker."""
    return create_app(settings, release, zygote)


def announce(release: Release, host: str, port: int) -> None:
    """Say that the server is there."""
    print(f"Serving {release.version} ({release.quads} quads) at http://{host}:{port}/ — Ctrl-C stops it.", flush=True)


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
