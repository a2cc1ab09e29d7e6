"""Names of the external terms that the graph uses, whose own vocabularies are not loaded."""

from quipreside.namespaces import EXTERNAL_PREFIXES

_NAMES: tuple[tuple[str, str, str, str], ...] = (
    ("dcterms", "language", "langue", "language"),
    ("dcterms", "publisher", "éditeur", "publisher"),
    ("dcterms", "rights", "droits", "rights"),
    ("dcterms", "rightsHolder", "titulaire des droits", "rights holder"),
    ("foaf", "Person", "personne", "person"),
    ("foaf", "name", "nom complet", "full name"),
    ("org", "FormalOrganization", "organisation", "organisation"),
    ("org", "Membership", "appartenance", "membership"),
    ("org", "Organization", "organisation au sens large", "organisation in a broad sense"),
    ("org", "OrganizationalUnit", "unité d’une organisation", "organisational unit"),
    ("org", "Post", "charge", "post"),
    ("org", "Role", "rôle", "role"),
    ("org", "hasMember", "a pour membre", "has member"),
    ("org", "hasUnit", "a pour unité", "has unit"),
    ("org", "headOf", "à la tête de", "head of"),
    ("org", "heldBy", "occupée par", "held by"),
    ("org", "holds", "occupe", "holds"),
    ("org", "member", "membre", "member"),
    ("org", "organization", "organisation", "organisation"),
    ("org", "postIn", "charge de", "post in"),
    ("org", "role", "rôle", "role"),
    ("org", "subOrganizationOf", "partie de", "part of"),
    ("org", "unitOf", "unité de", "unit of"),
    ("owl", "sameAs", "même chose que", "same as"),
    ("rdf", "type", "est", "is"),
    ("rdfs", "comment", "commentaire", "comment"),
    ("rdfs", "label", "nom", "name"),
    ("rdfs", "seeAlso", "voir aussi", "see also"),
    ("skos", "altLabel", "autre nom", "other name"),
    ("skos", "closeMatch", "proche de", "close to"),
    ("skos", "definition", "définition", "definition"),
    ("skos", "exactMatch", "équivaut à", "equivalent to"),
    ("skos", "prefLabel", "nom", "name"),
)

EXTERNAL_NAMES: dict[str, dict[str, str]] = {
    EXTERNAL_PREFIXES[prefix] + name: {"fr": fr, "en": en} for prefix, name, fr, en in _NAMES
}
