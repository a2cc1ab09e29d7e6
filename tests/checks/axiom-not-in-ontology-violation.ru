# an axiom that was used is lost
DELETE { :chairs owl:propertyChainAxiom ?list . GRAPH graph:ontology { :chairs owl:propertyChainAxiom ?list . } }
INSERT {   GRAPH graph:ontology {   } }
WHERE { :chairs owl:propertyChainAxiom ?list }
