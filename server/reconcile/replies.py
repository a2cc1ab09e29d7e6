"""What the API answers, as JSON: candidates, suggestions, rows of values."""

from collections.abc import Iterable, Sequence

from server.folding import fold
from server.reconcile.directory import Directory, Entity
from server.reconcile.facts import Values
from server.reconcile.matching import Candidate
from server.reconcile.terms import Term
from server.site.asking import Term as Value

CERTAIN, LEAD = 95.0, 10.0
INTEGER, DECIMALS = "integer", {"decimal", "double", "float"}

Json = dict[str, object]


def result(directory: Directory, candidates: Sequence[Candidate]) -> Json:
    """The candidates as the API writes them; one is a match when it is certain and well ahead of the others."""
    second = candidates[1].score if len(candidates) > 1 else 0.0
    rows: list[Json] = []
    for place, one in enumerate(candidates):
        certain = place == 0 and one.score >= CERTAIN and one.score - second >= LEAD
        rows.append(
            {
                "id": one.entity.id,
                "name": one.entity.name,
                "description": describe(directory, one.entity),
                "score": one.score,
                "match": certain,
                "type": [reference(directory.terms[type_]) for type_ in one.entity.types],
                "features": [{"id": name, "value": value} for name, value in one.features.items()],
            }
        )
    return {"result": rows}


def describe(directory: Directory, entity: Entity) -> str:
    """What tells an entity from its namesakes: its narrowest type, and where it belongs."""
    kind = directory.terms[entity.types[0]].name if entity.types else ""
    return ", ".join(filter(None, (kind, entity.owner)))


def reference(term: Term) -> Json:
    """A class or property by id and name."""
    return {"id": term.id, "name": term.name}


def suggestion(directory: Directory, entity: Entity) -> Json:
    """An entity as it is suggested while someone types."""
    kinds = [reference(directory.terms[type_]) for type_ in entity.types]
    return {"id": entity.id, "name": entity.name, "description": describe(directory, entity), "notable": kinds}


def definition(directory: Directory, term: Term) -> Json:
    """A class or property as it is suggested, with its definition and the classes above it."""
    said = term.definitions.get("fr") or term.definitions.get("en")
    broader = [reference(directory.terms[one]) for one in sorted(term.broader) if one in directory.terms]
    return {**reference(term), **({"description": said} if said else {}), **({"broader": broader} if broader else {})}


def starting(prefix: str, names: Iterable[str]) -> int | None:
    """How well a prefix begins one of the names: 0 a whole name, 1 some word of it; None when it begins none."""
    sought = fold(prefix)
    folded = [fold(name) for name in names]
    if any(name.startswith(sought) for name in folded):
        return 0
    return 1 if any(f" {sought}" in name for name in folded) else None


def extended(directory: Directory, ids: Sequence[str], columns: Sequence[Term], values: Values, things: str) -> Json:
    """The rows of a data extension: each id with a cell for each property, empty where nothing is stated."""
    cells = {
        id_: {one.id: [cell(value, directory, things) for value in values.get((id_, one.id), [])] for one in columns}
        for id_ in ids
    }
    return {"meta": [column(directory, one) for one in columns], "rows": cells}


def column(directory: Directory, term: Term) -> Json:
    """A property as the head of a column, with the type of what it leads to."""
    kind = directory.terms.get(term.range)
    return {**reference(term), **({"type": reference(kind)} if kind and kind.is_class else {})}


def cell(value: Value, directory: Directory, things: str) -> Json:
    """A value as a cell: an entity of ours by id and name, a number, a date, or else its text."""
    entity = directory.entities.get(value.value.removeprefix(things)) if value.kind == "uri" else None
    if entity:
        return {"id": entity.id, "name": entity.name}
    kind = value.datatype.rpartition("#")[2]
    if kind == INTEGER:
        return {"int": int(value.value)}
    if kind in DECIMALS:
        return {"float": float(value.value)}
    return {"date": f"{value.value}T00:00:00Z"} if kind == "date" else {"str": value.value}
