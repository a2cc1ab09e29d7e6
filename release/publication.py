"""A version ready to be written: the dataset with its catalogue, the dumps, and what goes with them."""

from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import DefaultGraph, RdfFormat

from quipreside.namespaces import Iris
from release.attachments import Attachment
from release.catalogue import catalogue_triples
from release.completion import extended
from release.contents import Contents
from release.dataset import Dataset
from release.dumps import DUMPS, Dump, rendered
from release.inputs import Version
from release.terms import in_graph

CATALOGUE = (
    "Le catalogue (DCAT-AP, VoID), avec la taille et l’empreinte de chaque fichier.",
    "The catalogue (DCAT-AP, VoID), with the size and checksum of each file.",
)


@dataclass(frozen=True)
class Publication:
    """A complete dataset on its way to a release folder; `previous` is the number of the version before, if any."""

    dataset: Dataset
    version: Version
    iris: Iris
    previous: str | None = None

    @cached_property
    def contents(self) -> Contents:
        """The dataset with its catalogue: what is served."""
        stated = catalogue_triples(Contents(self.dataset, self.iris), self._partial, self.version, self.previous)
        return Contents(extended(self.dataset, {"catalogue": stated}), self.iris)

    @cached_property
    def _partial(self) -> dict[str, bytes]:
        """The dumps that hold less than the served dataset, so that the dataset can state their checksums."""
        contents = Contents(self.dataset, self.iris)
        return {dump.name: dump.render(contents) for dump in DUMPS if dump.partial}

    def files(self) -> list[Attachment]:
        """The dumps and the catalogue."""
        content = self._partial | {dump.name: dump.render(self.contents) for dump in DUMPS if not dump.partial}
        dumps = [attached(dump, content[dump.name]) for dump in DUMPS]
        return [*dumps, self.catalogue(content)]

    def catalogue(self, content: dict[str, bytes]) -> Attachment:
        """The catalogue as a file of its own, which can state the checksum of every dump."""
        triples = catalogue_triples(Contents(self.dataset, self.iris), content, self.version, self.previous)
        quads = in_graph(triples, DefaultGraph())
        turtle = rendered(quads, RdfFormat.TURTLE, self.iris)
        return Attachment("catalogue.ttl", RdfFormat.TURTLE.media_type, turtle, *CATALOGUE)


def attached(dump: Dump, content: bytes) -> Attachment:
    """A dump with its bytes."""
    return Attachment(dump.name, dump.media_type, content, dump.fr, dump.en)
