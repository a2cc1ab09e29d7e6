# the default graph gains a fact
INSERT DATA { id:ligue :memberCount 12 }
