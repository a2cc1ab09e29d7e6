# an edition loses its rights holder
DELETE { ?edition dcterms:rightsHolder ?holder . GRAPH graph:evidence { ?edition dcterms:rightsHolder ?holder . } }
INSERT {   GRAPH graph:evidence {   } }
WHERE { ?edition a :Edition ; dcterms:rightsHolder ?holder }
