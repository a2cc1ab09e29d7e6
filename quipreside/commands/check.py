"""`quipreside check`: hold a release folder against every shape and check, without building it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from quipreside.paths import DIST
from release.audit import audit
from server.dataset import read_release


def configure(parser: ArgumentParser) -> None:
    """Declare the release folder."""
    parser.add_argument(
        "folder", nargs="?", type=Path, default=DIST / "latest", help="a release folder (default: dist/latest)"
    )


def run(arguments: Namespace) -> int:
    """Print one line a finding, or how much was passed; the exit code says whether there is a finding."""
    release = read_release(arguments.folder)
    found, passed = audit(release.served, release.base_iri)
    for finding in found:
        print(finding)
    print(f"{passed} shapes and checks passed; {len(found)} finding(s)")
    return 1 if found else 0
