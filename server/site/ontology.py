"""The ontology as its page shows it: every term with its definition, axioms, shape, alignments and an example."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quipreside.namespaces import EXTERNAL_PREFIXES
from server.site.asking import Asker, Row
from server.site.asking import Term as Value
from server.site.shapes import Rules

RDF, RDFS, OWL, SKOS = (EXTERNAL_PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl", "skos"))
KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
DOMAIN, RANGE, MATCH = f"{RDFS}domain", f"{RDFS}range", f"{SKOS}closeMatch"
AXIOMS: Mapping[str, str] = {
    f"{RDFS}subClassOf": "⊑",
    f"{RDFS}subPropertyOf": "⊑",
    f"{OWL}inverseOf": "≡ inverse",
    f"{OWL}disjointWith": "⊓ … = ⊥",
}
SYMMETRIC = {f"{OWL}inverseOf", f"{OWL}disjointWith"}
BATCH = 30

TERMS = """SELECT ?term ?p ?o {{
  GRAPH <{graph}> {{ {{ ?term rdfs:isDefinedBy <{ontology}> }} UNION {{ BIND (<{ontology}> AS ?term) }} ?term ?p ?o }}
}} ORDER BY ?term ?p ?o"""
CHAINS = """SELECT ?term ?cell ?step {{
  GRAPH <{graph}> {{ ?term owl:propertyChainAxiom/rdf:rest* ?cell . ?cell rdf:first ?step }}
}} ORDER BY ?term ?cell"""
ABOUT_CLASS = "SELECT (<{term}> AS ?term) ?s {{ ?s a <{term}> . FILTER (STRSTARTS(STR(?s), '{base}')) }} LIMIT 1"
ABOUT_PROPERTY = "SELECT (<{term}> AS ?term) ?s ?o {{ ?s <{term}> ?o . FILTER (STRSTARTS(STR(?s), '{base}')) }} LIMIT 1"


@dataclass(frozen=True)
class Term:
    """A term: `axioms` are (sign, other term) pairs, `rules` what the shapes demand, `example` a row of the data."""

    iri: str
    kind: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    axioms: tuple[tuple[str, str], ...]
    matches: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...] = ()
    rules: tuple[Mapping[str, str], ...] = ()
    example: Row | None = None

    @property
    def name(self) -> str:
        """The fragment of the IRI, which is its anchor on the page."""
        return self.iri.rpartition("#")[2]

    def iris(self) -> set[str]:
        """Every IRI whose name its entry shows."""
        near = {*self.domains, *self.ranges, *(other for _, other in self.axioms)}
        shown = {value.value for value in (self.example or {}).values() if value.kind == "uri"}
        return {self.iri, *near, *(step for chain in self.chains for step in chain), *shown}


@dataclass(frozen=True)
class Ontology:
    """What is said of the ontology itself, by property, and its terms by kind."""

    header: Mapping[str, tuple[Value, ...]]
    terms: Mapping[str, tuple[Term, ...]]

    def versions(self) -> set[str]:
        """The IRI of the version that this is."""
        return {one.value for one in self.header.get(f"{OWL}versionIRI", ())}

    def iris(self) -> set[str]:
        """Every IRI whose name the page shows."""
        return {iri for terms in self.terms.values() for term in terms for iri in term.iris()}


def read_ontology(asker: Asker, rules: Rules) -> Ontology:
    """Read the ontology of the release; `rules` are what its shapes demand, by class or property."""
    graph, ontology = asker.iris.graph("ontology"), asker.iris.ontology
    about: defaultdict[str, defaultdict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for row in asker.rows(TERMS.format(graph=graph, ontology=ontology)):
        about[row["term"].value][row["p"].value].append(row["o"])
    header = {property_: tuple(values) for property_, values in about.pop(ontology, {}).items()}
    mirror(about)
    chains = read_chains(asker.rows(CHAINS.format(graph=graph)))
    kinds = {iri: kind_of(said) for iri, said in about.items()}
    examples = read_examples(asker, kinds)
    terms: defaultdict[str, list[Term]] = defaultdict(list)
    for iri, said in about.items():
        found = term(iri, kinds[iri], said)
        more = replace(found, chains=chains.get(iri, ()), rules=rules.get(iri, ()), example=examples.get(iri))
        terms[kinds[iri]].append(more)
    return Ontology(header, {kind: tuple(terms[kind]) for kind in KINDS if kind in terms})


def term(iri: str, kind: str, said: Mapping[str, Sequence[Value]]) -> Term:
    """What the ontology's own triples say of a term."""
    return Term(
        iri,
        kind,
        {one.language: one.value for one in said.get(f"{RDFS}label", ())},
        {one.language: one.value for one in said.get(f"{SKOS}definition", ())},
        tuple(one.value for one in said.get(DOMAIN, ())),
        tuple(one.value for one in said.get(RANGE, ())),
        tuple((sign, one.value) for axiom, sign in AXIOMS.items() for one in said.get(axiom, ())),
        tuple(one.value for one in said.get(MATCH, ())),
    )


def mirror(about: Mapping[str, defaultdict[str, list[Value]]]) -> None:
    """Add to each term the symmetric axioms that another term states with it."""
    pairs = [(iri, axiom, one.value) for iri in about for axiom in SYMMETRIC for one in about[iri].get(axiom, ())]
    for iri, axiom, other in pairs:
        if other in about and iri not in {one.value for one in about[other][axiom]}:
            about[other][axiom].append(Value("uri", iri))


def kind_of(said: Mapping[str, Sequence[Value]]) -> str:
    """The kind of a term: that of its classes which is OWL's."""
    types = {one.value.removeprefix(OWL) for one in said.get(f"{RDF}type", ())}
    return next((kind for kind in KINDS if kind in types), KINDS[-1])


def read_chains(rows: Iterable[Row]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The chains of each property: a cell is named after its chain and its place in it."""
    found: defaultdict[str, defaultdict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        chain, _, place = row["cell"].value.rpartition("-")
        found[row["term"].value][chain].append((int(place), row["step"].value))
    return {
        iri: tuple(tuple(step for _, step in sorted(steps)) for _, steps in sorted(chains.items()))
        for iri, chains in found.items()
    }


def read_examples(asker: Asker, kinds: Mapping[str, str]) -> dict[str, Row]:
    """One row of the data for each term that some thing uses."""
    wanted = [iri for iri in sorted(kinds) if kinds[iri] != "NamedIndividual"]
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), BATCH):
        parts = (
            (ABOUT_CLASS if kinds[iri] == "Class" else ABOUT_PROPERTY).format(term=iri, base=asker.iris.base)
            for iri in wanted[start : start + BATCH]
        )
        rows = asker.rows(f"SELECT ?term ?s ?o {{ {' UNION '.join(f'{{ {part} }}' for part in parts)} }}")
        found.update((row["term"].value, row) for row in rows)
    return found
