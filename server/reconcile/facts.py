"""The values that entities have for properties, as reconciliation compares and extends them."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from server.reconcile.directory import Directory
from server.reconcile.terms import Term
from server.site.asking import Asker
from server.site.asking import Term as Value

Values = Mapping[tuple[str, str], list[Value]]


def read_values(asker: Asker, properties: Collection[Term], slugs: Collection[str] | None) -> Values:
    """The values by entity and property, of some entities or of all, in a stable order."""
    if not properties or (slugs is not None and not slugs):
        return {}
    things = "" if slugs is None else f"VALUES ?s {{ {' '.join(f'<{asker.iris.thing(slug)}>' for slug in slugs)} }}"
    ids = {term.iri: term.id for term in properties}
    pattern = f"{things} VALUES ?p {{ {' '.join(f'<{iri}>' for iri in ids)} }} ?s ?p ?o"
    found: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
    for row in asker.rows(f"SELECT ?s ?p ?o {{ {pattern} }} ORDER BY ?s ?p LANG(?o) ?o"):
        found[row["s"].value.removeprefix(asker.iris.thing("")), ids[row["p"].value]].append(row["o"])
    return found


def called(value: Value, directory: Directory, things: str) -> tuple[str, ...]:
    """What a value may be called: every name of an entity, else the value itself; `things` begins our IRIs."""
    entity = directory.entities.get(value.value.removeprefix(things)) if value.kind == "uri" else None
    return entity.names if entity else (value.value,)


def proposed(asker: Asker, directory: Directory, type_: Term | None) -> list[Term]:
    """The properties that entities (of a type) have, the most used first."""
    of_type = f"?s a <{type_.iri}> ." if type_ else ""
    pattern = f"{of_type} ?s skos:prefLabel|foaf:name [] ; ?p ?o . FILTER (STRSTARTS(STR(?s), STR(id:)))"
    rows = asker.rows(f"SELECT ?p (COUNT(DISTINCT ?s) AS ?n) {{ {pattern} }} GROUP BY ?p ORDER BY DESC(?n) ?p")
    by_iri = {term.iri: term for term in directory.properties()}
    return [by_iri[row["p"].value] for row in rows if row["p"].value in by_iri]
