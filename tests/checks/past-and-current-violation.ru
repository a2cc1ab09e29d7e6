# a tenure in progress gains a past holder
INSERT DATA {
  id:tenure-ada-ler--secretaire-ligue :pastHolder id:ada-ler .
  GRAPH graph:editorial { id:tenure-ada-ler--secretaire-ligue :pastHolder id:ada-ler . }
}
