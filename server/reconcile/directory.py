"""What can be reconciled: the named things of the graph, their types, and the properties that tie them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from server.folding import fold
from server.reconcile.folding import grams, key, likeness
from server.reconcile.terms import TERMS, Term, best, read_terms
from server.site.asking import Asker, Row

EXACT, SAME_WORDS, ALIKE = 100.0, 98.0, 95.0

NAMES = """SELECT ?thing ?kind ?name {
  VALUES (?property ?kind) { (skos:prefLabel 0) (foaf:name 1) (skos:altLabel 2) }
  ?thing ?property ?name . FILTER (STRSTARTS(STR(?thing), STR(id:)))
} ORDER BY ?thing ?kind ?name"""
TYPES = """SELECT ?thing ?type { ?thing a ?type . FILTER (STRSTARTS(STR(?thing), STR(id:))) }"""
OWNERS = "SELECT ?thing ?owner { ?thing org:postIn|org:unitOf|org:subOrganizationOf ?owner } ORDER BY ?thing ?owner"


@dataclass(frozen=True)
class Entity:
    """A thing with a name: its slug, what to show of it, its types (narrowest first) and all that it is called."""

    id: str
    name: str
    owner: str
    types: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Directory:
    """Entities and terms by id, and where each sequence of three letters stands in the names."""

    entities: Mapping[str, Entity]
    terms: Mapping[str, Term]
    index: Mapping[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    keys: list[tuple[str, str, frozenset[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for entity in self.entities.values():
            for name in entity.names:
                held = grams(key(name))
                for gram in held:
                    self.index[gram].append(len(self.keys))
                self.keys.append((entity.id, fold(name), held))

    def search(self, name: str) -> dict[str, float]:
        """The entities called somewhat like this, each with the score of its closest name, from 0 to 100."""
        folded, wanted = fold(name), grams(key(name))
        shared = Counter(place for gram in wanted for place in self.index.get(gram, ()))
        found: dict[str, float] = {}
        for place, count in shared.items():
            entity, held, letters = self.keys[place]
            score = EXACT if held == folded else SAME_WORDS if letters == wanted else 0.0
            score = score or ALIKE * likeness(wanted, letters, count)
            found[entity] = max(found.get(entity, 0.0), score)
        return found

    def classes(self) -> list[Term]:
        """The types that some entity has."""
        used = {type_ for entity in self.entities.values() for type_ in entity.types}
        return [term for id_, term in self.terms.items() if id_ in used]

    def properties(self) -> list[Term]:
        """Every property with a name."""
        return [term for term in self.terms.values() if not term.is_class]


def read_directory(asker: Asker) -> Directory:
    """Read the directory of a release."""
    iris = asker.iris
    terms = read_terms(asker.rows(TERMS), iris.term(""))
    by_iri = {term.iri: term.id for term in terms.values()}
    types: defaultdict[str, set[str]] = defaultdict(set)
    for row in asker.rows(TYPES):
        if row["type"].value in by_iri:
            types[row["thing"].value].add(by_iri[row["type"].value])
    sizes = Counter(type_ for held in types.values() for type_ in held)
    owners = {row["thing"].value: row["owner"].value for row in asker.rows(OWNERS)}
    names = read_names(asker.rows(NAMES))
    entities = {}
    for iri, held in names.items():
        owner = names.get(owners.get(iri, ""), [])
        called = [name for _, name in held]
        qualified = [f"{name} {other}" for name in called for _, other in owner]
        ranked = tuple(sorted(types[iri], key=lambda type_: (sizes[type_], type_)))
        slug = iri.removeprefix(iris.thing(""))
        entities[slug] = Entity(
            slug,
            best(dict(reversed(held))),
            best(dict(reversed(owner))),
            ranked,
            tuple(dict.fromkeys(called + qualified)),
        )
    return Directory(entities, terms)


def read_names(rows: Iterable[Row]) -> dict[str, list[tuple[str, str]]]:
    """The names of each thing as (language, name), the preferred ones first."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        found[row["thing"].value].append((row["name"].language, row["name"].value))
    return dict(found)
