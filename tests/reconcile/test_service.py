"""The other parts of the service: manifest, suggest, flyouts, preview, extend, and how answers are sent."""

import json
import re

import pytest
from flask.testing import FlaskClient


def test_manifest_leads_to_parts_that_answer(client: FlaskClient) -> None:
    manifest = json.loads(client.get("/reconcile", headers={"Host": "evil.example"}).data)
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "https://w3id.org/qui-preside/id/"
    origin = "https://example.org/data"
    assert manifest["view"]["url"] == f"{origin}/id/{{{{id}}}}"
    paths = [manifest["preview"]["url"].replace("{{id}}", "ada-ler").removeprefix(origin)]
    for kind, id_ in (("entity", "ada-ler"), ("type", "Post"), ("property", "chairs")):
        offered = manifest["suggest"][kind]
        assert offered["service_url"] == offered["flyout_service_url"] == origin
        paths += [f"{offered['service_path']}?prefix=a", offered["flyout_service_path"].replace("${id}", id_)]
    paths.append(manifest["extend"]["propose_properties"]["service_path"])
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)
    assert {one["id"] for one in manifest["defaultTypes"]} >= {"Post", "Person"}


@pytest.mark.parametrize("path", ["/reconcile", "/reconcile/", "/reconcile?utm=x&query=ignored"])
def test_manifest_whatever_else_is_sent(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.content_type) == (200, "application/json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_batch_by_get_and_post_is_the_same(client: FlaskClient) -> None:
    queries = json.dumps({"a": {"query": "Ada"}, "b": {"query": "Ligue"}})
    got, posted = (
        client.get("/reconcile", query_string={"queries": queries}),
        client.post("/reconcile", data={"queries": queries}),
    )
    assert got.data == posted.data
    assert list(json.loads(got.data)) == ["a", "b"]


def test_callback_gives_a_script(client: FlaskClient) -> None:
    response = client.get("/reconcile?callback=jQuery1.done")
    assert response.content_type == "text/javascript; charset=utf-8"
    assert response.data.startswith(b"/**/jQuery1.done({")
    assert client.get("/reconcile?callback=alert(1)").status_code == 400


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("entity?prefix=secr%C3%A9taire", "secretaire-general-ligue"),
        ("entity?prefix=SECRET", "secretaire-general-ligue"),
        ("entity?prefix=orlea", "conseil-ligue"),
        ("type?prefix=charg", "Post"),
        ("type?prefix=Post", "Post"),
        ("property?prefix=pr%C3%A9sid", "chairs"),
        ("property?prefix=chairs", "chairs"),
    ],
)
def test_suggest_by_prefix_of_a_name_or_word(client: FlaskClient, path: str, first: str) -> None:
    result = json.loads(client.get(f"/reconcile/suggest/{path}").data)["result"]
    assert first in [one["id"] for one in result][:3]
    assert all({"id", "name"} <= one.keys() for one in result)


def test_ids_need_no_percent_encoding(client: FlaskClient) -> None:
    for kind in ("entity", "type", "property"):
        result = json.loads(client.get(f"/reconcile/suggest/{kind}?prefix=").data)["result"]
        assert [one["id"] for one in result if not re.fullmatch(r"[A-Za-z0-9-]+", one["id"])] == []
        assert result


def test_suggest_cursor_turns_the_page(client: FlaskClient) -> None:
    def page(cursor: int) -> list[str]:
        answer = json.loads(client.get(f"/reconcile/suggest/property?prefix=&cursor={cursor}").data)
        return [one["id"] for one in answer["result"]]

    assert len(page(0)) == 20
    assert not set(page(0)) & set(page(20))
    assert page(5)[0] == page(0)[5]
    assert client.get("/reconcile/suggest/entity?cursor=-1").status_code == 400
    assert client.get("/reconcile/suggest/nothing?prefix=a").status_code == 404


def test_preview_alone_may_be_framed(client: FlaskClient) -> None:
    preview = client.get("/reconcile/preview?id=ada-ler")
    assert "Ada Œler" in preview.data.decode()
    assert "frame-ancestors *" in preview.headers["Content-Security-Policy"]
    for path in ("/doc/ada-ler.html", "/sparql"):
        page = client.get(path, headers={"Accept": "text/html"})
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert client.get("/reconcile/preview?id=nobody").status_code == 404
    assert client.get("/reconcile/preview").status_code == 404


def test_propose_properties_of_a_type(client: FlaskClient) -> None:
    answer = json.loads(client.get("/reconcile/properties?type=Body&limit=100").data)
    ids = [one["id"] for one in answer["properties"]]
    assert "memberCount" in ids
    assert "chairs" not in ids
    assert len(json.loads(client.get("/reconcile/properties?type=Body&limit=1").data)["properties"]) == 1


def test_extend_rows_hold_every_key_asked_for(client: FlaskClient) -> None:
    asked = {
        "ids": ["secretaire-general-ligue", "mandat-ligue", "nobody"],
        "properties": [
            {"id": "chairs", "settings": {"limit": "1"}},
            {"id": "memberCount"},
            {"id": "startDate"},
            {"id": "prefLabel"},
            {"id": "zip"},
        ],
    }
    answer = json.loads(client.post("/reconcile", data={"extend": json.dumps(asked)}).data)
    assert [one["id"] for one in answer["meta"]] == ["chairs", "memberCount", "startDate", "prefLabel", "zip"]
    assert answer["meta"][3]["name"] == "nom"
    assert {tuple(row) for row in answer["rows"].values()} == {
        ("chairs", "memberCount", "startDate", "prefLabel", "zip")
    }
    post = answer["rows"]["secretaire-general-ligue"]
    assert post["chairs"] == [{"id": "bureau-ligue", "name": "Bureau exécutif"}]
    assert post["memberCount"] == [{"int": 1}]
    assert {"str": "secrétaire général"} in post["prefLabel"]
    assert answer["rows"]["mandat-ligue"]["startDate"] == [{"date": "2024-10-01T00:00:00Z"}]
    assert list(answer["rows"]["nobody"].values()) == [[], [], [], [], []]


@pytest.mark.parametrize(
    "sent", ["{", "[]", '{"ids": 1, "properties": []}', '{"ids": [], "properties": [3]}', '{"ids": ["a"]}']
)
def test_extend_bad_request_says_what_works(client: FlaskClient, sent: str) -> None:
    response = client.post("/reconcile", data={"extend": sent})
    assert (response.status_code, response.content_type) == (400, "application/problem+json")


def test_extend_hostile_ids_are_only_unknown(client: FlaskClient) -> None:
    ids = ["x> <y", "../../etc", "ada-ler> ?p ?o } #", "\n"]
    asked = json.dumps({"ids": ids, "properties": [{"id": "chairs"}]})
    rows = json.loads(client.post("/reconcile", data={"extend": asked}).data)["rows"]
    assert rows == {id_: {"chairs": []} for id_ in ids}


def test_bad_requests_get_the_one_shape_of_errors(client: FlaskClient) -> None:
    for response, status in (
        (client.post("/reconcile"), 400),
        (client.post("/reconcile", json={"queries": {}}), 400),
        (client.get("/reconcile?queries={}&queries={}"), 400),
        (client.put("/reconcile"), 405),
        (client.post("/reconcile", data={"queries": "x" * 600_000}), 413),
    ):
        assert (response.status_code, response.content_type) == (status, "application/problem+json")


def test_options_allow_any_origin(client: FlaskClient) -> None:
    response = client.options("/reconcile", headers={"Origin": "https://openrefine.example"})
    assert response.status_code == 200
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
