# a passage typed as a graph
INSERT DATA {
  page:s01 a sd:NamedGraph .
  GRAPH graph:evidence { page:s01 a sd:NamedGraph . }
}
