# an explanation loses its premises
DELETE { ?why prov:wasDerivedFrom ?premise . GRAPH graph:why { ?why prov:wasDerivedFrom ?premise . } }
INSERT {   GRAPH graph:why {   } }
WHERE { ?why a :Explanation ; rdf:subject id:ada-ler ; rdf:predicate :presides ; prov:wasDerivedFrom ?premise }
