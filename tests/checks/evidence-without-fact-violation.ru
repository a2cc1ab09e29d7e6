# a passage’s graph loses a fact
DELETE DATA {
  id:tenure-ada-ler--secretaire-ligue :startDate "2024-10"^^xsd:gYearMonth .
  GRAPH page:s01 { id:tenure-ada-ler--secretaire-ligue :startDate "2024-10"^^xsd:gYearMonth . }
}
