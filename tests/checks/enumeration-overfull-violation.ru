# a closed list of none has a member
INSERT DATA {
  id:enumeration-vide a :Enumeration ; :enumeratedSubject id:secretaire-ligue ; :enumeratedProperty :hasChairship ; :completeness :Closed ; :enumeratedCount 0 ; rdfs:label "liste vide"@fr .
  GRAPH graph:editorial { id:enumeration-vide a :Enumeration ; :enumeratedSubject id:secretaire-ligue ; :enumeratedProperty :hasChairship ; :completeness :Closed ; :enumeratedCount 0 ; rdfs:label "liste vide"@fr . }
}
