"""The catalogue: valid for DCAT-AP, and true of the files and the figures that it describes."""

import hashlib
import io
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, SH, SKOS, VOID, Namespace, URIRef

from quipreside.namespaces import Iris
from release.attachments import Attachment
from release.dumps import DUMPS
from release.provenance import LICENCE
from release.publication import Publication

SPDX = Namespace("http://spdx.org/rdf/terms#")
VERSION = URIRef(f"{Iris().dataset}/0.2.0")
PUBLISHER = URIRef(f"{Iris().dataset}#publisher")
LEFT = {
    "shapes_recommended": {
        DCTERMS.spatial: "the texts name no territory that their offices cover",
        DCTERMS.temporal: "the texts are undated",
        DCTERMS.type: "what kind of agent publishes is for its publisher to say",
    },
    "mdr-vocabularies.shape": {
        DCTERMS.publisher: "the publisher is not a corporate body of the EU",
        SKOS.inScheme: "the same, said of the publisher",
        SPDX.algorithm: "the shape expects https in the SPDX namespace, which has http",
        None: "the same, said of the algorithm",
    },
}


@pytest.fixture(scope="module")
def files(publication: Publication) -> dict[str, Attachment]:
    return {file.name: file for file in publication.files()}


@pytest.fixture(scope="module")
def catalogue(files: dict[str, Attachment]) -> rdflib.Graph:
    graph = rdflib.Graph(bind_namespaces="none")
    return graph.parse(io.BytesIO(files["catalogue.ttl"].content), format="turtle")


@pytest.mark.parametrize("name", ["shapes", "range", *LEFT, "deprecateduris"])
def test_catalogue_official_shapes_find_only_what_no_text_states(
    name: str, catalogue: rdflib.Graph, shared: Path
) -> None:
    shapes = rdflib.Graph().parse(shared / "dcat" / f"{name}.ttl")
    _, report, _ = validate(catalogue, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    found = {(report.value(one, SH.focusNode), report.value(one, SH.resultPath)) for one in results}
    assert {path for _, path in found} == set(LEFT.get(name, {}))
    assert {focus for focus, path in found if path == SKOS.inScheme} <= {PUBLISHER}


def test_catalogue_every_dump_is_a_distribution_with_its_true_checksum(
    catalogue: rdflib.Graph, files: dict[str, Attachment]
) -> None:
    distributions = {
        str(catalogue.value(one, DCTERMS.title)): one for one in catalogue.objects(VERSION, DCAT.distribution)
    }
    assert set(distributions) == {dump.name for dump in DUMPS}
    for name, node in distributions.items():
        checksum = catalogue.value(node, SPDX.checksum)
        assert str(catalogue.value(checksum, SPDX.checksumValue)) == hashlib.sha256(files[name].content).hexdigest()
        assert int(str(catalogue.value(node, DCAT.byteSize))) == len(files[name].content)


def test_catalogue_served_graph_states_no_checksum_of_itself(publication: Publication) -> None:
    stated = {
        triple.subject.value.rpartition("#file-")[2]
        for triple in publication.contents.dataset.top["catalogue"]
        if triple.predicate.value == str(SPDX.checksum)
    }
    assert stated == {dump.name for dump in DUMPS if dump.partial}


def test_catalogue_files_with_quotes_say_whose_the_quotes_are(catalogue: rdflib.Graph) -> None:
    for dump in DUMPS:
        node = next(one for one in catalogue.subjects(DCTERMS.title, rdflib.Literal(dump.name)))
        assert (node, DCTERMS.license, URIRef(LICENCE)) in catalogue
        assert ((node, DCTERMS.rights, None) in catalogue) is dump.quotes


def test_catalogue_figures_are_those_of_the_default_graph(catalogue: rdflib.Graph, publication: Publication) -> None:
    triples = {quad.triple for quad in publication.contents.default}
    assert int(str(catalogue.value(VERSION, VOID.triples))) == len(triples)
    partitions = {
        str(catalogue.value(one, VOID.property)): int(str(catalogue.value(one, VOID.triples)))
        for one in catalogue.objects(VERSION, VOID.propertyPartition)
    }
    assert sum(partitions.values()) == len(triples)
    assert partitions[Iris().term("chairs")] == 1
    instances = {
        str(catalogue.value(one, VOID["class"])): int(str(catalogue.value(one, VOID.entities)))
        for one in catalogue.objects(VERSION, VOID.classPartition)
    }
    assert instances["http://www.w3.org/ns/org#Post"] == 1


def test_catalogue_linkset_has_two_targets_one_predicate_and_its_count(catalogue: rdflib.Graph) -> None:
    (linkset,) = catalogue.subjects(RDF.type, VOID.Linkset)
    ends = {catalogue.value(linkset, VOID.subjectsTarget), catalogue.value(linkset, VOID.objectsTarget)}
    assert ends == {VERSION, URIRef(f"{Iris().dataset}#wikidata")}
    assert catalogue.value(linkset, VOID.linkPredicate) == rdflib.OWL.sameAs
    assert int(str(catalogue.value(linkset, VOID.triples))) == 1


def test_catalogue_version_follows_the_one_before(catalogue: rdflib.Graph) -> None:
    before = URIRef(f"{Iris().dataset}/0.1.0")
    assert (VERSION, URIRef(f"{DCAT}previousVersion"), before) in catalogue
    assert (VERSION, rdflib.OWL.priorVersion, before) in catalogue
