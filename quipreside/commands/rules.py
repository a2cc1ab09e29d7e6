"""`quipreside rules`: the rules of the reading, with how often each fires on a folder of pages."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from extraction.folding import decode
from extraction.reader import extract
from extraction.register import load_register
from extraction.rules import load_rules
from extraction.sources import read_bytes
from quipreside.errors import UsageError
from quipreside.paths import DATA, SOURCES


def configure(parser: ArgumentParser) -> None:
    """Declare the pages and the register that names their offices."""
    parser.add_argument("pages", nargs="?", type=Path, metavar="DIR", help="a folder of pages (default: the sources)")
    parser.add_argument("--register", type=Path, metavar="FILE", help="the known entities (default: data/register.ttl)")


def run(arguments: Namespace) -> int:
    """Print one rule a line: how often it fires, on how many pages, its name, its relation, its pattern."""
    folder = arguments.pages or SOURCES
    pages = sorted(folder.rglob("*.txt"))
    if not pages:
        raise UsageError(f"{folder}: there is no page (a file that ends with .txt) in this folder.")
    register = load_register(arguments.register or DATA / "register.ttl")
    fired: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for page in pages:
        names = [fact.rule for fact in extract(decode(read_bytes(page), page.name), register).facts]
        fired.update(names)
        seen.update(set(names))
    print("facts\tpages\trule\trelation\tpattern")
    for rule in load_rules():
        print(f"{fired[rule.id]}\t{seen[rule.id]}\t{rule.id}\t{rule.relation}\t{rule.pattern}")
    return 0
