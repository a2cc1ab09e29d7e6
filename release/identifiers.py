"""Which IRIs a dataset publishes, and what the ledger says of each: its label, kind and naming key."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Triple

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from release.dataset import RDF_TYPE
from release.ledger import Entry

ORG, FOAF, RDFS, SKOS = (EXTERNAL_PREFIXES[prefix] for prefix in ("org", "foaf", "rdfs", "skos"))
LABELS = {NamedNode(f"{SKOS}prefLabel"), NamedNode(f"{RDFS}label")}
TOP_CLASSES = (f"{ORG}Post", f"{ORG}Organization", f"{ORG}Role", f"{FOAF}Person")
OWN_TOP_CLASSES = ("Collective", "Place")


def entries(triples: Iterable[Triple], iris: Iris, keys: dict[str, tuple[str, ...]], version: str) -> list[Entry]:
    """One ledger entry for each thing, source, edition and passage, sorted by IRI.

    The kind of an entity is the coarse, disjoint class that it belongs to, that of a relation node its own class; the
    key of a relation node is its key properties with the slugs that they lead to.
    """
    about: defaultdict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        subject = triple.subject
        if isinstance(subject, NamedNode) and minted(subject.value, iris):
            about[subject.value].append(triple)
    return [entry(iri, about[iri], iris, keys, version) for iri in sorted(about)]


def minted(iri: str, iris: Iris) -> bool:
    """Tell whether an IRI is a document or thing of its own, not a fragment of one."""
    return iri.startswith((iris.thing(""), f"{iris.base}source/")) and "#" not in iri


def entry(iri: str, triples: list[Triple], iris: Iris, keys: dict[str, tuple[str, ...]], version: str) -> Entry:
    """The ledger entry of one IRI."""
    types = {
        triple.object.value
        for triple in triples
        if triple.predicate == RDF_TYPE and isinstance(triple.object, NamedNode)
    }
    kind = kind_of(types, iris, keys)
    links: defaultdict[str, list[str]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.object, NamedNode):
            links[triple.predicate.value].append(triple.object.value.rpartition("/")[2])
    key = " ".join(
        f"{name}={sorted(links[iris.term(name)])[0]}" for name in keys.get(kind, ()) if links[iris.term(name)]
    )
    return Entry(iri.removeprefix(iris.base), label_of(triples), kind, key or kind, version)


def kind_of(types: set[str], iris: Iris, keys: dict[str, tuple[str, ...]]) -> str:
    """The class that names a thing: a relation's own class, else the coarse class of an entity."""
    own = sorted(name for name in keys if iris.term(name) in types)
    if own:
        return own[-1]
    tops = (*TOP_CLASSES, *(iris.term(name) for name in OWN_TOP_CLASSES))
    coarse = next((top for top in tops if top in types), None)
    return (coarse or min(types, default="")).replace("#", "/").rpartition("/")[2]


def label_of(triples: list[Triple]) -> str:
    """The French label, where there is one."""
    found = [
        triple.object.value
        for triple in triples
        if triple.predicate in LABELS and isinstance(triple.object, Literal) and triple.object.language == "fr"
    ]
    return min(found, default="")
