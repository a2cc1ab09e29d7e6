# a post gains a second holder
INSERT DATA {
  id:secretaire-ligue :heldBy id:presse .
  GRAPH graph:links { id:secretaire-ligue :heldBy id:presse . }
}
