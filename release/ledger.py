"""The ledger `data/identifiers.tsv`: every IRI ever published, append-only; a withdrawn one keeps a tombstone line."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from quipreside.errors import QuiPresideError

ACTIVE, WITHDRAWN = "active", "withdrawn"


@dataclass(frozen=True)
class Entry:
    """One line: an IRI relative to the base, its French label, class, naming key and first version.

    `status` is `active` or `withdrawn`; `replaced_by` is the IRI that a withdrawn one gave way to, where there is one.
    """

    iri: str
    label: str
    kind: str
    key: str
    first_version: str
    status: str = ACTIVE
    replaced_by: str = ""


HEADER = "\t".join(field.name for field in fields(Entry))


def read_ledger(file: Path) -> dict[str, Entry]:
    """Read the ledger by IRI; raise QuiPresideError with the line that is wrong."""
    if not file.exists():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != HEADER:
        raise QuiPresideError(f"{file.name}, line 1: the columns must be {HEADER.split()}.")
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(fields(Entry)) or cells[5] not in (ACTIVE, WITHDRAWN):
            raise QuiPresideError(
                f"{file.name}, line {number}: expected {len(fields(Entry))} columns, "
                f"the sixth being {ACTIVE} or {WITHDRAWN}."
            )
        if cells[0] in entries:
            raise QuiPresideError(f"{file.name}, line {number}: {cells[0]} stands twice.")
        entries[cells[0]] = Entry(*cells)
    return entries


def update(ledger: dict[str, Entry], present: Iterable[Entry]) -> dict[str, Entry]:
    """Add what is new; raise QuiPresideError where an IRI vanished, came back, or is wanted by two things."""
    entries = dict(ledger)
    seen: dict[str, Entry] = {}
    for entry in present:
        known = entries.get(entry.iri)
        rival = seen.get(entry.iri) or known
        if rival and rival.kind != entry.kind:
            raise QuiPresideError(
                f"two things want the IRI {entry.iri}: a {rival.kind} and a {entry.kind}. "
                "Give one of them an IRI of its own in data/register.ttl."
            )
        if known and known.status == WITHDRAWN:
            raise QuiPresideError(
                f"data/identifiers.tsv withdraws {entry.iri}, but the graph names it: remove the tombstone."
            )
        seen[entry.iri] = entry
        entries.setdefault(entry.iri, entry)
    vanished = [entry.iri for entry in entries.values() if entry.status == ACTIVE and entry.iri not in seen]
    if vanished:
        raise QuiPresideError(
            f"{len(vanished)} published IRI(s) vanished: {', '.join(vanished[:5])}. "
            f"Mark each as {WITHDRAWN} in data/identifiers.tsv, with its replacement where there is one."
        )
    return entries


def render(ledger: dict[str, Entry]) -> str:
    """The ledger's text: old lines as they were, in their order, new ones after them."""
    rows = ("\t".join(getattr(entry, field.name) for field in fields(Entry)) for entry in ledger.values())
    return "\n".join((HEADER, *rows)) + "\n"
