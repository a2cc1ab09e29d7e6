"""The operations of the service on one release: reconcile, suggest, preview, extend."""

from collections.abc import Callable, Mapping
from functools import cached_property

from server.problems import HttpError
from server.reconcile.directory import Directory, read_directory
from server.reconcile.facts import proposed, read_values
from server.reconcile.manifest import manifest
from server.reconcile.matching import reconcile
from server.reconcile.query import read_query
from server.reconcile.replies import Json, definition, describe, extended, result, starting, suggestion
from server.reconcile.terms import Term
from server.site.asking import Asker

MOST_QUERIES, MOST_IDS = 200, 1000
PAGE = 20


class Service:
    """Answer from a directory that is read when the first request comes; `origin` is where this server answers."""

    def __init__(self, asker: Asker, origin: str, version: str) -> None:
        self.asker, self.origin, self.version = asker, origin, version

    @cached_property
    def directory(self) -> Directory:
        """The directory of the release."""
        return read_directory(self.asker)

    def manifest(self) -> Json:
        """What the service offers, and where."""
        return manifest(self.directory, self.asker.iris, self.origin, self.version)

    def match(self, batch: object) -> Json:
        """The candidates of each query of a batch."""
        if not isinstance(batch, dict) or len(batch) > MOST_QUERIES:
            raise HttpError(400, f"`queries` is a JSON object of at most {MOST_QUERIES} queries, each under its name.")
        queries = {name: read_query(name, sent) for name, sent in batch.items()}
        return {
            name: result(self.directory, reconcile(self.asker, self.directory, query))
            for name, query in queries.items()
        }

    def suggest(self, kind: str, prefix: str, cursor: int) -> Json:
        """What begins with a prefix, a page at a time: entities, types or properties."""
        offers: Mapping[str, Callable[[], list[tuple[list[str], Json]]]] = {
            "entity": self.entities,
            "type": lambda: self.named(self.directory.classes()),
            "property": lambda: self.named(self.directory.properties()),
        }
        ranked = [(starting(prefix, names), names[0], shown) for names, shown in offers[kind]()]
        kept = sorted(
            ((rank, name, shown) for rank, name, shown in ranked if rank is not None), key=lambda one: one[:2]
        )
        return {"result": [shown for _, _, shown in kept[cursor : cursor + PAGE]]}

    def entities(self) -> list[tuple[list[str], Json]]:
        """Every entity with its names."""
        return [(list(one.names), suggestion(self.directory, one)) for one in self.directory.entities.values()]

    def named(self, terms: list[Term]) -> list[tuple[list[str], Json]]:
        """Classes or properties with their names and ids."""
        return [([*one.labels.values(), one.id], definition(self.directory, one)) for one in terms]

    def preview(self, kind: str, id_: str) -> dict[str, str]:
        """The name of an entity, type or property, and what it is."""
        entity, term = self.directory.entities.get(id_), self.directory.terms.get(id_)
        if kind == "entity" and entity:
            return {"id": id_, "name": entity.name, "what": describe(self.directory, entity)}
        if kind != "entity" and term:
            return {"id": id_, "name": term.name, "what": term.definitions.get("fr", "")}
        raise HttpError(404, f"There is no {kind} '{id_}'; ask /reconcile/suggest/{kind}?prefix=… for those there are.")

    def propose(self, type_: str, limit: int) -> Json:
        """The properties that entities of a type have."""
        found = proposed(self.asker, self.directory, self.directory.terms.get(type_))
        kept = [definition(self.directory, one) for one in found[: limit or None]]
        return {"properties": [{name: row[name] for name in row if name != "broader"} for row in kept], "type": type_}

    def extend(self, sent: object) -> Json:
        """The values that entities have for properties."""
        ids, wanted = read_extension(sent)
        columns = [self.directory.terms.get(pid) or unknown(pid) for pid, _ in wanted]
        known = [id_ for id_ in ids if id_ in self.directory.entities]
        values = read_values(self.asker, [one for one in columns if one.iri], known)
        limits = {pid: limit for pid, limit in wanted if limit}
        cut = {key: held[: limits.get(key[1])] for key, held in values.items()}
        return extended(self.directory, ids, columns, cut, self.asker.iris.thing(""))


def unknown(pid: str) -> Term:
    """A property that does not exist: its column stays empty, so that the others keep their place."""
    return Term(pid, "", False, {}, {}, frozenset())


def read_extension(sent: object) -> tuple[list[str], list[tuple[str, int]]]:
    """The ids of an extension query, and its properties, each with the most values wanted (0: all)."""
    ids, properties = (sent.get("ids"), sent.get("properties")) if isinstance(sent, dict) else (None, None)
    if not isinstance(ids, list) or not isinstance(properties, list) or len(ids) > MOST_IDS:
        raise HttpError(400, f'`extend` is {{"ids": […], "properties": [{{"id": …}}]}} with at most {MOST_IDS} ids.')
    if not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in properties):
        raise HttpError(400, 'Each of `properties` is {"id": "…"}; /reconcile/properties lists those there are.')
    return [str(one) for one in ids], [(one["id"], read_limit(one.get("settings"))) for one in properties]


def read_limit(settings: object) -> int:
    """The limit among the settings of a property; 0 when there is none."""
    sent = settings.get("limit", 0) if isinstance(settings, dict) else 0
    return int(sent) if str(sent).isdecimal() and len(str(sent)) < 9 else 0
