"""The diagram of the data model, in Mermaid, drawn from the ontology: twelve classes and the links between them."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Triple

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.inputs import read_ontology
from release.terms import triples_of

FOAF, ORG, OWL, RDFS = (EXTERNAL_PREFIXES[prefix] for prefix in ("foaf", "org", "owl", "rdfs"))
INVERSE, CHAIN, DOMAIN, RANGE, SUBCLASS = (
    NamedNode(iri)
    for iri in (
        f"{OWL}inverseOf",
        f"{OWL}propertyChainAxiom",
        f"{RDFS}domain",
        f"{RDFS}range",
        f"{RDFS}subClassOf",
    )
)
MAIN_CLASSES = (
    "Actor", f"{FOAF}Person", f"{ORG}Post", f"{ORG}Organization", "Body", "Collective", "CurrentTenure", "Chairship",
    "Headship", "AppointmentRule", "Substitution", "Enumeration",
)  # fmt: skip


def main_classes(iris: Iris) -> dict[NamedNode, str]:
    """The twelve classes that a newcomer needs, with their local names."""
    full = [name if name.startswith("http") else iris.term(name) for name in MAIN_CLASSES]
    return {NamedNode(iri): iri.replace("#", "/").rpartition("/")[2] for iri in full}


def mermaid(ontology: Iterable[Triple], iris: Iris) -> str:
    """A flowchart: solid arrows for links that are stated, dotted ones for shortcuts that are inferred."""
    classes = main_classes(iris)
    ends: dict[NamedNode, dict[NamedNode, NamedNode]] = {}
    inferred, inverses, above = set(), set(), []
    for triple in sorted(ontology, key=str):
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if not isinstance(subject, NamedNode):
            continue
        if predicate == CHAIN:
            inferred.add(subject)
        elif predicate == INVERSE:
            inverses.add(subject)
        elif predicate in (DOMAIN, RANGE) and isinstance(value, NamedNode):
            ends.setdefault(subject, {})[predicate] = value
        elif predicate == SUBCLASS and subject in classes and value in classes:
            above.append((classes[subject], classes[NamedNode(str(value).strip("<>"))]))
    lines = ["flowchart LR", *(f"  {name}" for name in classes.values())]
    lines += [f"  {low} -- is a --> {high}" for low, high in above]
    for link, pair in ends.items():
        domain, range_ = pair.get(DOMAIN), pair.get(RANGE)
        if link not in inverses and domain in classes and range_ in classes:
            arrow = "-. {} .->" if link in inferred else "-- {} -->"
            label = link.value.rpartition("#")[2]
            lines.append(f"  {classes[domain]} {arrow.format(label)} {classes[range_]}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(mermaid(triples_of(read_ontology(Iris().base)), Iris()), end="")
