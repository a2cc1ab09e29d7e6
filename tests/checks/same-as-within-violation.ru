# two things of the graph become one
INSERT DATA {
  id:ligue owl:sameAs id:presse .
  GRAPH graph:editorial { id:ligue owl:sameAs id:presse . }
}
