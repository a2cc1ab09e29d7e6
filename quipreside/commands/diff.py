"""`quipreside diff`: what changed between two editions of a page, or between any two pages."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from extraction.differences import differences
from extraction.folding import decode
from extraction.reader import Extraction, extract
from extraction.register import Register, load_register
from extraction.sources import read_bytes
from quipreside.paths import DATA, SOURCES


def configure(parser: ArgumentParser) -> None:
    """Declare the two texts, the register and the output format."""
    parser.add_argument("old", metavar="OLD", help="a text, or an edition such as secretaire-general-otan/1")
    parser.add_argument("new", metavar="NEW", help="a text, or an edition")
    parser.add_argument("--register", type=Path, metavar="FILE", help="the known entities (default: data/register.ttl)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: Namespace) -> int:
    """Print the changes; exit with 0 whether or not there are any."""
    register = load_register(arguments.register or DATA / "register.ttl")
    changes = differences(read(arguments.old, register), read(arguments.new, register))
    if arguments.format == "json":
        print(json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2))
    else:
        print("\n".join(change.sentence() for change in changes) or "no fact changed")
    return 0


def read(name: str, register: Register) -> Extraction:
    """Read a filed edition, or any text."""
    filed = SOURCES / f"{name}.txt"
    file = filed if filed.is_file() else Path(name)
    return extract(decode(read_bytes(file), file.name), register)
