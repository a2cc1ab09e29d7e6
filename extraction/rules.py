"""Rules as data: rows of TOML, each a relation, a pattern, what it may stand beside, and its examples."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from extraction.patterns import element, expand
from extraction.triggers import triggers
from quipreside.errors import QuiPresideError

FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule: a relation, the pattern that states it, what it may stand beside, and its examples."""

    id: str
    relation: str
    pattern: str
    value: str = ""
    swap: bool = False
    about: str = ""
    other: bool = False
    negation: bool = False
    modality: bool = False
    condition: bool = False
    weak: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()
    regex: re.Pattern[str] = field(default=re.compile(""), compare=False)
    triggers: frozenset[str] = frozenset()
    order: int = 0


@cache
def load_rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """Read every rule of a folder, in the order of the files; raise QuiPresideError naming a rule that is wrong."""
    macros = tomllib.loads((folder / "macros.toml").read_text(encoding="utf-8"))
    rules: list[Rule] = []
    for file in sorted(folder.glob("[0-9]*.toml")):
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["rule"]:
            rules.append(compile_rule({**row, "order": len(rules)}, macros))
    doubles = {rule.id for rule in rules if sum(other.id == rule.id for other in rules) > 1}
    if doubles:
        raise QuiPresideError(f"{folder}: two rules are called {', '.join(sorted(doubles))}; a rule's id is its own.")
    return tuple(rules)


def compile_rule(row: dict[str, object], macros: dict[str, str]) -> Rule:
    """Compile one row of a rules file."""
    row = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        rule = Rule(**row)  # type: ignore[arg-type]
        elements = expand(rule.pattern, macros)
        regex = re.compile("(?:^|(?<= ))" + "".join(element(e) for e in elements))
    except (TypeError, KeyError, re.error) as error:
        raise QuiPresideError(f"The rule {row.get('id')!r} cannot be read: {error}.") from error
    return Rule(**{**row, "regex": regex, "triggers": triggers(elements)})  # type: ignore[arg-type]
