"""What each page shows, gathered for its template."""

import json
from collections.abc import Mapping

from flask import request

from server.site import answering, folding
from server.site import drawing as drawings
from server.site.chart import QUERY as CHART
from server.site.chart import Chart, chart_of
from server.site.measures import read_measures, read_reviews
from server.site.model import read_model
from server.site.site import Site
from server.site.snippets import snippets
from server.site.structured import dataset_card

SOURCES = """
SELECT ?edition ?number ?received ?publisher (COUNT(?passage) AS ?passages) WHERE {
  ?edition :editionNumber ?number ; :editionOf ?source ; :received ?received .
  ?source dcterms:publisher ?publisher .
  ?passage :passageOf ?edition .
}
GROUP BY ?edition ?number ?received ?publisher
ORDER BY ?edition
"""
UNLINKED = "SELECT ?s ?why WHERE { ?s :notLinkedBecause ?why } ORDER BY ?s ?why"
CLASSES = "SELECT DISTINCT ?term WHERE { ?s a ?term FILTER (isIRI(?term)) } ORDER BY ?term LIMIT 2000"
PROPERTIES = "SELECT DISTINCT ?term WHERE { ?s ?term ?o } ORDER BY ?term LIMIT 2000"
LONGEST = 200


def landing(site: Site) -> bytes:
    """The landing page."""
    asked = answering.featured(site.asker, site.questions)
    chart = read_chart(site)
    return site.page(
        "landing.html",
        answering.iris_of(asked) | chart.iris() | {site.iris.term("NotStated")},
        asked=asked,
        endpoint=f"{site.origin}/sparql",
        card=dataset_card(site.release, site.iris, site.origin),
        **drawn(site, chart),
    )


def search(site: Site) -> bytes:
    """The things whose names fit what was typed."""
    asked = request.args.get("q", "")[:LONGEST]
    found = folding.find(asked, site.called)
    return site.page("search.html", {one.iri for one in found}, asked=asked, found=found)


def chart(site: Site) -> bytes:
    """The organisation chart and the list that says the same."""
    found = read_chart(site)
    return site.page("chart.html", found.iris(), **drawn(site, found))


def drawing(site: Site) -> bytes:
    """The organisation chart as a file."""
    found = read_chart(site)
    return site.page("chart.svg", found.iris(), absolute=True, **drawn(site, found))


def read_chart(site: Site) -> Chart:
    """The chart of the release."""
    return chart_of(site.asker.triples(CHART), site.iris)


def drawn(site: Site, chart: Chart) -> dict[str, object]:
    """What the chart's templates need; the drawing is none where there is nothing to draw."""
    names, reader = site.names(chart.iris()), site.reader()
    laid = drawings.draw(chart, lambda iri: names.of(iri, reader), reader) if chart.ties else None
    return {"chart": chart, "drawing": laid, "baselines": drawings.baselines, "width": drawings.WIDTH}


def questions(site: Site) -> bytes:
    """The catalogue of questions."""
    return site.page("questions.html", questions=list(site.questions.values()))


def question(site: Site, name: str, given: Mapping[str, str]) -> bytes:
    """One question with its answer and the ways to ask it."""
    asked = answering.answer(site.asker, answering.find(site.questions, name), given)
    options = {key: answering.choices(site.asker, slug) for key, slug in asked.question.parameters.items()}
    iris = asked.iris() | {iri for some in options.values() for iri in some}
    return site.page(
        "question.html",
        iris,
        asked=asked,
        options=options,
        given={key: given.get(key, slug) for key, slug in asked.question.parameters.items()},
        snippets=snippets(asked.query, asked.question.target or f"{site.origin}/sparql"),
    )


def sources(site: Site) -> bytes:
    """The editions that the graph was read from."""
    rows = site.asker.rows(SOURCES)
    return site.page("sources.html", {row[key].value for row in rows for key in ("edition", "publisher")}, rows=rows)


def dumps(site: Site) -> bytes:
    """The files of the release."""
    packed = {file.name.removesuffix(".gz"): file for file in site.release.files if file.name.endswith(".gz")}
    return site.page(
        "dumps.html", files=[file for file in site.release.files if not file.name.endswith(".gz")], packed=packed
    )


def model(site: Site) -> bytes:
    """The data model."""
    found = read_model(site.asker)
    return site.page("model.html", found.iris(), model=found)


def quality(site: Site) -> bytes:
    """The figures of the release, the words under review, the things without links."""
    measures, unlinked = read_measures(site.release.folder), site.asker.rows(UNLINKED)
    iris = {one.about for one in measures} | {row["s"].value for row in unlinked}
    reviews = {
        row["edition"].value: read_reviews(site.release.folder, "/".join(row["edition"].value.rsplit("/", 2)[-2:]))
        for row in site.asker.rows(SOURCES)
    }
    return site.page("quality.html", iris | set(reviews), measures=measures, unlinked=unlinked, reviews=reviews)


def changes(site: Site) -> bytes:
    """The version served, and where those before it and what they changed are."""
    return site.page("changes.html", files={file.name: file for file in site.release.files})


def vocabulary(site: Site) -> bytes:
    """What the query editor completes from: prefixes, and the classes and properties that the graph uses."""
    terms = {
        kind: [row["term"].value for row in site.asker.rows(query)]
        for kind, query in (("classes", CLASSES), ("properties", PROPERTIES))
    }
    return json.dumps({"prefixes": site.iris.prefixes(), **terms}, ensure_ascii=False).encode()


def limits(site: Site) -> bytes:
    """What the graph and the server do not do."""
    return site.page("limits.html")


def persistence(site: Site) -> bytes:
    """What is promised of identifiers and versions."""
    return site.page("persistence.html")
