"""`quipreside review`: what waits for the curator, in the filed sources or in any page."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from extraction.flat import label
from extraction.folding import decode
from extraction.harvest import Harvest, harvest, read_curation
from extraction.model import ReviewItem
from extraction.naming import naming_of
from extraction.reader import Extraction, extract
from extraction.register import load_register
from extraction.sources import read_bytes, read_editions
from quipreside.namespaces import Iris
from quipreside.paths import DATA, SOURCES


def configure(parser: ArgumentParser) -> None:
    """Declare the page, where it is not a filed source, and the register."""
    parser.add_argument("page", nargs="?", type=Path, metavar="PAGE", help="any page (default: the filed sources)")
    parser.add_argument("--register", type=Path, metavar="FILE", help="the known entities (default: data/register.ttl)")


def run(arguments: Namespace) -> int:
    """Print each open item: where, the words, the reason, and the fact that it would be."""
    register = load_register(arguments.register or DATA / "register.ttl")
    if arguments.page:
        extraction = extract(decode(read_bytes(arguments.page), arguments.page.name), register)
        show(arguments.page.name, extraction, extraction.reviews)
        return 0
    iris = Iris()
    for edition in read_editions(SOURCES):
        name = f"{edition.source}/{edition.number}"
        extraction = extract(decode(edition.content, name), register)
        naming = naming_of(register, extraction.focus.organisation, iris)
        curation = read_curation(DATA / "curated" / f"{edition.source}.toml", iris)
        found: Harvest = harvest(edition, extraction, curation, naming, iris, strict=False)
        show(name, extraction, found.reviews)
    return 0


def show(name: str, extraction: Extraction, reviews: tuple[ReviewItem, ...]) -> None:
    """Print the items of one page, with a line that counts them."""
    print(f"{name}: {len(reviews)} item(s) for review")
    for item in reviews:
        span = item.evidence
        print(f"  {item.passage or '-'} {span.start}-{span.end} « {extraction.text.quote(span)} »")
        print(f"    {item.reason}")
        if fact := item.candidate:
            print(f"    candidate: {fact.relation}, {label(fact.subject)}, {label(fact.object)}")
