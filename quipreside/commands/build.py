"""`quipreside build`: from the sources, or from one alternative text, to a release folder.

Only a build into the default folder writes the generated files under `data/`: the graph and the ledger.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from quipreside.commands.common import add_settings, settings_from
from quipreside.namespaces import Iris
from quipreside.paths import DATA, DIST
from quipreside.progress import Progress
from release.inputs import read_version
from release.pipeline import Plan, build

ALTERNATIVE = DIST.with_name("dist-alternative")


def configure(parser: ArgumentParser) -> None:
    """Declare the alternative text and the folder to write to."""
    add_settings(parser, ("base_iri",))
    parser.add_argument(
        "--text", type=Path, metavar="FILE", help="build this text in place of a source's latest edition"
    )
    parser.add_argument("--source", metavar="NAME", help="the source whose text --text replaces (default: the first)")
    parser.add_argument(
        "--dist", type=Path, metavar="DIR", help=f"where to write ({DIST.name}; with --text {ALTERNATIVE.name})"
    )


def run(arguments: Namespace) -> int:
    """Build, and print the release's folder on standard output."""
    iris = Iris(settings_from(arguments).text("base_iri"))
    dist = arguments.dist or (ALTERNATIVE if arguments.text else DIST)
    record = arguments.text is None and arguments.dist is None
    plan = Plan(iris, read_version(DATA / "release.toml"), dist, arguments.text, arguments.source, record)
    print(build(plan, Progress()))
    return 0
