"""Sources and their editions: `data/sources/<source>/<n>.txt` with its metadata `<n>.toml`, never edited in place."""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extraction.folding import decode
from extraction.slugs import SLUG, ascii_slug
from quipreside.errors import QuiPresideError

RIGHTS = {
    "rights_fr": (
        "L’œuvre reste celle de son éditeur ; elle est reproduite comme preuve, avec attribution, sans licence."
    ),
    "rights_en": "The work remains its publisher’s; it is reproduced as evidence, with attribution, without a licence.",
}
FIELDS = ("publisher", "language", "received", "sha256", "length", "rights_fr", "rights_en")


@dataclass(frozen=True)
class Edition:
    """One edition of a source: its bytes as received and what was received with them.

    `publisher` is the slug of an entity of the register and an editorial statement; `received` is the day on which the
    text was received, an ISO date; `length` counts the code points of the decoded text.
    """

    source: str
    number: int
    content: bytes
    publisher: str
    language: str
    received: str
    sha256: str
    length: int
    rights_fr: str
    rights_en: str


def read_editions(folder: Path) -> list[Edition]:
    """Read every edition under `data/sources`, by source and number; refuse one that was altered in place."""
    texts = sorted(folder.glob("*/*.txt"), key=lambda file: (file.parent.name, len(file.stem), file.stem))
    if not texts:
        raise QuiPresideError(f"{folder.name}: there is no source; file one with `quipreside add TEXT --source NAME`.")
    return [read_edition(text) for text in texts]


def read_edition(text: Path) -> Edition:
    """Read one edition and its metadata; raise QuiPresideError when they do not agree."""
    name = f"{text.parent.name}/{text.name}"
    if not text.stem.isdigit():
        raise QuiPresideError(f"data/sources/{name}: an edition is named by its number, as 1.txt.")
    metadata = text.with_suffix(".toml")
    try:
        row = tomllib.loads(metadata.read_text(encoding="utf-8"))
        content = text.read_bytes()
        fields = {field: row[field] for field in FIELDS}
    except FileNotFoundError:
        raise QuiPresideError(
            f"data/sources/{name}: {metadata.name} is missing; file a text with `quipreside add`."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise QuiPresideError(
            f"data/sources/{text.parent.name}/{metadata.name}: this is not TOML ({error})."
        ) from error
    except KeyError as error:
        raise QuiPresideError(f"data/sources/{text.parent.name}/{metadata.name}: {error} is missing.") from None
    if hashlib.sha256(content).hexdigest() != fields["sha256"]:
        raise QuiPresideError(
            f"data/sources/{name} was altered in place: its sha256 is not the one received. Restore it, and "
            f"file the new text as the next edition with `quipreside add TEXT --source {text.parent.name}`."
        )
    return Edition(text.parent.name, int(text.stem), content, **fields)


def alternative(edition: Edition, file: Path) -> Edition:
    """The same source with another text in place of its latest edition, for a build that is not published."""
    content = read_bytes(file)
    text = decode(content, file.name)
    return Edition(
        edition.source, edition.number, content, edition.publisher, edition.language, edition.received,
        hashlib.sha256(content).hexdigest(), len(text.raw), edition.rights_fr, edition.rights_en,
    )  # fmt: skip


def add_edition(file: Path, source: str, folder: Path, publisher: str | None, received: date) -> Path:
    """File a text as the next edition of a source, byte for byte, with its metadata; return the text's new path."""
    if not SLUG.fullmatch(source):
        better = ascii_slug(source) or "a-b"
        raise QuiPresideError(f"'{source}' cannot name a source: use lower-case letters, digits and '-', as {better}.")
    content = read_bytes(file)
    text = decode(content, file.name)
    target = folder / source
    numbers = sorted(int(old.stem) for old in target.glob("*.txt") if old.stem.isdigit())
    if numbers and (target / f"{numbers[-1]}.txt").read_bytes() == content:
        raise QuiPresideError(f"{file.name} is edition {numbers[-1]} of {source}, byte for byte: nothing was filed.")
    number = numbers[-1] + 1 if numbers else 1
    if publisher is None and not numbers:
        raise QuiPresideError(
            f"{source} is a new source: say who publishes it with --publisher and a slug of data/register.ttl."
        )
    publisher = publisher or read_edition(target / f"{numbers[-1]}.txt").publisher
    target.mkdir(parents=True, exist_ok=True)
    row = {
        "publisher": publisher,
        "language": "fr",
        "received": received.isoformat(),
        "sha256": hashlib.sha256(content).hexdigest(),
        "length": len(text.raw),
        **RIGHTS,
    }
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in row.items()]
    filed = target / f"{number}.txt"
    filed.with_suffix(".toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    filed.write_bytes(content)
    return filed


def read_bytes(file: Path) -> bytes:
    """Read a text's bytes; raise QuiPresideError where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise QuiPresideError(f"{file}: cannot be read ({error.strerror}).") from error
