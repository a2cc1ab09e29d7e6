"""What a build reads: the register, the ontology, the sources and the version, all moved to the base in force."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from extraction.vocabulary import ontology_quads
from quipreside.errors import QuiPresideError
from quipreside.namespaces import DEFAULT_BASE_IRI
from release.terms import rebased

NUMBER = re.compile(r"\d+(\.\d+)+")


@dataclass(frozen=True)
class Version:
    """The version being built and the day on which it is issued, from `data/release.toml`."""

    number: str
    issued: str


def read_version(file: Path) -> Version:
    """Read the release's version; no clock is asked."""
    try:
        row = tomllib.loads(file.read_text(encoding="utf-8"))
        number, issued = str(row["version"]), date.fromisoformat(str(row["issued"])).isoformat()
    except (OSError, ValueError, KeyError) as error:
        raise QuiPresideError(f"{file.name}: expected `version` and `issued`, a number and a day ({error}).") from None
    if not NUMBER.fullmatch(number):
        raise QuiPresideError(f"{file.name}: expected `version` to be numbers with dots, as 1.2.0, not '{number}'.")
    return Version(number, issued)


def read_turtle(file: Path, base: str) -> list[Quad]:
    """Read one Turtle file, its IRIs moved from the default base to `base`; name file and line when it is malformed."""
    try:
        return rebased(parse(path=str(file), format=RdfFormat.TURTLE), DEFAULT_BASE_IRI, base)
    except SyntaxError as error:
        raise QuiPresideError(f"{file.name}, line {error.lineno}: this is not Turtle ({error.msg}).") from None
    except OSError as error:
        raise QuiPresideError(f"{file}: cannot be read ({error.strerror}).") from None


def read_ontology(base: str) -> list[Quad]:
    """Read every file of the ontology under the base in force."""
    return rebased(ontology_quads(), DEFAULT_BASE_IRI, base)
