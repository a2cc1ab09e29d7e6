# a title that was not received
INSERT DATA {
  <https://w3id.org/qui-preside/source/secretaire-ligue> dcterms:title "La secrétaire"@fr .
  GRAPH graph:evidence { <https://w3id.org/qui-preside/source/secretaire-ligue> dcterms:title "La secrétaire"@fr . }
}
