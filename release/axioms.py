"""The ontology's axioms as rules: what each yields from a triple, given the triples known so far."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from extraction.evidence import unpack
from quipreside.namespaces import EXTERNAL_PREFIXES
from release.dataset import RDF_TYPE

OWL, RDF, RDFS = (EXTERNAL_PREFIXES[prefix] for prefix in ("owl", "rdf", "rdfs"))
SUBCLASS, SUBPROPERTY = NamedNode(f"{RDFS}subClassOf"), NamedNode(f"{RDFS}subPropertyOf")
INVERSE, CHAIN = NamedNode(f"{OWL}inverseOf"), NamedNode(f"{OWL}propertyChainAxiom")
DOMAIN, RANGE = NamedNode(f"{RDFS}domain"), NamedNode(f"{RDFS}range")
FIRST, REST = NamedNode(f"{RDF}first"), NamedNode(f"{RDF}rest")
KINDS = (INVERSE, SUBPROPERTY, CHAIN, SUBCLASS, DOMAIN, RANGE)


@dataclass(frozen=True)
class Axiom:
    """One axiom: the triple that states it and, for a chain, the triples of its list and the properties in order."""

    triple: Triple
    cells: tuple[Triple, ...] = ()
    chain: tuple[NamedNode, ...] = ()

    @property
    def kind(self) -> NamedNode:
        """The predicate that states the axiom, one of KINDS."""
        return self.triple.predicate


@dataclass(frozen=True)
class Step:
    """One application of an axiom to premises; `conclusion` is what it yields."""

    conclusion: Triple
    axiom: Axiom
    premises: tuple[Triple, ...]

    def rank(self) -> tuple[int, int, str, str]:
        """Order the steps to one conclusion: few premises first, then by kind of axiom, then by name."""
        words = " ".join(map(str, self.premises))
        return len(self.premises), KINDS.index(self.axiom.kind), str(self.axiom.triple), words


def read_axioms(ontology: Iterable[Triple]) -> list[Axiom]:
    """The axioms of an ontology, in a stable order."""
    triples = list(ontology)
    listed = (triple for triple in triples if triple.predicate in (FIRST, REST))
    cells: dict[tuple[object, NamedNode], Triple] = {(one.subject, one.predicate): one for one in listed}
    stated = sorted((triple for triple in triples if triple.predicate in KINDS), key=str)
    return [chain_axiom(triple, cells) if triple.predicate == CHAIN else Axiom(triple) for triple in stated]


def chain_axiom(triple: Triple, cells: Mapping[tuple[object, NamedNode], Triple]) -> Axiom:
    """A chain with its list read out."""
    listed: list[Triple] = []
    properties: list[NamedNode] = []
    cell = triple.object
    while (cell, FIRST) in cells:
        first, rest = cells[cell, FIRST], cells[cell, REST]
        listed += (first, rest)
        if isinstance(first.object, NamedNode):
            properties.append(first.object)
        cell = rest.object
    return Axiom(triple, tuple(listed), tuple(properties))


@dataclass
class Known:
    """The triples known so far, indexed for joins."""

    outgoing: defaultdict[tuple[object, NamedNode], list[Triple]] = field(default_factory=lambda: defaultdict(list))
    incoming: defaultdict[tuple[object, NamedNode], list[Triple]] = field(default_factory=lambda: defaultdict(list))

    def add(self, triples: Iterable[Triple]) -> None:
        """Learn triples, each once."""
        for triple in triples:
            self.outgoing[triple.subject, triple.predicate].append(triple)
            self.incoming[triple.object, triple.predicate].append(triple)


class Rules:
    """Axioms indexed by the property or class of the premise that sets them off."""

    def __init__(self, axioms: Iterable[Axiom]) -> None:
        self._by_premise: defaultdict[object, list[Axiom]] = defaultdict(list)
        for axiom in axioms:
            for term in triggers(axiom):
                self._by_premise[term].append(axiom)

    def steps(self, triple: Triple, known: Known) -> Iterator[Step]:
        """Every step that has this triple among its premises."""
        term = triple.object if triple.predicate == RDF_TYPE else triple.predicate
        for axiom in self._by_premise.get(term, ()):
            if axiom.kind == CHAIN:
                yield from chain_steps(axiom, triple, known)
            else:
                yield from (Step(conclusion, axiom, (triple,)) for conclusion in conclusions(axiom.triple, triple))


def triggers(axiom: Axiom) -> set[object]:
    """The properties or classes that a premise of the axiom may have."""
    if axiom.kind == CHAIN:
        return set(axiom.chain)
    return {axiom.triple.subject, axiom.triple.object} if axiom.kind == INVERSE else {axiom.triple.subject}


def conclusions(axiom: Triple, premise: Triple) -> Iterator[Triple]:
    """What an axiom of one premise yields."""
    subject, predicate, value = unpack(premise)
    of, _, term = unpack(axiom)
    if not isinstance(term, NamedNode):
        return
    if axiom.predicate == SUBPROPERTY:
        yield Triple(subject, term, value)
    elif axiom.predicate in {SUBCLASS, DOMAIN}:
        yield Triple(subject, RDF_TYPE, term)
    elif isinstance(value, Literal):
        return
    elif axiom.predicate == RANGE:
        yield Triple(value, RDF_TYPE, term)
    else:
        yield Triple(value, term if predicate == of else of, subject)


def chain_steps(axiom: Axiom, triple: Triple, known: Known) -> Iterator[Step]:
    """The paths of a chain that pass through a triple, wherever in the chain its property stands."""
    for position, name in enumerate(axiom.chain):
        if name != triple.predicate:
            continue
        for before in backward(triple.subject, axiom.chain[:position], known):
            for after in forward(triple.object, axiom.chain[position + 1 :], known):
                premises = (*before, triple, *after)
                (start, *_), (*_, end) = unpack(premises[0]), unpack(premises[-1])
                yield Step(Triple(start, unpack(axiom.triple)[0], end), axiom, premises)


def forward(start: object, chain: tuple[NamedNode, ...], known: Known) -> Iterator[tuple[Triple, ...]]:
    """The paths from a node along a chain."""
    if not chain:
        yield ()
        return
    for triple in known.outgoing.get((start, chain[0]), ()):
        for rest in forward(triple.object, chain[1:], known):
            yield (triple, *rest)


def backward(end: object, chain: tuple[NamedNode, ...], known: Known) -> Iterator[tuple[Triple, ...]]:
    """The paths to a node along a chain."""
    if not chain:
        yield ()
        return
    for triple in known.incoming.get((end, chain[-1]), ()):
        for rest in backward(triple.subject, chain[:-1], known):
            yield (*rest, triple)
