"""`quipreside release`: make the built version immutable under `releases/`."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from quipreside.commands.common import add_settings, settings_from
from quipreside.namespaces import Iris
from quipreside.paths import DATA, DIST, RELEASES
from release.archive import restore
from release.inputs import read_version
from release.releasing import make_immutable


def configure(parser: ArgumentParser) -> None:
    """Declare the folder that was built and the one that keeps the versions."""
    add_settings(parser, ("base_iri",))
    parser.add_argument("--dist", type=Path, default=DIST, metavar="DIR", help=f"where it was built ({DIST.name})")
    parser.add_argument(
        "--releases", type=Path, default=RELEASES, metavar="DIR", help=f"where versions are kept ({RELEASES.name})"
    )
    parser.add_argument(
        "--restore", metavar="VERSION", help="put a published version back into the build folder instead"
    )


def run(arguments: Namespace) -> int:
    """Archive the version of `data/release.toml`, or restore an archived one, and print its folder."""
    iris = Iris(settings_from(arguments).text("base_iri"))
    if arguments.restore:
        print(restore(arguments.dist, arguments.releases, arguments.restore, iris))
        return 0
    print(make_immutable(arguments.dist, arguments.releases, read_version(DATA / "release.toml"), iris))
    return 0
