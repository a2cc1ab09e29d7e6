# a number with a leading zero
INSERT DATA { GRAPH check:workbench { check:literal check:written "01" ; check:datatype xsd:integer ; check:predicate :memberCount } }
