# an identity that one source gives
DELETE { ?link :grade :GradeA . GRAPH graph:links { ?link :grade :GradeA . } }
INSERT { ?link :grade :GradeB . GRAPH graph:links { ?link :grade :GradeB . } }
WHERE { ?link :grade :GradeA }
