# a letter of a quote is another one
DELETE { ?words oa:exact ?quote . GRAPH graph:evidence { ?words oa:exact ?quote . } }
INSERT { ?words oa:exact "Ada Lex est secrétaire de la Ligue."@fr . GRAPH graph:evidence { ?words oa:exact "Ada Lex est secrétaire de la Ligue."@fr . } }
WHERE { ?target oa:hasSource page:s01 ; oa:hasSelector ?words . ?words oa:exact ?quote . }
