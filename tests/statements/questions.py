"""The statements of the first source: the phrase of each, and the question that it answers."""

from functools import cache
from pathlib import Path

from quipreside.paths import SOURCES

HERE = Path(__file__).parent
SOURCE = "secretaire-general-otan"
TEXT = SOURCES / SOURCE / "1.txt"
SPANS = {
    row[0]: (int(row[1]), int(row[2]))
    for line in (HERE / "spans.tsv").read_text(encoding="utf-8").splitlines()[1:]
    if (row := line.split("\t"))
}


@cache
def ask_of(statement: str) -> str:
    """The text of a statement's question."""
    return (HERE / f"{statement}.rq").read_text(encoding="utf-8")
