# an inferred statement is lost
DELETE DATA {
  id:conseil-ligue :presidedBy id:ada-ler .
  GRAPH graph:inferred { id:conseil-ligue :presidedBy id:ada-ler . }
}
