"""The versions as an Atom feed (RFC 4287), newest first; its dates are those on which the versions were issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quipreside.namespaces import Iris

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One version: its number, the day on which it was issued, and what changed, in words."""

    number: str
    issued: str
    words: str


def feed(entries: Sequence[Entry], iris: Iris) -> bytes:
    """The feed of the versions given, oldest first."""
    newest = list(reversed(entries))
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    child(root, "id", iris.dataset)
    child(root, "title", "Qui préside: versions of the graph")
    child(root, "updated", moment(newest[0].issued))
    SubElement(root, "link", {"rel": "alternate", "href": iris.dataset})
    child(SubElement(root, "author"), "name", "Qui préside")
    for one in newest:
        entry = SubElement(root, "entry")
        child(entry, "id", f"{iris.dataset}/{one.number}")
        child(entry, "title", f"Version {one.number}")
        child(entry, "updated", moment(one.issued))
        SubElement(entry, "link", {"rel": "alternate", "href": f"{iris.dataset}/{one.number}"})
        child(entry, "content", one.words or "First version, or no fact changed.").set("type", "text")
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def child(parent: Element, name: str, text: str) -> Element:
    """Add an element with a text."""
    element = SubElement(parent, name)
    element.text = text
    return element


def moment(day: str) -> str:
    """A day as a date-time of Atom."""
    return f"{day}T00:00:00Z"
