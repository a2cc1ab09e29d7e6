# an editor states a shortcut
INSERT DATA { GRAPH graph:editorial { id:secretaire-ligue :chairs id:conseil-ligue } }
