# a fact leads to a thing that nothing describes
INSERT DATA {
  id:ligue :partOf id:fantome .
  GRAPH graph:editorial { id:ligue :partOf id:fantome . }
}
