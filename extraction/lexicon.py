"""The word classes of the genre, from `lexicon/words.toml`."""

import tomllib
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "lexicon" / "words.toml"


@cache
def _table() -> dict[str, object]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@cache
def words(*path: str) -> frozenset[str]:
    """A word class, by its path in the table: `words("bodies", "units")`."""
    value: object = _table()
    for key in path:
        value = value[key]  # type: ignore[index]
    assert isinstance(value, list | dict)
    return frozenset(value)


@cache
def masculine(path: str) -> dict[str, str]:
    """Map each form of the titles (or title adjectives) to its masculine singular; plurals included."""
    table = _table()[path]
    assert isinstance(table, dict)
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
