# an inferred statement is lost
DELETE DATA {
  id:ada-ler :presides id:conseil-ligue .
  GRAPH graph:inferred { id:ada-ler :presides id:conseil-ligue . }
}
