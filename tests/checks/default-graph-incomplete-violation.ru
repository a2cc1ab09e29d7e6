# the default graph loses a name
DELETE DATA { id:ligue skos:prefLabel "League"@en }
