"""The documents of a release: what each address is about, what describes it, and the formats it comes in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from quipreside.namespaces import EXTERNAL_PREFIXES
from server.dataset import Release
from server.describe import Describer, Lines
from server.formats import GRAPHS, PAGE, Format
from server.problems import HttpError

TEXT = Format("text", "text/plain", "txt", "", "the text as received", "", (), True)
RDF_AND_PAGE = (*GRAPHS, PAGE)


@dataclass(frozen=True)
class Document:
    """What an address gives: `iri` is what it is about, `name` the last segment of the address without its suffix.

    `text` is the edition's file, which the text format sends as it is; an immutable document belongs to one version for
    ever; the licence covers a document, without its quotes, unless it is a publisher's own text.
    """

    kind: str
    iri: str
    name: str
    describe: Callable[[], Lines]
    offers: tuple[Format, ...] = RDF_AND_PAGE
    text: Path | None = None
    immutable: bool = False
    licensed: bool = True

    def offer(self, extension: str) -> Format:
        """The format with this file extension; raise the 404 that lists those there are."""
        found = next((one for one in self.offers if one.extension == extension), None)
        if found is None:
            listed = ", ".join(f".{one.extension}" for one in self.offers)
            raise HttpError(404, f"There is no .{extension} of {self.name}; there are {listed}.")
        return found

    def file(self, chosen: Format) -> str:
        """The address of one format, relative to that of the document."""
        return f"{self.name}.{chosen.extension}"


@dataclass(frozen=True)
class Documents:
    """The documents of a release, described by query processes or read from its files."""

    release: Release
    describer: Describer

    def thing(self, slug: str) -> Document:
        """The description of an entity, a relation node or a concept."""
        iri = self.describer.iris.thing(slug)
        return Document("thing", iri, slug, partial(self.describer.thing, iri))

    def edition(self, source: str, number: str) -> Document:
        """An edition, as text too where the release carries it."""
        iri = f"{self.describer.iris.source(source)}/{number}"
        text = self.text(source, number)
        offers = (TEXT, *RDF_AND_PAGE) if text else RDF_AND_PAGE
        return Document("edition", iri, number, partial(self.describer.edition, iri), offers, text, licensed=False)

    def passage(self, source: str, number: str, key: str) -> Document:
        """A passage, with what it states."""
        iri = f"{self.describer.iris.source(source)}/{number}/{key}"
        text = self.text(source, number)
        return Document("passage", iri, key, partial(self.describer.passage, iri), text=text, licensed=False)

    def text(self, source: str, number: str) -> Path | None:
        """The file of an edition's text; None when the release does not carry it."""
        file = self.release.file(f"text-{source}-{number}.txt")
        return self.release.folder / file.name if file else None

    def graph(self, name: str) -> Document:
        """A top-level named graph, exactly."""
        iri = self.describer.iris.graph(name)
        return Document("graph", iri, name, partial(self.describer.graph, iri))

    def ontology(self) -> Document:
        """The ontology, whatever its version."""
        iris = self.describer.iris
        return Document("ontology", iris.ontology, "ontology", partial(self.describer.graph, iris.graph("ontology")))

    def ontology_version(self, version: str) -> Document:
        """A version of the ontology: this release's, or that of an older release that lies beside it."""
        iri = f"{self.describer.iris.ontology}/{version}"
        return Document("ontology", iri, version, partial(self.ontology_lines, iri), immutable=True)

    def ontology_lines(self, iri: str) -> Lines:
        """The triples of the ontology that calls itself this version."""
        iris = self.describer.iris
        mark = f"<{iris.ontology}> <{EXTERNAL_PREFIXES['owl']}versionIRI> <{iri}> .".encode()
        current = self.describer.graph(iris.graph("ontology"))
        older = map(file_lines, sorted(self.release.folder.parent.glob("*/ontology.ttl")))
        return next((lines for lines in chain([current], older) if mark in lines), frozenset())

    def shapes(self) -> Document:
        """The SHACL shapes."""
        file = self.release.folder / "shapes.ttl"
        return Document("shapes", f"{self.describer.iris.base}shapes", "shapes", partial(file_lines, file))

    def examples(self) -> Document:
        """The example queries."""
        file = self.release.folder / "sparql-examples.ttl"
        return Document("examples", self.describer.iris.examples, "sparql-examples", partial(file_lines, file))

    def dataset(self) -> Document:
        """The catalogue: the dataset, its versions, its files."""
        iris = self.describer.iris
        return Document("dataset", iris.dataset, "dataset", partial(self.describer.graph, iris.graph("catalogue")))

    def dataset_version(self, version: str) -> Document:
        """One version of the dataset."""
        iri = f"{self.describer.iris.dataset}/{version}"
        return Document("dataset", iri, version, partial(self.describer.thing, iri))


@lru_cache(maxsize=32)
def file_lines(file: Path) -> Lines:
    """The triples of a Turtle file of the release, its blank nodes named alike at every reading."""
    try:
        dataset = Dataset(parse(path=str(file), format=RdfFormat.TURTLE))
    except FileNotFoundError:
        raise HttpError(404, f"This release has no {file.name}; /dumps/latest/ lists what it has.") from None
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(f"{quad.triple} .".encode() for quad in dataset)
