"""The dataset for catalogues, in DCAT-AP 3: catalogue, dataset, version, files, SPARQL service, rights."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from quipreside.namespaces import Iris
from release.contents import Contents
from release.describing import Describer, Row, both, in_scheme, rows
from release.distributions import about_file, file_node, node
from release.dumps import DUMPS
from release.inputs import Version
from release.provenance import LICENCE, RIGHTS
from release.void import void_triples

ATTRIBUTION = "http://purl.org/adms/licencetype/Attribution"
PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"
TITLE = both("Qui préside", "Qui préside: who chairs what in international organisations")
DESCRIPTION = both(
    "Qui préside, dirige, nomme et représente dans les organisations internationales, lu dans des pages officielles en "
    "français : chaque énoncé montre les mots dont il vient, chaque inférence ce dont elle découle.",
    "Who chairs, heads, appoints and represents in international organisations, read from official pages in French: "
    "each statement shows the words it comes from, each inference what it follows from.",
)
KEYWORDS = both("organisations internationales", "international organisations") + both("présidence", "chairing")
NAMED = {
    LICENCE: ("dcterms:LicenseDocument", "rdfs:label", "CC BY 4.0", "CC BY 4.0"),
    ATTRIBUTION: ("skos:Concept", "skos:prefLabel", "attribution", "attribution"),
    "eu:data-theme": ("skos:ConceptScheme", "dcterms:title", "Thèmes de données", "Data themes"),
    "eu:data-theme/GOVE": ("skos:Concept", "skos:prefLabel", "Gouvernement", "Government"),
    "eu:data-theme/INTR": ("skos:Concept", "skos:prefLabel", "Questions internationales", "International issues"),
    "eu:language/FRA": ("dcterms:LinguisticSystem", "rdfs:label", "français", "French"),
    "eu:language/ENG": ("dcterms:LinguisticSystem", "rdfs:label", "anglais", "English"),
    "eu:frequency/IRREG": ("dcterms:Frequency", "rdfs:label", "irrégulière", "irregular"),
    "eu:access-right/PUBLIC": ("dcterms:RightsStatement", "rdfs:label", "public", "public"),
    "eu:planned-availability/STABLE": ("skos:Concept", "skos:prefLabel", "stable", "stable"),
    PROTOCOL: ("dcterms:Standard", "dcterms:title", "Protocole SPARQL 1.1", "SPARQL 1.1 Protocol"),
}
SHARED: list[Row] = [
    *(("dcterms:title", title) for title in TITLE),
    *(("dcterms:description", description) for description in DESCRIPTION),
    *(("dcat:keyword", keyword) for keyword in KEYWORDS),
    ("dcat:theme", "eu:data-theme/GOVE"),
    ("dcat:theme", "eu:data-theme/INTR"),
    ("dcterms:license", LICENCE),
    ("dcterms:accessRights", "eu:access-right/PUBLIC"),
]
LANGUAGES = rows("dcterms:language", ["eu:language/FRA", "eu:language/ENG"])


def catalogue_triples(
    contents: Contents, files: Mapping[str, bytes], version: Version, previous: str | None
) -> frozenset[Triple]:
    """The description of a version; `files` are the contents of the dumps whose size and checksum may be stated.

    The served dataset holds this description, so it cannot state the checksum of a file of itself; `catalogue.ttl` can.
    """
    iris = contents.iris
    describe = Describer(iris)
    found = set(void_triples(version.number, contents.default, contents.dataset.top.get("links", ()), iris))
    found.update(about_catalogue(describe, version, iris))
    found.update(about_dataset(describe, version, iris))
    found.update(about_version(describe, version, previous, iris))
    for stated in contents.dataset.top["ontology"]:
        if stated.predicate == describe.iri("owl:versionIRI") and isinstance(stated.object, NamedNode):
            found.update(describe.about(stated.object.value, [("dcterms:isVersionOf", iris.ontology)]))
    found.update(about_service(describe, iris))
    for dump in DUMPS:
        found.update(about_file(dump, files.get(dump.name), describe, version, iris))
    return frozenset(found)


def about_catalogue(describe: Describer, version: Version, iris: Iris) -> Iterator[Triple]:
    """The catalogue, its publisher and contact, and the classes of what it names."""
    issued = describe.typed(version.issued, "xsd:date")
    yield from describe.about(
        node(iris, "catalogue"),
        [("rdf:type", "dcat:Catalog"), *SHARED[:4], *LANGUAGES, ("dcterms:license", LICENCE),
         ("dcterms:publisher", node(iris, "publisher")), ("dcterms:issued", issued), ("dcterms:modified", issued),
         ("dcat:themeTaxonomy", "eu:data-theme"), ("foaf:homepage", iris.base), ("dcat:dataset", iris.dataset),
         ("dcat:dataset", f"{iris.dataset}/{version.number}"), ("dcat:service", iris.endpoint)],
    )  # fmt: skip
    name = Literal("Qui préside")
    yield from describe.about(node(iris, "publisher"), [("rdf:type", "foaf:Agent"), ("foaf:name", name)])
    yield from describe.about(
        node(iris, "contact"),
        [("rdf:type", "vcard:Organization"), ("rdf:type", "vcard:Kind"), ("vcard:fn", name),
         ("vcard:hasURL", iris.base)],
    )  # fmt: skip
    yield from describe.about(
        node(iris, "rights"),
        [("rdf:type", "dcterms:RightsStatement"), *(("rdfs:label", words) for words in RIGHTS)],
    )
    yield from describe.about(LICENCE, [("dcterms:type", ATTRIBUTION)])
    yield from describe.about(ATTRIBUTION, [("skos:inScheme", "http://purl.org/adms/licencetype/1.0")])
    yield from describe.about(iris.base, [("rdf:type", "foaf:Document")])
    for named, (kind, naming, fr, en) in NAMED.items():
        yield from describe.about(
            named, [("rdf:type", kind), *((naming, words) for words in both(fr, en)), *in_scheme(named)]
        )


def about_dataset(describe: Describer, version: Version, iris: Iris) -> Iterator[Triple]:
    """The dataset whatever its version, its ontology and its shapes."""
    ontology, shapes = iris.ontology, f"{iris.base}shapes"
    yield from describe.about(
        iris.dataset,
        [("rdf:type", "dcat:Dataset"), *SHARED, *LANGUAGES, ("dcat:hasVersion", f"{iris.dataset}/{version.number}"),
         *common(iris), ("dcterms:accrualPeriodicity", "eu:frequency/IRREG")],
    )  # fmt: skip
    for standard, title in ((ontology, both("Ontologie", "Ontology")), (shapes, both("Formes SHACL", "SHACL shapes"))):
        yield from describe.about(
            standard, [("rdf:type", "dcterms:Standard"), *(("dcterms:title", words) for words in title)]
        )


def common(iris: Iris) -> list[Row]:
    """What the dataset and each of its versions share beside their words."""
    return [
        ("dcterms:publisher", node(iris, "publisher")),
        ("dcat:contactPoint", node(iris, "contact")),
        ("dcat:landingPage", iris.base),
        ("dcterms:conformsTo", iris.ontology),
        ("dcterms:rights", node(iris, "rights")),
    ]


def about_version(describe: Describer, version: Version, previous: str | None, iris: Iris) -> Iterator[Triple]:
    """One version: its number, day, files and the version before it."""
    about = f"{iris.dataset}/{version.number}"
    issued = describe.typed(version.issued, "xsd:date")
    yield from describe.about(
        about,
        [("rdf:type", "dcat:Dataset"), *SHARED, *LANGUAGES, *common(iris), ("dcterms:issued", issued),
         ("dcterms:modified", issued), ("dcat:version", Literal(version.number)), ("dcat:isVersionOf", iris.dataset),
         ("owl:versionInfo", Literal(version.number)), ("dcterms:identifier", Literal(about))],
    )  # fmt: skip
    files = rows("dcat:distribution", [file_node(dump, version, iris) for dump in DUMPS])
    yield from describe.about(about, files)
    yield from describe.about(iris.dataset, files)
    if previous:
        before = f"{iris.dataset}/{previous}"
        yield from describe.about(about, [("dcat:previousVersion", before), ("owl:priorVersion", before)])
        yield from describe.about(before, [("dcat:isVersionOf", iris.dataset), ("dcat:version", Literal(previous))])
    yield from describe.about(iris.dataset, [("owl:versionIRI", about)])


def about_service(describe: Describer, iris: Iris) -> Iterator[Triple]:
    """The SPARQL endpoint as a service."""
    yield from describe.about(
        iris.endpoint,
        [("rdf:type", "dcat:DataService"), *SHARED, ("dcat:endpointURL", iris.endpoint), *common(iris)[:3],
         ("dcat:endpointDescription", iris.endpoint), ("dcat:servesDataset", iris.dataset),
         ("dcterms:conformsTo", PROTOCOL)],
    )  # fmt: skip
