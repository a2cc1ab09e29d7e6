"""Where each graph comes from, in PROV: the texts, the reading with its version, the reasoner, the editors."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

from pyoxigraph import Literal, Triple

from extraction.sources import Edition
from quipreside.namespaces import Iris
from release.describing import Describer, both

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RIGHTS = both(
    "Les citations restent l’œuvre de l’éditeur de chaque source ; elles sont reproduites comme preuves, avec "
    "attribution. La licence des énoncés ne les couvre pas.",
    "The quotes remain the work of each source’s publisher; they are reproduced as evidence, with attribution. The "
    "licence of the statements does not cover them.",
)


@dataclass(frozen=True)
class TopGraph:
    """A named graph of the dataset: its name, the activity that makes it, from what, and what it holds."""

    name: str
    activity: str
    used: tuple[str, ...]
    fr: str
    en: str
    quotes: bool = False


TOP_GRAPHS: tuple[TopGraph, ...] = (
    TopGraph("evidence", "reading", (), "Les preuves des énoncés des passages",
             "The evidence of the passages’ statements", quotes=True),
    TopGraph("superseded", "reading", (), "Les preuves des éditions remplacées",
             "The evidence of superseded editions", quotes=True),
    TopGraph("editorial", "editing", (), "Le registre des noms", "The register of names"),
    TopGraph("links", "editing", (), "Les liens vers d’autres graphes", "The links to other graphs"),
    TopGraph("ontology", "editing", (), "L’ontologie", "The ontology"),
    TopGraph("inferred", "inference", ("evidence", "editorial", "ontology"), "Les énoncés inférés",
             "The inferred statements"),
    TopGraph("why", "inference", ("evidence", "editorial", "ontology"), "Les explications des énoncés inférés",
             "The explanations of the inferred statements"),
    TopGraph("provenance", "describing", (), "La provenance des graphes", "The provenance of the graphs"),
    TopGraph("catalogue", "describing", (), "La description du jeu de données", "The description of the dataset"),
)  # fmt: skip
ACTIVITIES = {
    "reading": both("Lecture des textes par les règles et les énoncés ancrés",
                    "Reading of the texts by rules and anchored statements"),
    "editing": both("Décisions des éditeurs", "Decisions of the editors"),
    "inference": both("Inférence OWL 2 RL et recherche des explications",
                      "OWL 2 RL inference and search for explanations"),
    "describing": both("Description de la publication", "Description of the release"),
}  # fmt: skip
SOFTWARE = {"reading": "quipreside", "inference": "owlrl", "describing": "quipreside"}


def provenance_triples(
    editions: Iterable[Edition], curated: Iterable[str], names: Collection[str], iris: Iris
) -> frozenset[Triple]:
    """The provenance of the graphs of these names; `curated` are the IRIs of the statements anchored by hand."""
    describe = Describer(iris)
    found: set[Triple] = set()
    for graph in (one for one in TOP_GRAPHS if one.name in names):
        found.update(about_graph(graph, describe, iris))
    for activity in ACTIVITIES:
        found.update(about_activity(activity, describe, iris))
    for edition in editions:
        about = iris.edition(edition.source, edition.number)
        found.update(describe.about(local("reading", iris), [("prov:used", about)]))
        found.update(describe.about(about, [("rdf:type", "prov:Entity")]))
    for producer in curated:
        found.update(describe.about(producer, [("prov:wasAttributedTo", local("editors", iris))]))
    return frozenset(found | set(agents(describe, iris)))


def about_graph(graph: TopGraph, describe: Describer, iris: Iris) -> Iterator[Triple]:
    """A graph: its names, how it came about, and its licence, and the rights in the quotes where it holds some."""
    node = iris.graph(graph.name)
    french, english = both(graph.fr, graph.en)
    yield from describe.about(
        node,
        [("rdf:type", "prov:Entity"), ("rdfs:label", french), ("rdfs:label", english),
         ("prov:wasGeneratedBy", local(graph.activity, iris))],
    )  # fmt: skip
    yield from describe.about(node, [("prov:wasDerivedFrom", iris.graph(name)) for name in graph.used])
    yield from describe.about(node, [("dcterms:license", LICENCE)])
    yield from describe.about(node, [("dcterms:rights", words) for words in RIGHTS if graph.quotes])


def about_activity(activity: str, describe: Describer, iris: Iris) -> Iterator[Triple]:
    """An activity and who or what carried it out."""
    agent = SOFTWARE.get(activity, "editors")
    yield from describe.about(
        local(activity, iris),
        [("rdf:type", "prov:Activity"), *(("rdfs:label", words) for words in ACTIVITIES[activity]),
         ("prov:wasAssociatedWith", local(agent, iris))],
    )  # fmt: skip


def agents(describe: Describer, iris: Iris) -> Iterator[Triple]:
    """The programs with their versions, and the editors."""
    for name in sorted(set(SOFTWARE.values())):
        yield from describe.about(
            local(name, iris),
            [("rdf:type", "prov:SoftwareAgent"), ("rdfs:label", Literal(name, language="en")),
             ("rdfs:label", Literal(name, language="fr")), ("schema:softwareVersion", Literal(version(name)))],
        )  # fmt: skip
    yield from describe.about(
        local("editors", iris),
        [("rdf:type", "prov:Agent"), *(("rdfs:label", words) for words in both("Éditeurs", "Editors"))],
    )


def local(name: str, iris: Iris) -> str:
    """A node of the graph of provenance."""
    return f"{iris.graph('provenance')}#{name}"
