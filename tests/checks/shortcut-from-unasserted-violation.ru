# a habit uses the property of facts
INSERT DATA {
  id:chairship-habituelle a :Chairship ; :modality :Habitual ; :chairPost id:secretaire-ligue ; rdfs:label "présidence habituelle"@fr .
  GRAPH graph:editorial { id:chairship-habituelle a :Chairship ; :modality :Habitual ; :chairPost id:secretaire-ligue ; rdfs:label "présidence habituelle"@fr . }
}
