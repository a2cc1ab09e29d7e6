"""The command line `quipreside`: one table of commands, each a function of the parsed arguments."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quipreside import __version__
from quipreside.errors import QuiPresideError

Arguments = argparse.Namespace
Configure = Callable[[argparse.ArgumentParser], None]
Run = Callable[[Arguments], int]


@dataclass(frozen=True)
class Command:
    """One sub-command; its module is imported only when it runs, so that each starts as fast as it can."""

    name: str
    help: str
    module: str


COMMANDS: tuple[Command, ...] = (
    Command("build", "read the sources, validate, infer and write a release", "quipreside.commands.build"),
    Command("serve", "serve a release over HTTP", "quipreside.commands.serve"),
    Command("add", "file a text as the next edition of a source", "quipreside.commands.add"),
    Command("extract", "print the facts that a page states", "quipreside.commands.extract"),
    Command("check", "hold a release against every shape and check", "quipreside.commands.check"),
    Command("release", "make the built version immutable under releases/", "quipreside.commands.release"),
    Command("why", "say why a statement holds, down to the quotes", "quipreside.commands.why"),
    Command("review", "list what waits for the curator", "quipreside.commands.review"),
    Command("diff", "show what changed between two editions or texts", "quipreside.commands.diff"),
    Command("rules", "list the rules and how often each fires", "quipreside.commands.rules"),
    Command("settings", "print the settings in force and where each comes from", "quipreside.commands.settings"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; print an expected failure as one sentence and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    chosen = next((command for command in COMMANDS if words[:1] == [command.name]), None)
    parser = argparse.ArgumentParser(prog="quipreside", description=__doc__)
    parser.add_argument("--version", action="version", version=f"quipreside {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        subparser = subparsers.add_parser(command.name, help=command.help, description=f"{command.help}.")
        if command is chosen:
            module = __import__(command.module, fromlist=["configure", "run"])
            module.configure(subparser)
            subparser.set_defaults(run=module.run)
    arguments = parser.parse_args(words)
    try:
        return int(arguments.run(arguments))
    except QuiPresideError as error:
        sys.stderr.write(f"quipreside: {error}\n")
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        sys.stderr.write(f"quipreside: {error.filename or 'a file'}: cannot be read or written ({error.strerror}).\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
