"""`quipreside extract`: what one page states, whatever page it is."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from extraction.annotated import trig
from extraction.explained import explained
from extraction.flat import tsv
from extraction.folding import decode
from extraction.marked import marked
from extraction.reader import extract
from extraction.register import load_register
from extraction.sources import read_bytes
from quipreside.namespaces import Iris
from quipreside.paths import DATA


def configure(parser: ArgumentParser) -> None:
    """Declare the page, the register and the output format."""
    parser.add_argument("page", type=Path, metavar="PAGE", help="a page in UTF-8 text")
    parser.add_argument("--register", type=Path, metavar="FILE", help="the known entities (default: data/register.ttl)")
    parser.add_argument("--format", choices=("tsv", "trig", "html"), default="tsv", help="default: tsv")
    parser.add_argument("--explain", action="store_true", help="print how each passage was read, instead")


def run(arguments: Namespace) -> int:
    """Print the facts and the review items: one a line, as annotated graphs, marked in the text, or explained."""
    page: Path = arguments.page
    register = load_register(arguments.register or DATA / "register.ttl")
    extraction = extract(decode(read_bytes(page), page.name), register)
    if arguments.explain:
        sys.stdout.writelines(f"{line}\n" for line in explained(extraction))
    elif arguments.format == "trig":
        sys.stdout.write(trig(extraction, register, page.stem, Iris()).decode())
    elif arguments.format == "html":
        sys.stdout.write(marked(extraction, page.name))
    else:
        sys.stdout.writelines(f"{line}\n" for line in tsv(extraction))
    return 0
