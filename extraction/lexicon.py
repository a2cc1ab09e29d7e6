"""The word classes of the genre, from `lexicon/words.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "lexicon" / "words.toml"


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@cache
def words(*path: str) -> frozenset[str]:
    """A word class, by its path in the table: `words("bodies", "units")`."""
    value: Any = _table()
    for key in path:
        value = value[key]
    return frozenset(value)


@cache
def masculine(path: str) -> dict[str, str]:
    """Map each form of the titles (or title adjectives) to its masculine singular; plurals included."""
    table: dict[str, list[str]] = _table()[path]
    forms: dict[str, str] = {}
    for base, others in table.items():
        for form in (base, *others):
            forms |= {form: base, plural(form): base}
    return forms


def plural(form: str) -> str:
    """The plural of a noun or adjective of the lexicon."""
    if form.endswith(("s", "x")):
        return form
    return form[:-2] + "aux" if form.endswith("al") else f"{form}s"
