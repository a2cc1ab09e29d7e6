# a shortcut that comes from no headship
INSERT DATA {
  id:secretaire-ligue :heads id:ligue .
  GRAPH graph:links { id:secretaire-ligue :heads id:ligue . }
}
