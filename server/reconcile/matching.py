"""Candidates for a query: found by name, restricted by type, weighed by the values of properties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.reconcile.directory import Directory, Entity
from server.reconcile.facts import called, read_values
from server.reconcile.folding import compare
from server.reconcile.query import Query, Wanted
from server.site.asking import Asker, Term

POOL = 50
LOWEST = 30.0
NAME_WEIGHT = 2.0


@dataclass(frozen=True)
class Candidate:
    """An entity with its score from 0 to 100, and the parts of the score by feature."""

    entity: Entity
    score: float
    features: Mapping[str, float]


def reconcile(asker: Asker, directory: Directory, query: Query) -> list[Candidate]:
    """The candidates of a query, best first."""
    things = asker.iris.thing("")
    named = named_like(directory, query.name, things)
    if not query.name.strip():
        named = dict.fromkeys(directory.entities, 0.0) if query.properties else {}
    allowed = [slug for slug in named if accepts(directory.entities[slug], query)]
    pool = sorted(allowed, key=lambda slug: (-named[slug], slug))[: None if not query.name.strip() else POOL]
    terms = [directory.terms[one.pid] for one in query.properties if one.pid in directory.terms]
    values = read_values(asker, terms, pool if query.name.strip() else None)
    found = []
    for slug in pool:
        held = {one.pid: agreement(one, values.get((slug, one.pid), []), directory, things) for one in query.properties}
        found.append(judge(directory.entities[slug], named[slug], query, held))
    kept = [one for one in found if one.score >= LOWEST]
    return sorted(kept, key=lambda one: (-one.score, one.entity.id))[: query.limit]


def named_like(directory: Directory, name: str, things: str) -> dict[str, float]:
    """Scores by name; an identifier of ours, as IRI or slug, names exactly its entity."""
    slug = name.strip().removeprefix(things)
    return directory.search(name) | ({slug: 100.0} if slug in directory.entities else {})


def accepts(entity: Entity, query: Query) -> bool:
    """Whether the types asked for leave the entity in."""
    if not query.types or query.strict == "should":
        return True
    held = [one in entity.types for one in query.types]
    return all(held) if query.strict == "all" else any(held)


def judge(entity: Entity, by_name: float, query: Query, agreements: Mapping[str, float]) -> Candidate:
    """Weigh the name with the agreement of each property, and with the types that should be."""
    parts = [("name", by_name, NAME_WEIGHT)] if query.name.strip() else []
    parts += [(pid, 100 * agreed, 1.0) for pid, agreed in agreements.items()]
    if query.types and query.strict == "should":
        parts.append(("type", 100.0 * any(one in entity.types for one in query.types), 0.5))
    weight = sum(share for _, _, share in parts)
    score = sum(part * share for _, part, share in parts) / weight if weight else 0.0
    return Candidate(entity, round(score, 1), {name: round(part, 1) for name, part, _ in parts})


def agreement(wanted: Wanted, held: Iterable[Term], directory: Directory, things: str) -> float:
    """How well the closest value fits the closest of those wanted, from 0 to 1."""
    pairs = ((sent, value) for sent in wanted.values for value in held)
    return max((fit(sent, value, directory, things) for sent, value in pairs), default=0.0)


def fit(sent: str, value: Term, directory: Directory, things: str) -> float:
    """How well a value fits: an identifier, a number or a date exactly, a name by likeness."""
    if value.value.removeprefix(things) == sent:
        return 1.0
    return 0.0 if value.datatype else max(compare(sent, name) for name in called(value, directory, things))
