"""What the tests of the reading share: a small register, and pages of a few invented sentences."""

from functools import cache
from pathlib import Path

from extraction.flat import label
from extraction.folding import decode
from extraction.reader import Extraction, extract
from extraction.register import Register, load_register

HERE = Path(__file__).parent
OPENING = "Le secrétaire général de l’ODP\n\nLe secrétaire général de l’ODP écoute. La secrétaire générale parle.\n\n"
Triple = tuple[str, str, str]


@cache
def register(path: Path = HERE / "register.ttl") -> Register:
    return load_register(path)


def read(text: str, known: Register | None = None) -> Extraction:
    return extract(decode(text.encode()), known or register())


def sentence(words: str) -> Extraction:
    """Read words on a page about the secretary-general of an invented organisation."""
    return read(f"{OPENING}{words}\n")


def triples(extraction: Extraction) -> set[Triple]:
    return {(fact.relation, label(fact.subject), label(fact.object)) for fact in extraction.facts}


def gold(path: Path) -> set[Triple]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return {(relation, fold(subject), fold(value)) for relation, subject, value, _ in rows}


def fold(words: str) -> str:
    return words.replace("’", "'").replace("\u00a0", " ").strip().casefold()


def folded(extraction: Extraction) -> set[Triple]:
    return {(relation, fold(subject), fold(value)) for relation, subject, value in triples(extraction)}
