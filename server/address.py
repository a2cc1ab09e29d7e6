"""The address a server listens at, and the one it is known by."""

import errno
import socket

from quipreside.errors import QuiPresideError
from quipreside.settings import Settings


def origin(settings: Settings) -> str:
    """Where this server answers: the public address, or the one it listens at; never what a request says."""
    host = settings.text("host")
    local = f"http://{f'[{host}]' if ':' in host else host}:{settings.count('port')}"
    return settings.text("public_url").rstrip("/") or local


def check_address(host: str, port: int) -> None:
    """Raise QuiPresideError when nothing can listen at the address."""
    try:
        with socket.socket(family(host), socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        in_use = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        cause = "is in use" if in_use else f"cannot be used ({error})"
        raise QuiPresideError(f"{host}:{port} {cause}; choose another with --port or --host.") from None


def listening(host: str, port: int) -> bool:
    """Whether something listens at the address."""
    with socket.socket(family(host), socket.SOCK_STREAM) as probe:
        return probe.connect_ex((host, port)) == 0


def family(host: str) -> socket.AddressFamily:
    """The family of an address."""
    return socket.AF_INET6 if ":" in host else socket.AF_INET
