# a licence on the publisher’s words
INSERT DATA {
  page:s01 dcterms:license <https://creativecommons.org/licenses/by/4.0/> .
  GRAPH graph:evidence { page:s01 dcterms:license <https://creativecommons.org/licenses/by/4.0/> . }
}
