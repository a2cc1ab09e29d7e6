"""The frame of every page: the words of its language, where its links lead, the same page in the other language."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from quipreside.namespaces import Iris
from quipreside.settings import Settings
from server.site.addresses import Addresses
from server.site.language import LANGUAGES, Reader, read_language


def framed(reader: Reader, prefix: str, path: str, parameters: Mapping[str, str] | None = None) -> dict[str, object]:
    """What `base.html` needs; `path` is that of the page, without its first slash."""
    addresses = Addresses(Iris(), prefix, reader)
    kept = {name: value for name, value in (parameters or {}).items() if name != "lang"}
    switch = {
        language: (label, f"{prefix}/{path}?{urlencode({**kept, 'lang': language})}")
        for language, label in LANGUAGES.items()
    }
    return {"reader": reader, "say": reader.say, "page": addresses.page, "file": addresses.file, "switch": switch}


def reader_of(query_string: str, accept_language: str | None) -> Reader:
    """The reader of a request by its query string and its Accept-Language."""
    asked = dict(parse_qsl(query_string, errors="replace")).get("lang") if "lang=" in query_string else None
    return read_language(asked, accept_language)


def mount(settings: Settings) -> str:
    """The path that the public address ends with, without its last slash."""
    return urlsplit(settings.text("public_url")).path.rstrip("/")
