# a reified statement that nothing bears
INSERT DATA {
  <https://w3id.org/qui-preside/source/secretaire-ligue/1/s01#orphan> a rdf:Statement ; rdf:subject id:ligue ; rdf:predicate :memberCount ; rdf:object 12 .
  GRAPH graph:evidence { <https://w3id.org/qui-preside/source/secretaire-ligue/1/s01#orphan> a rdf:Statement ; rdf:subject id:ligue ; rdf:predicate :memberCount ; rdf:object 12 . }
}
