"""The manifest of the service: where each part of the API answers."""

from quipreside.namespaces import Iris
from server.reconcile.directory import Directory
from server.reconcile.replies import Json, reference

NAME = "Qui préside"
DEFAULT_TYPES = ("Post", "Person", "Body", "Organization")
SUGGESTED = ("entity", "type", "property")
PREVIEW = {"width": 400, "height": 220}
LIMIT = {
    "name": "limit",
    "label": "Nombre de valeurs / Number of values",
    "type": "number",
    "default": 0,
    "help_text": "Le plus de valeurs par case, 0 pour toutes. The most values in a cell, 0 for all.",
}


def manifest(directory: Directory, iris: Iris, origin: str, version: str) -> Json:
    """The manifest of API 0.2; `origin` is where this server answers."""
    return {
        "versions": ["0.2"],
        "name": NAME,
        "identifierSpace": iris.thing(""),
        "schemaSpace": f"{iris.ontology}#",
        "documentation": f"{origin}/",
        "serviceVersion": version,
        "defaultTypes": [reference(directory.terms[one]) for one in DEFAULT_TYPES if one in directory.terms],
        "view": {"url": f"{origin}/id/{{{{id}}}}"},
        "preview": {"url": f"{origin}/reconcile/preview?id={{{{id}}}}", **PREVIEW},
        "suggest": {
            kind: {
                "service_url": origin,
                "service_path": f"/reconcile/suggest/{kind}",
                "flyout_service_url": origin,
                "flyout_service_path": f"/reconcile/flyout/{kind}?id=${{id}}",
            }
            for kind in SUGGESTED
        },
        "extend": {
            "propose_properties": {"service_url": origin, "service_path": "/reconcile/properties"},
            "property_settings": [LIMIT],
        },
    }
