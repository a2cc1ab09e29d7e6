"""`quipreside serve`: serve a release folder over HTTP until it is stopped."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from quipreside.commands.common import add_settings, settings_from
from quipreside.paths import DIST
from server.run import serve


def configure(parser: ArgumentParser) -> None:
    """Declare the release folder and every setting."""
    add_settings(parser)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=DIST / "latest", help="a release folder (default: dist/latest)"
    )


def run(arguments: Namespace) -> int:
    """Serve; a port in use, a missing or a truncated release is one sentence and an exit code."""
    serve(settings_from(arguments), arguments.folder)
    return 0
