"""The files of a version as DCAT distributions: what each holds, where it is, its format, size, checksum and rights."""

import hashlib
from collections.abc import Iterator

from pyoxigraph import Literal, Triple

from quipreside.namespaces import Iris
from release.describing import Describer, Row, both, in_scheme
from release.dumps import Dump
from release.inputs import Version
from release.provenance import LICENCE

FILE_TYPES = {
    "text/turtle": "RDF_TURTLE", "application/n-triples": "RDF_N_TRIPLES", "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON_LD", "application/trig": "RDF_TRIG", "application/n-quads": "RDF_N_QUADS",
    "text/csv": "CSV",
}  # fmt: skip


def about_file(
    dump: Dump, content: bytes | None, describe: Describer, version: Version, iris: Iris
) -> Iterator[Triple]:
    """One file: what is in it, where it is, its format and rights, and its size and checksum where they are known."""
    about = file_node(dump, version, iris)
    address = f"{iris.base}dumps/{version.number}/{dump.name}"
    media_type = f"iana:{dump.media_type.partition(';')[0]}"
    file_type = f"eu:file-type/{FILE_TYPES[dump.media_type.partition(';')[0]]}"
    rights: list[Row] = [("dcterms:rights", node(iris, "rights"))] if dump.quotes else []
    yield from describe.about(
        about,
        [("rdf:type", "dcat:Distribution"), ("dcterms:title", Literal(dump.name)), ("dcat:accessURL", address),
         *(("dcterms:description", words) for words in both(dump.fr, dump.en)), ("dcat:downloadURL", address),
         ("dcat:mediaType", media_type), ("dcterms:format", file_type), ("dcterms:license", LICENCE), *rights,
         ("http://data.europa.eu/r5r/availability", "eu:planned-availability/STABLE")],
    )  # fmt: skip
    yield from describe.about(f"{iris.dataset}/{version.number}", [("void:dataDump", address)])
    yield from describe.about(media_type, [("rdf:type", "dcterms:MediaType")])
    yield from describe.about(file_type, [("rdf:type", "dcterms:MediaTypeOrExtent"), *in_scheme(file_type)])
    yield from describe.about(address, [("rdf:type", "rdfs:Resource")])
    if content is not None:
        yield from about_bytes(about, content, describe)


def about_bytes(about: str, content: bytes, describe: Describer) -> Iterator[Triple]:
    """The size of a file and its SPDX checksum."""
    checksum = f"{about}-sha256"
    digest = hashlib.sha256(content).hexdigest()
    size = describe.typed(len(content), "xsd:nonNegativeInteger")
    yield from describe.about(about, [("dcat:byteSize", size), ("spdx:checksum", checksum)])
    yield from describe.about(
        checksum,
        [("rdf:type", "spdx:Checksum"), ("spdx:algorithm", "spdx:checksumAlgorithm_sha256"),
         ("spdx:checksumValue", describe.typed(digest, "xsd:hexBinary"))],
    )  # fmt: skip
    yield from describe.about("spdx:checksumAlgorithm_sha256", [("rdf:type", "spdx:ChecksumAlgorithm")])


def node(iris: Iris, name: str) -> str:
    """A node of the dataset's document."""
    return f"{iris.dataset}#{name}"


def file_node(dump: Dump, version: Version, iris: Iris) -> str:
    """A file as a distribution of its version."""
    return f"{iris.dataset}/{version.number}#file-{dump.name}"
