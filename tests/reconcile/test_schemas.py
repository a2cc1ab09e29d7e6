"""Every answer against the JSON schemas of the Reconciliation API 0.2, and with models and clients of others."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

Validate = Callable[[str, bytes], None]

QUERIES = json.dumps(
    {"q0": {"query": "Conseil", "properties": [{"pid": "postIn", "v": "Ligue"}]}, "q1": {"query": "?"}}
)
EXTENSION = json.dumps(
    {
        "ids": ["secretaire-general-ligue", "mandat-ligue", "nobody"],
        "properties": [{"id": one} for one in ("chairs", "memberCount", "startDate", "prefLabel", "zip")],
    }
)
ANSWERS = (
    ("manifest", "/reconcile", {}),
    ("reconciliation-result-batch", "/reconcile", {"queries": QUERIES}),
    ("suggest-entities-response", "/reconcile/suggest/entity", {"prefix": "se"}),
    ("suggest-types-response", "/reconcile/suggest/type", {"prefix": ""}),
    ("suggest-properties-response", "/reconcile/suggest/property", {"prefix": "pr"}),
    ("data-extension-property-proposal", "/reconcile/properties", {"type": "Post"}),
    ("data-extension-response", "/reconcile", {"extend": EXTENSION}),
)


@pytest.fixture(scope="session")
def schemas(shared: Path) -> Path:
    return shared / "reconciliation" / "0.2" / "schemas"


@pytest.fixture(scope="session")
def validate(schemas: Path) -> Validate:
    """Validate an answer; the one schema that lies elsewhere, of authentication, is left open."""
    held = {file.name: json.loads(file.read_text()) for file in schemas.glob("*.json")}
    resources = [(name, Resource(schema, DRAFT7)) for name, schema in held.items()]
    resources += [(schema["$id"].rpartition("/")[0] + "/" + name, Resource(schema, DRAFT7))
                  for name, schema in held.items() if "$id" in schema]  # fmt: skip
    swagger = {"definitions": {"securityDefinitions": {"additionalProperties": {}}}}
    registry = Registry().with_resources([*resources, ("http://swagger.io/v2/schema.json", Resource(swagger, DRAFT7))])

    def check(name: str, body: bytes) -> None:
        Draft7Validator(held[f"{name}.json"], registry=registry).validate(json.loads(body))

    return check


@pytest.mark.parametrize(("schema", "path", "parameters"), ANSWERS, ids=[answer[0] for answer in ANSWERS])
def test_answer_conforms_to_its_schema(
    client: FlaskClient, validate: Validate, schema: str, path: str, parameters: dict[str, str]
) -> None:
    response = client.get(path, query_string=parameters)
    assert response.status_code == 200
    assert len(response.data) > 50
    validate(schema, response.data)


def test_examples_of_the_specification_are_understood(client: FlaskClient, shared: Path) -> None:
    examples = sorted(
        (shared / "reconciliation" / "0.2" / "examples" / "reconciliation-query-batch" / "valid").iterdir()
    )
    for example in examples:
        response = client.post("/reconcile", data={"queries": example.read_text()})
        assert response.status_code == 200, example.name
        assert json.loads(response.data).keys() == json.loads(example.read_text()).keys()
    assert examples
