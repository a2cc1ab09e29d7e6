# a thing loses its French name
DELETE DATA {
  id:presse skos:prefLabel "presse"@fr .
  GRAPH graph:editorial { id:presse skos:prefLabel "presse"@fr . }
}
