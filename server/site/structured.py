"""What search engines read of a page: schema.org in JSON-LD, its vocabulary named inline so that nothing is fetched."""

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from server.dataset import Release
from server.representations import LICENCE
from server.site.entity import Entity, Statement

ORG, FOAF, OWL, SKOS, RDFS, SCHEMA = (
    EXTERNAL_PREFIXES[name] for name in ("org", "foaf", "owl", "skos", "rdfs", "schema")
)
TYPES: Mapping[str, str] = {f"{FOAF}Person": "Person", f"{ORG}Organization": "Organization", f"{ORG}Post": "Role"}
NAMES = {f"{SKOS}prefLabel", f"{RDFS}label"}
TITLE = {
    "fr": "Qui préside : qui occupe quelle charge et préside quoi dans les organisations internationales",
    "en": "Qui préside: who holds which post and chairs what in international organisations",
}

Json = dict[str, object]


def thing_card(entity: Entity, iris: Iris, origin: str) -> Markup:
    """An entity by name, type and the things of other graphs that are the same."""
    card: Json = {
        "@id": entity.iri,
        "@type": next((name for iri, name in TYPES.items() if iri in entity.types), "Thing"),
        "name": named(entity.names),
        "url": f"{origin}/doc/{entity.iri.removeprefix(iris.thing(''))}",
    }
    same = [one.triple[2].value for one in entity.links if one.predicate == f"{OWL}sameAs"]
    return script({**card, **({"sameAs": same} if same else {})})


def named(statements: Sequence[Statement]) -> list[Json]:
    """The names in each language."""
    values = (one.triple[2] for one in statements if one.predicate in NAMES)
    return [{"@value": value.value, "@language": value.language} for value in values if value.language]


def dataset_card(release: Release, iris: Iris, origin: str) -> Markup:
    """The dataset with its version, licence and files."""
    files = [
        {
            "@type": "DataDownload",
            "name": file.name,
            "encodingFormat": file.media_type,
            "contentUrl": f"{origin}/dumps/{release.version}/{file.name}",
            "contentSize": f"{file.bytes} B",
            "sha256": file.sha256,
        }
        for file in release.files
        if file.name.startswith(("all.", "facts.")) and not file.name.endswith(".gz")
    ]
    title = [{"@value": words, "@language": language} for language, words in TITLE.items()]
    return script(
        {
            "@id": iris.dataset,
            "@type": "Dataset",
            "name": title,
            "description": title,
            "url": f"{origin}/",
            "version": release.version,
            "datePublished": release.issued,
            "license": {"@id": LICENCE},
            "creator": {"@type": "Organization", "name": "Qui préside"},
            "isAccessibleForFree": True,
            "distribution": files,
        }
    )


def script(card: Json) -> Markup:
    """A data block of a page; no character of it can end the block."""
    text = json.dumps({"@context": {"@vocab": SCHEMA}, **card}, ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704
