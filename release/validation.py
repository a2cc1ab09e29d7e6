"""Validation: which statements break a shape, said with the shape, the reason and the words they come from."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyshacl import validate as run_pyshacl
from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from quipreside.errors import QuiPresideError
from quipreside.namespaces import EXTERNAL_PREFIXES

OA = Namespace(EXTERNAL_PREFIXES["oa"])


@dataclass(frozen=True)
class Violation:
    """One broken constraint (`sh:maxCount` is "maxCount"): the node, property and value, the shape, why, the quotes."""

    focus: str
    path: str
    value: str
    shape: str
    constraint: str
    french: str
    english: str
    quotes: tuple[str, ...]

    def sentence(self) -> str:
        """Name the statement, the shape and the words in one line."""
        statement = " ".join(part for part in (self.focus, self.path, self.value) if part)
        words = ", ".join(f"« {quote} »" for quote in self.quotes) or "no quotation"
        return f"{statement}: {self.english} (shape {self.shape}; {words})"


def validate(data: Graph, shapes: Graph, ontology: Graph) -> list[Violation]:
    """List the violations of `shapes` in `data`, subclasses taken from `ontology`; nothing is inferred or changed."""
    _, report, _ = run_pyshacl(data, shacl_graph=shapes, ont_graph=ontology, inference="none", inplace=False)
    if not isinstance(report, Graph):
        raise QuiPresideError(f"shapes: they cannot be applied ({report!r}); check them with a SHACL validator.")
    found = (violation(report, result, data, shapes) for result in report.subjects(RDF.type, SH.ValidationResult))
    return sorted(found, key=lambda one: (one.focus, one.shape, one.value))


def refuse_violations(data: Graph, shapes: Graph, ontology: Graph) -> int:
    """Return the number of node shapes that passed; raise QuiPresideError with a sentence for each violation."""
    found = validate(data, shapes, ontology)
    if found:
        raise QuiPresideError("\n".join(one.sentence() for one in found))
    return count_shapes(shapes)


def count_shapes(shapes: Graph) -> int:
    """How many node shapes a graph has."""
    return len(set(shapes.subjects(RDF.type, SH.NodeShape)))


def violation(report: Graph, result: Node, data: Graph, shapes: Graph) -> Violation:
    """Read one result of the report."""
    focus, path, value = (report.value(result, key) for key in (SH.focusNode, SH.resultPath, SH.value))
    shape = report.value(result, SH.sourceShape)
    messages = {text.language: str(text) for text in shapes.objects(shape, SH.message) if isinstance(text, Literal)}
    return Violation(
        str(focus),
        str(path) if isinstance(path, URIRef) else "",
        "" if value is None or isinstance(value, BNode) else str(value),
        str(shape),
        constraint_name(report.value(result, SH.sourceConstraintComponent)),
        messages.get("fr", ""),
        messages.get("en", ""),
        tuple(quotes(data, focus, path, value)),
    )


def constraint_name(component: Node | None) -> str:
    """Turn `sh:MaxCountConstraintComponent` into "maxCount", the parameter that a shape states."""
    name = str(component).rpartition("#")[2].removesuffix("ConstraintComponent")
    return name[:1].lower() + name[1:]


def quotes(data: Graph, focus: Node | None, path: Node | None, value: Node | None) -> list[str]:
    """Find the words behind a statement, from the closest match to the widest: the triple, the property, the node."""
    statements = set(data.subjects(RDF.subject, focus))
    for wanted in ((RDF.predicate, path), (RDF.object, value)):
        narrowed = {one for one in statements if (one, *wanted) in data} if wanted[1] is not None else set()
        statements = narrowed or statements
    return exact_words(data, statements)


def exact_words(data: Graph, statements: Iterable[Node]) -> list[str]:
    """Read the quotations of the annotations that have these statements as bodies, sorted, each once."""
    annotations = {annotation for one in statements for annotation in data.subjects(OA.hasBody, one)}
    targets = {target for annotation in annotations for target in data.objects(annotation, OA.hasTarget)}
    selectors = {selector for target in targets for selector in data.objects(target, OA.hasSelector)}
    return sorted({str(words) for selector in selectors for words in data.objects(selector, OA.exact)})
