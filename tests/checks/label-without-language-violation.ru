# a name in no language
INSERT DATA {
  id:ligue skos:altLabel "Ligue" .
  GRAPH graph:editorial { id:ligue skos:altLabel "Ligue" . }
}
