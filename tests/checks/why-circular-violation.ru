# an explanation rests on itself
DELETE {   GRAPH graph:why {   } }
INSERT { ?why prov:wasDerivedFrom ?why . GRAPH graph:why { ?why prov:wasDerivedFrom ?why . } }
WHERE { ?why a :Explanation ; rdf:subject id:ada-ler ; rdf:predicate :presides }
