# an explanation names another axiom
DELETE { ?why :byAxiom ?axiom . GRAPH graph:why { ?why :byAxiom ?axiom . } }
INSERT { ?why :byAxiom ?other . GRAPH graph:why { ?why :byAxiom ?other . } }
WHERE { ?why a :Explanation ; rdf:subject id:ada-ler ; rdf:predicate :presides ; :byAxiom ?axiom . ?other a :Axiom ; rdf:subject :holdsPost ; rdf:predicate owl:propertyChainAxiom }
