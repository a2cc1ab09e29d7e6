# a thing without a name
INSERT DATA {
  _:b rdfs:comment "chose"@fr .
  GRAPH graph:editorial { _:b rdfs:comment "chose"@fr . }
}
