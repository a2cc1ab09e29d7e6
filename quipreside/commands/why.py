"""`quipreside why`: why a statement of a release holds, down to the words of the texts."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from quipreside.namespaces import Iris
from quipreside.paths import DIST
from release.reasons import Reasons
from server.dataset import read_release


def configure(parser: ArgumentParser) -> None:
    """Declare the statement, by slugs and terms or by whole IRIs, and the release to ask."""
    parser.add_argument("subject", metavar="SUBJECT", help="a thing: a slug, as mark-rutte, or a whole IRI")
    parser.add_argument("predicate", metavar="PREDICATE", help="a term: presides, org:postIn, rdf:type, or a whole IRI")
    parser.add_argument("object", metavar="OBJECT", help="a thing, as the subject; a class by its whole IRI")
    parser.add_argument(
        "--release", type=Path, default=DIST / "latest", metavar="DIR", help="a release folder (default: dist/latest)"
    )


def run(arguments: Namespace) -> int:
    """Print the tree of reasons."""
    release = read_release(arguments.release)
    store = Store()
    store.bulk_load(path=str(release.served), format=RdfFormat.N_QUADS)
    reasons = Reasons(store, Iris(release.base_iri))
    print("\n".join(reasons.tree(arguments.subject, arguments.predicate, arguments.object)))
    return 0
