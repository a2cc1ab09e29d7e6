# a passage’s graph gains a fact
INSERT DATA {
  id:ligue :memberCount 12 .
  GRAPH page:s01 { id:ligue :memberCount 12 . }
}
