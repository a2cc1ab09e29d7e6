"""The settings table: each setting's name, default, unit and meaning, read from flags, environment or file.

A setting `deadline` is `--deadline` on the command line, `QUIPRESIDE_DEADLINE` in the environment and `deadline` in a
TOML file; flags win over the environment, which wins over the file, which wins over the default.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quipreside.errors import UsageError
from quipreside.namespaces import DEFAULT_BASE_IRI

Value = str | int | float

ENVIRONMENT_PREFIX = "QUIPRESIDE_"


@dataclass(frozen=True)
class Setting:
    """One row of the table; the type of `default` is the type of the setting, `minimum` applies to numbers."""

    name: str
    default: Value
    unit: str
    help: str
    minimum: float = 0


SETTINGS: tuple[Setting, ...] = (
    Setting("base_iri", DEFAULT_BASE_IRI, "IRI", "identity of everything published; ends with '/'"),
    Setting("public_url", "", "URL", "where this server answers; empty: links and redirects are relative"),
    Setting("host", "127.0.0.1", "address", "the address the server listens on"),
    Setting("port", 8000, "port", "the port the server listens on", 1),
    Setting("workers", 2, "processes", "HTTP worker processes", 1),
    Setting("deadline", 10.0, "seconds", "the longest a query may run; `timeout=` may lower it", 0.01),
    Setting("query_length", 16384, "bytes", "the longest query text accepted", 1),
    Setting("child_memory", 536870912, "bytes", "address space a query may add to its process", 16777216),
    Setting("answer_size", 67108864, "bytes", "the largest serialised answer", 1024),
    Setting("children", 16, "processes", "query processes at once, all lanes and workers together", 2),
    Setting("memory_total", 8589934592, "bytes", "the most that `children` times `child_memory` may come to", 16777216),
    Setting("slow_queries", 4, "queries", "queries at once that have run longer than `slow_after`", 1),
    Setting("slow_after", 0.1, "seconds", "after this a query moves to the slow lane", 0.001),
    Setting("cache_size", 16777216, "bytes", "memory for the answers that each worker keeps; 0 switches it off"),
)

BY_NAME: dict[str, Setting] = {setting.name: setting for setting in SETTINGS}


@dataclass(frozen=True)
class Settings:
    """The values in force, each with its origin (`default`, a file's name, a variable's name or a flag)."""

    values: Mapping[str, Value]
    origins: Mapping[str, str]

    def text(self, name: str) -> str:
        """The value of a textual setting."""
        return str(self.values[name])

    def number(self, name: str) -> float:
        """The value of a setting in a fractional unit."""
        return float(self.values[name])

    def count(self, name: str) -> int:
        """The value of a setting that counts something."""
        return int(self.values[name])


def markdown() -> str:
    """The table as the documentation shows it."""
    rows = (f"| `{row.name}` | {row.default or 'none'} | {row.unit} | {row.help} |" for row in SETTINGS)
    return "\n".join(("| name | default | unit | meaning |", "|---|---|---|---|", *rows)) + "\n"


def load_settings(
    flags: Mapping[str, Value] | None = None, environment: Mapping[str, str] | None = None, file: Path | None = None
) -> Settings:
    """Merge defaults, file, environment and flags; raise UsageError for an unknown name or a wrong value."""
    environment = os.environ if environment is None else environment
    values: dict[str, Value] = {setting.name: setting.default for setting in SETTINGS}
    origins = dict.fromkeys(values, "default")
    layers: list[tuple[str, Mapping[str, object]]] = [
        (str(file), read_file(file)) if file else ("", {}),
        *(
            (variable, {name: environment[variable]})
            for name, variable in variables().items()
            if variable in environment
        ),
        *((f"--{name.replace('_', '-')}", {name: value}) for name, value in (flags or {}).items()),
    ]
    for origin, layer in layers:
        for name, value in layer.items():
            values[name], origins[name] = parse(name, value, origin), origin
    return Settings(values, origins)


def variables() -> dict[str, str]:
    """The environment variable of each setting."""
    return {name: ENVIRONMENT_PREFIX + name.upper() for name in BY_NAME}


def read_file(file: Path) -> Mapping[str, object]:
    """Read a TOML file of settings."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: is not TOML in UTF-8 ({error}).") from error


def parse(name: str, value: object, origin: str) -> Value:
    """Check one value against its row of the table."""
    if name not in BY_NAME:
        raise UsageError(f"{origin}: there is no setting '{name}'; the settings are {', '.join(BY_NAME)}.")
    setting = BY_NAME[name]
    if isinstance(setting.default, str):
        return check_base(str(value), origin) if name == "base_iri" else str(value)
    try:
        number = type(setting.default)(str(value))
    except ValueError:
        raise UsageError(f"{origin}: '{value}' is not a number of {setting.unit} for '{name}'.") from None
    if not setting.minimum <= number < float("inf"):
        raise UsageError(f"{origin}: '{name}' must be at least {setting.minimum:g} {setting.unit}, not {value}.")
    return number


def check_base(value: str, origin: str) -> str:
    """Accept an absolute http(s) IRI that ends with '/'."""
    if value.startswith(("http://", "https://")) and value.endswith("/") and not set(value) & set(' <>"{}|\\^`#?'):
        return value
    raise UsageError(f"{origin}: base_iri must be an absolute http(s) IRI that ends with '/', not '{value}'.")
