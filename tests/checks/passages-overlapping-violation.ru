# a passage begins before the one before it ends
DELETE { page:s04 :startOffset ?start . GRAPH graph:evidence { page:s04 :startOffset ?start . } }
INSERT { page:s04 :startOffset ?earlier . GRAPH graph:evidence { page:s04 :startOffset ?earlier . } }
WHERE { page:s04 :startOffset ?start . BIND(?start - 5 AS ?earlier) }
