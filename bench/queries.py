"""The queries of a measurement; `{n}` is a number that makes each one different, where the answer must be computed."""

PREFIXES = """PREFIX : <https://w3id.org/qui-preside/ontology#>
PREFIX id: <https://w3id.org/qui-preside/id/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""

QUICK = (
    PREFIXES
    + """SELECT ?person ?body ?label WHERE {
  ?person :holdsPost ?post .
  ?post :chairs ?body .
  ?body a :Body ; skos:prefLabel ?label .
  FILTER (STR(?label) != "{n}")
}"""
)

HEAVY: dict[str, str] = {
    "count by property": """SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o FILTER(STR(?o) != '{n}') }
GROUP BY ?p ORDER BY ?p""",
    "join of neighbours": "SELECT (COUNT(*) AS ?n) WHERE { ?a ?p ?b . ?b ?q ?c . ?c ?r ?d FILTER(STR(?d) != '{n}') }",
    "distinct sorted": """SELECT DISTINCT ?s WHERE { ?s ?p ?o FILTER(STR(?o) != '{n}') }
ORDER BY DESC(STR(?s)) LIMIT 50""",
}

LOOK_UP = "SELECT * WHERE { <http://example.org/made/office/7> ?p ?o FILTER(STR(?o) != '{n}') }"
COUNT = "SELECT (COUNT(?s) AS ?n) WHERE { ?s a <http://example.org/made/Class7> FILTER(STR(?s) != '{n}') }"


def numbered(query: str, number: int) -> str:
    """The query made different from all others."""
    return query.replace("{n}", f"n{number}")
