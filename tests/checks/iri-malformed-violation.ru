# a name with a capital and an underscore
INSERT DATA {
  id:Ligue_2 a org:FormalOrganization ; skos:prefLabel "Ligue"@fr .
  GRAPH graph:editorial { id:Ligue_2 a org:FormalOrganization ; skos:prefLabel "Ligue"@fr . }
}
