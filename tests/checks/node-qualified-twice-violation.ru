# the second mention of a representation gains a qualifier of its own
INSERT {
  id:representation-secretaire-ligue--ligue :onBehalfOf id:ligue .
  GRAPH page:s04 { id:representation-secretaire-ligue--ligue :onBehalfOf id:ligue }
  ?annotation oa:hasBody page:added .
  page:added rdf:subject id:representation-secretaire-ligue--ligue ; rdf:predicate :onBehalfOf ; rdf:object id:ligue .
  GRAPH graph:evidence {
    ?annotation oa:hasBody page:added .
    page:added rdf:subject id:representation-secretaire-ligue--ligue ; rdf:predicate :onBehalfOf ; rdf:object id:ligue .
  }
}
WHERE { ?annotation oa:hasTarget/oa:hasSource page:s04 }
