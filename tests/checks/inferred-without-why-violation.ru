# an explanation is no longer one
DELETE { ?why a :Explanation . GRAPH graph:why { ?why a :Explanation . } }
INSERT {   GRAPH graph:why {   } }
WHERE { ?why a :Explanation ; rdf:subject id:ada-ler ; rdf:predicate :presides }
