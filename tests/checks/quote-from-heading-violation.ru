# a passage with evidence becomes a heading
INSERT DATA {
  page:s01 a :Heading .
  GRAPH graph:evidence { page:s01 a :Heading . }
}
