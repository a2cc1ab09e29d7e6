"""Why each inferred statement holds: the step closest to the texts, and the graph `…/graph/why` that says so."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from extraction.evidence import OA, RDF, RDFS, TYPE, triple_of, unpack
from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.axioms import CHAIN, Axiom, Known, Rules, Step, read_axioms

DERIVED = NamedNode(EXTERNAL_PREFIXES["prov"] + "wasDerivedFrom")
Evidence = Mapping[Triple, list[tuple[NamedNode, NamedNode]]]


def explain(
    stated: Iterable[Triple],
    inferred: Iterable[Triple],
    ontology: Iterable[Triple],
    unsaid: frozenset[Triple] = frozenset(),
) -> dict[Triple, Step]:
    """One step for each inferred triple, in rounds: the premises of a step were stated or explained in a round before.

    So the explanations are acyclic and the shortest there are; of two as short, the one with fewer premises that no
    text says (`unsaid`) wins. Raise QuiPresideError when a triple cannot be explained.
    """

    def rank(step: Step) -> tuple[int, tuple[int, int, str, str]]:
        return sum(premise in unsaid for premise in step.premises), step.rank()

    rules, known, wanted = Rules(read_axioms(ontology)), Known(), set(inferred)
    found: dict[Triple, Step] = {}
    fresh = set(stated)
    while fresh:
        known.add(fresh)
        chosen: dict[Triple, Step] = {}
        for triple in fresh:
            for step in rules.steps(triple, known):
                if step.conclusion in wanted:
                    best = chosen.get(step.conclusion)
                    chosen[step.conclusion] = step if best is None else min(best, step, key=rank)
        wanted -= chosen.keys()
        found |= chosen
        fresh = set(chosen)
    if wanted:
        raise QuiPresideError(
            f"{len(wanted)} inferred statement(s) cannot be explained, the first: {min(wanted, key=str)}. "
            "Either an axiom is of a kind that release/axioms.py does not know, or the inference is wrong."
        )
    return found


def why_triples(steps: Mapping[Triple, Step], evidence: Iterable[Triple], iris: Iris) -> frozenset[Triple]:
    """The graph of the explanations, each node named by the hash of its triple."""
    said = bodies(evidence)
    found: set[Triple] = set()
    for conclusion, step in steps.items():
        node = node_of(conclusion, iris)
        found.update(reified(node, conclusion, iris.term("Explanation")))
        found.add(triple_of(node, iris.term("byAxiom"), node_of(step.axiom.triple, iris)))
        found.update(about_axiom(step.axiom, iris))
        for premise in step.premises:
            found.update(about_premise(node, premise, steps, said, iris))
    return frozenset(found)


def bodies(evidence: Iterable[Triple]) -> Evidence:
    """The annotations of each triple, each with the body that reifies it."""
    parts: defaultdict[NamedNode, dict[str, NamedNode | Literal]] = defaultdict(dict)
    held: list[tuple[NamedNode, NamedNode]] = []
    for subject, predicate, value in map(unpack, evidence):
        if predicate.value.startswith(RDF):
            parts[subject][predicate.value.removeprefix(RDF)] = value
        elif predicate.value == f"{OA}hasBody" and isinstance(value, NamedNode):
            held.append((subject, value))
    found: defaultdict[Triple, list[tuple[NamedNode, NamedNode]]] = defaultdict(list)
    for annotation, body in held:
        found[statement(parts[body])].append((annotation, body))
    return found


def statement(parts: Mapping[str, NamedNode | Literal]) -> Triple:
    """The triple that a body reifies."""
    subject, predicate = parts["subject"], parts["predicate"]
    if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
        return Triple(subject, predicate, parts["object"])
    raise TypeError(f"no statement of data: {parts}")


def node_of(triple: Triple, iris: Iris) -> NamedNode:
    """The node that stands for a triple in the graph of explanations."""
    return NamedNode(f"{iris.graph('why')}#{hashlib.sha256(str(triple).encode()).hexdigest()[:16]}")


def reified(node: NamedNode, triple: Triple, kind: str) -> Iterator[Triple]:
    """A triple as a statement of a kind."""
    subject, predicate, value = unpack(triple)
    yield triple_of(node, TYPE, NamedNode(f"{RDF}Statement"))
    yield triple_of(node, TYPE, NamedNode(kind))
    yield triple_of(node, f"{RDF}subject", subject)
    yield triple_of(node, f"{RDF}predicate", predicate)
    yield triple_of(node, f"{RDF}object", value)


def about_axiom(axiom: Axiom, iris: Iris) -> Iterator[Triple]:
    """An axiom: the ontology's triple restated, with the names of its terms."""
    node = node_of(axiom.triple, iris)
    yield from reified(node, axiom.triple, iris.term("Axiom"))
    subject, predicate, value = (term.value for term in unpack(axiom.triple))
    words = " ∘ ".join(local(name.value) for name in axiom.chain) if axiom.kind == CHAIN else local(value)
    yield triple_of(node, f"{RDFS}label", Literal(f"{local(subject)} {local(predicate)} {words}", language="en"))


def about_premise(
    node: NamedNode, premise: Triple, steps: Mapping[Triple, Step], said: Evidence, iris: Iris
) -> Iterator[Triple]:
    """How an explanation rests on a premise: another explanation, the annotations that say it, or the editors."""
    of_text = () if premise in steps else said.get(premise, ())
    for annotation, body in of_text:
        yield triple_of(node, iris.term("premise"), body)
        yield triple_of(node, DERIVED, annotation)
    if not of_text:
        other = node_of(premise, iris)
        yield triple_of(node, iris.term("premise"), other)
        yield triple_of(node, DERIVED, other)
        if premise not in steps:
            yield from reified(other, premise, iris.term("EditorialPremise"))
            yield triple_of(other, DERIVED, NamedNode(iris.graph("editorial")))


def local(iri: str) -> str:
    """The last segment of an IRI."""
    return iri.replace("#", "/").rpartition("/")[2]
