"""Slugs: the last segment of the IRI of an entity or of a relation node.

An entity's slug is its label in ASCII, then its owner's slug unless the label names it; a body whose label holds a
proper name or a complement ("Conseil OTAN-Ukraine", "Groupe des plans nucléaires") stands alone. A relation node's is
its class's prefix and the slugs of its key, never a passage, an offset or a date.
"""

import re
from collections.abc import Sequence

from slugify import slugify

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
COMPLEMENT = re.compile(r" (de|du|des|d'|pour|sur|à|au|aux|en|contre) ?|(?<!^)\b[A-ZÀ-Ý]")
OWNED_KINDS = frozenset({"post", "group"})


def ascii_slug(label: str) -> str:
    """Write a label in lower-case ASCII words joined by '-'."""
    return slugify(label.translate(APOSTROPHES))


def entity_slug(kind: str, label: str, owner_slug: str | None) -> str:
    """Name an entity of a kind ("post", "body", "person"…) by its label and, where that is not enough, its owner."""
    slug = ascii_slug(label)
    if owner_slug is None or names(slug, owner_slug):
        return slug
    generic = not COMPLEMENT.search(label.translate(APOSTROPHES))
    return f"{slug}-{owner_slug}" if kind in OWNED_KINDS or (generic and kind not in {"person", "place"}) else slug


def names(slug: str, owner_slug: str) -> bool:
    """Tell whether a slug already contains its owner's, as whole words."""
    return f"-{owner_slug}-" in f"-{slug}-"


def node_slug(prefix: str, key: Sequence[str]) -> str:
    """Name a relation node: its class's prefix, then the slugs of its key, in the key's order."""
    return f"{prefix}-{'--'.join(key)}"
