"""`quipreside add`: file a text as the next edition of a source, with its metadata."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime
from pathlib import Path

from extraction.sources import add_edition
from quipreside.errors import UsageError
from quipreside.paths import SOURCES


def configure(parser: ArgumentParser) -> None:
    """Declare the text, its source, and what is known of it."""
    parser.add_argument("text", type=Path, metavar="TEXT", help="the text as received: UTF-8, filed byte for byte")
    parser.add_argument("--source", required=True, metavar="NAME", help="the source's name, as secretaire-general-otan")
    parser.add_argument(
        "--publisher", metavar="SLUG", help="the register's slug of the publisher (default: as the last edition)"
    )
    parser.add_argument("--received", metavar="DATE", help="the day on which the text was received (default: today)")


def run(arguments: Namespace) -> int:
    """File the text and say what to do next."""
    filed = add_edition(arguments.text, arguments.source, SOURCES, arguments.publisher, received(arguments.received))
    print(f"filed as {filed.relative_to(SOURCES.parent.parent)}; `make build` reads it")
    return 0


def received(words: str | None) -> date:
    """Read the day of reception, or take today's."""
    try:
        return date.fromisoformat(words) if words else datetime.now(UTC).date()
    except ValueError:
        raise UsageError(f"--received: '{words}' is not a date; write it as 2026-11-23.") from None
