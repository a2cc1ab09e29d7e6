# a later edition stands among the superseded ones
INSERT DATA { GRAPH graph:superseded { <https://w3id.org/qui-preside/source/secretaire-ligue/2> :editionOf <https://w3id.org/qui-preside/source/secretaire-ligue> ; :editionNumber 2 } }
