"""`python -m extraction PAGE --register FILE`: the flat view of a page."""

import argparse
import sys
from pathlib import Path

from extraction.flat import tsv
from extraction.folding import decode
from extraction.reader import extract
from extraction.register import load_register
from quipreside.errors import QuiPresideError


def main() -> int:
    """Print the facts and review items of a page."""
    parser = argparse.ArgumentParser(prog="extraction", description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("--register", type=Path, required=True)
    parser.add_argument("--format", default="tsv")
    args = parser.parse_args()
    try:
        extraction = extract(decode(args.page.read_bytes(), args.page.name), load_register(args.register))
    except QuiPresideError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    print("\n".join(tsv(extraction)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
