# a passage ends before its quote does
DELETE { page:s04 :endOffset ?end . GRAPH graph:evidence { page:s04 :endOffset ?end . } }
INSERT { page:s04 :endOffset ?earlier . GRAPH graph:evidence { page:s04 :endOffset ?earlier . } }
WHERE { page:s04 :endOffset ?end . BIND(?end - 1 AS ?earlier) }
