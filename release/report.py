"""The quality report of a version: the same figures as a page and as DQV."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyoxigraph import DefaultGraph, RdfFormat, Triple

from quipreside.namespaces import Iris
from release.attachments import Attachment
from release.describing import Describer, both
from release.dumps import rendered
from release.inputs import Version
from release.quality import Measure, Quality
from release.terms import in_graph

TEMPLATES = Path(__file__).with_name("templates")
WORDS = ("Le rapport de qualité de cette version.", "The quality report of this version.")


def reports(found: Quality, version: Version, iris: Iris) -> list[Attachment]:
    """The report as `quality.html`, readable without JavaScript, and as `quality.ttl`."""
    turtle = rendered(in_graph(set(dqv(found.measures, version, iris)), DefaultGraph()), RdfFormat.TURTLE, iris)
    return [
        Attachment("quality.html", "text/html; charset=utf-8", page(found, version, iris).encode(), *WORDS),
        Attachment("quality.ttl", RdfFormat.TURTLE.media_type, turtle, *WORDS),
    ]


def page(found: Quality, version: Version, iris: Iris) -> str:
    """The report in French and English."""
    templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                            trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    return templates.get_template("quality.html").render(quality=found, version=version, base=iris.base)


def dqv(measures: Iterable[Measure], version: Version, iris: Iris) -> Iterator[Triple]:
    """Each figure as a measurement of a metric, with the whole as a second value where there is one."""
    describe = Describer(iris)
    for one in measures:
        metric = f"{iris.dataset}#metric-{one.key}"
        place = one.about.removeprefix(iris.base).replace("/", "-")
        node = f"{iris.dataset}/{version.number}#quality-{one.key}-{place}"
        yield from describe.about(metric, [("rdf:type", "dqv:Metric"), ("dqv:expectedDataType", "xsd:integer")])
        yield from describe.about(metric, [("skos:definition", words) for words in both(one.fr, one.en)])
        yield from describe.about(
            node,
            [("rdf:type", "dqv:QualityMeasurement"), ("dqv:isMeasurementOf", metric), ("dqv:computedOn", one.about),
             ("dqv:value", describe.typed(one.value, "xsd:integer"))],
        )  # fmt: skip
        if one.whole is not None:
            yield from describe.about(node, [("schema:maxValue", describe.typed(one.whole, "xsd:integer"))])
