# a property that the ontology does not declare
INSERT DATA {
  id:ligue :nonesuch "rien"@fr .
  GRAPH graph:editorial { id:ligue :nonesuch "rien"@fr . }
}
