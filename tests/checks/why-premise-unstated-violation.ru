# an explanation has one premise more, which nothing states
DELETE {   GRAPH graph:why {   } }
INSERT { ?why :premise page:odd . page:odd rdf:subject id:ligue ; rdf:predicate :memberCount ; rdf:object 12 . GRAPH graph:why { ?why :premise page:odd . page:odd rdf:subject id:ligue ; rdf:predicate :memberCount ; rdf:object 12 . } }
WHERE { ?why a :Explanation ; rdf:subject id:ada-ler ; rdf:predicate :presides }
