# a link without its grade
INSERT DATA {
  id:ligue rdfs:seeAlso <http://example.org/ligue> .
  GRAPH graph:links { id:ligue rdfs:seeAlso <http://example.org/ligue> . }
}
