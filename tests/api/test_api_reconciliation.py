"""The Reconciliation Service API 0.2, as OpenRefine asks it, held against the specification's own schemas where they are at hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from amicity_web.api.reconciling import MOST

pytestmark = pytest.mark.usefixtures("told")
SERVICE = "/api/v1/reconcile"
SPECIFICATION = Path(__file__).parents[3] / "shared" / "data" / "reconciliation-0.2"
ENTITY = "http://swagger.io/v2/schema.json"


def conforms(told: object, schema: str) -> None:
    """Hold an answer against a schema of the specification; nothing where the specification is not at hand."""
    folder = SPECIFICATION / "schemas"
    if not folder.is_dir():
        return
    loaded = {file.name: json.loads(file.read_text()) for file in folder.glob("*.json")}
    registry: Registry[Any] = Registry().with_resources(
        [
            *((each["$id"], Resource.opaque(each)) for each in loaded.values() if "$id" in each),
            (ENTITY, Resource.opaque({"definitions": {"securityDefinitions": {"additionalProperties": {}}}})),
        ]
    )
    errors = list(Draft7Validator(loaded[f"{schema}.json"], registry=registry).iter_errors(told))
    assert not errors, errors[0]


def asked(client: Client, queries: object, *, post: bool = True) -> dict[str, Any]:
    given = {"queries": json.dumps(queries)}
    answer = client.post(SERVICE, given) if post else client.get(SERVICE, given)
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    conforms(told, "reconciliation-result-batch")
    return told


def test_the_manifest_says_where_everything_is(anyone: Client) -> None:
    manifest = anyone.get(SERVICE).json()
    conforms(manifest, "manifest")
    assert manifest["versions"] == ["0.2"] and {each["id"] for each in manifest["defaultTypes"]} == {"City", "Region", "Country"}
    for sort, place in manifest["suggest"].items():
        assert anyone.get(place["service_path"], {"prefix": "c"}).status_code == 200, sort
    assert anyone.get(manifest["extend"]["propose_properties"]["service_path"]).status_code == 200
    preview = manifest["preview"]["url"].replace("{{id}}", "geonames:1174872").removeprefix("http://testserver")
    assert anyone.get(preview).status_code == 200 and anyone.get(SERVICE).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("post", [True, False])
def test_a_column_of_names_with_its_countries(anyone: Client, post: bool) -> None:
    def query(name: str, country: object = None, **more: object) -> dict[str, object]:
        return {"query": name, "type": "City", **({"properties": [{"pid": "country", "v": country}]} if country else {}), **more}

    queries = {
        "q0": query("Karachi", "Pakistan"),
        "q1": query("Cambridge"),
        "q2": query("Cambridge", "GB"),
        "q3": query("Karachii", "Pakistan"),
        "q4": query("沈阳", {"id": "iso3166-1:CN", "name": "China"}),
        "q5": query("Karachi", "Atlantis"),
        "q6": query("Zzzzzz Qqqq"),
        "q7": query("Cambridge, Massachusetts"),
        "q8": query("Karachi", ["Pakistan", "India"], limit=1),
    }
    found = {name: [(c["id"], c["match"]) for c in each["result"]] for name, each in asked(anyone, queries, post=post).items()}
    assert found["q0"][0] == ("geonames:1174872", True)
    assert len(found["q1"]) > 1 and not any(match for _, match in found["q1"]), "nobody knows which Cambridge"
    assert found["q2"][0] == ("geonames:2653941", True)
    assert found["q3"][0] == ("geonames:1174872", False), "a slip of the pen is never sure"
    assert found["q4"][0] == ("geonames:2034937", True)
    assert found["q5"][0] == ("geonames:1174872", False), "a country that nobody knows makes it unsure"
    assert found["q6"] == []
    assert found["q7"][0] == ("geonames:4931972", True)
    assert found["q8"] == [("geonames:1174872", True)]


def test_a_point_or_a_state_tells_namesakes_apart(anyone: Client) -> None:
    def best(**told: str) -> tuple[str, bool]:
        properties = [{"pid": pid, "v": value} for pid, value in told.items()]
        found = asked(anyone, {"q": {"query": "Springfield", "type": "City", "properties": properties}})["q"]["result"][0]
        return found["id"], found["match"]

    assert best(coordinates="39.80,-89.64") == ("geonames:4250542", True)
    assert best(country="US", state="Missouri") == ("geonames:4409896", True)
    assert best(country="US")[1] is False
    assert best(coordinates="39.80;far away")[1] is False


def test_types_choose_levels(anyone: Client) -> None:
    def kinds(kind: object) -> set[str]:
        result = asked(anyone, {"q": {"query": "Georgia", "type": kind, "limit": 20}})["q"]["result"]
        return {each["type"][0]["id"] for each in result}

    assert kinds("Country") == {"Country"} and kinds("Region") == {"Region"}
    assert kinds(["Country", "http://testserver/api/v1/reconcile/types/Region"]) == {"Country", "Region"}


@pytest.mark.parametrize(
    ("queries", "status"),
    [
        ("{", 400),
        ("[]", 400),
        ('{"q0": 1}', 400),
        ('{"q0": {}}', 400),
        ('{"q0": {"query": 1}}', 400),
        ('{"q0": {"query": "a", "properties": [{"pid": "country"}]}}', 400),
        ('{"q0": {"query": "a", "limit": "x"}}', 400),
        ('{"q0": {"query": "\\ud800"}}', 400),
        ("[" * 5000, 400),
        (json.dumps({str(n): {"query": "a"} for n in range(MOST + 1)}), 413),
        ("x" * 200_001, 422),
    ],
)
def test_a_bad_batch_is_a_problem_and_nothing_is_answered(anyone: Client, queries: str, status: int) -> None:
    answer = anyone.post(SERVICE, {"queries": queries})
    assert answer.status_code == status and answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("limit", [0, -1, 1e300, 3.5, 2**70])
def test_any_limit_is_met(anyone: Client, limit: float) -> None:
    assert len(asked(anyone, {"q": {"query": "Karachi\0", "limit": limit}})["q"]["result"]) >= 1


def test_the_specifications_own_batches_are_answered(anyone: Client) -> None:
    if not SPECIFICATION.is_dir():
        pytest.skip("the specification is not at hand")
    for file in (SPECIFICATION / "examples/reconciliation-query-batch/valid").glob("*.json"):
        asked(anyone, json.loads(file.read_text()))
    for file in (SPECIFICATION / "examples/reconciliation-query-batch/invalid").glob("*.json"):
        answer = anyone.post(SERVICE, {"queries": file.read_text()})
        assert answer.status_code == 400 or "misnamed" in file.name, file
    for file in (SPECIFICATION / "examples/data-extension-query/valid").glob("*.json"):
        assert anyone.post(SERVICE, {"extend": file.read_text()}).status_code == 422, "those properties are not ours"


def test_columns_are_fetched_for_what_was_matched(anyone: Client) -> None:
    properties = [{"id": pid} for pid in ("country", "state", "coordinates", "population", "ties", "first_tie")]
    ids = ["geonames:2034937", "geonames:2653941", "nothing"]
    extend = json.dumps({"ids": ids, "properties": properties})
    told = anyone.post(SERVICE, {"extend": extend}).json()
    conforms(told, "data-extension-response")
    conforms(json.loads(extend), "data-extension-query")
    ours, other, nothing = (told["rows"][id_] for id_ in ids)
    assert ours["country"] == [{"id": "iso3166-1:CN", "name": "China"}] and ours["state"] == [{"str": "Liaoning"}]
    assert ours["ties"] == [{"int": 4}] and ours["first_tie"] == [{"str": "1980-11-18"}]
    assert other["ties"] == [{"int": 0}] and other["first_tie"] == [{}] and nothing["country"] == [{}]
    assert anyone.get(SERVICE, {"extend": extend}).json() == told
    for wrong in (
        "[]",
        '{"ids": [1], "properties": []}',
        '{"ids": ["a\\u0000"], "properties": []}',
        '{"ids": [], "properties": [{"id": 1}]}',
    ):
        assert anyone.post(SERVICE, {"extend": wrong}).status_code == 400, wrong
    assert anyone.post(SERVICE, {"extend": json.dumps({"ids": ["a"] * 501, "properties": []})}).status_code == 413
    conforms(anyone.get(f"{SERVICE}/properties", {"type": "City"}).json(), "data-extension-property-proposal")


def test_suggestions_while_somebody_types(anyone: Client) -> None:
    cities = anyone.get(f"{SERVICE}/suggest/entity", {"prefix": "Karach"}).json()
    conforms(cities, "suggest-entities-response")
    assert "geonames:1174872" in [each["id"] for each in cities["result"]]
    types = anyone.get(f"{SERVICE}/suggest/type", {"prefix": "ci"}).json()
    conforms(types, "suggest-types-response")
    assert [each["id"] for each in types["result"]] == ["City"]
    properties = anyone.get(f"{SERVICE}/suggest/property", {"prefix": "tie"}).json()
    conforms(properties, "suggest-properties-response")
    assert [each["id"] for each in properties["result"]] == ["ties", "first_tie"]
    assert anyone.get(f"{SERVICE}/suggest/entity", {"prefix": ""}).json() == {"result": []}
    assert anyone.get(f"{SERVICE}/suggest/wine", {"prefix": "a"}).status_code == 422


def test_cards_are_escaped_and_may_be_framed(anyone: Client) -> None:
    from dataclasses import replace

    from amicity.terms.place import Place
    from amicity_web.store.record import record_report
    from public import tale

    bad = Place("<img src=x onerror=alert(1)>", "PK")
    report, findings = next(tale.findings())
    told = replace(report, text=report.text + " ")
    party = findings[1].roles["party"]
    claim = replace(findings[1], report=told.digest, roles={**findings[1].roles, "party": (party[0], replace(party[1], place=bad))})
    record_report(told, [claim], by="test")
    found = asked(anyone, {"q": {"query": bad.name}})["q"]["result"]
    assert [(each["id"], each["match"]) for each in found] == [(bad.key, False)]
    page, flyout = (anyone.get(f"{SERVICE}/{way}", {"id": bad.key}) for way in ("preview", "flyout/entity"))
    assert b"<img" not in page.content and "&lt;img" in page.content.decode()
    assert "<img" not in flyout.json()["html"] and flyout.json()["id"] == bad.key
    policy = page.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy and "default-src 'none'" in policy and "X-Frame-Options" not in page.headers
    assert anyone.get(f"{SERVICE}/preview", {"id": "nothing"}).status_code == 404
    assert anyone.get(f"{SERVICE}/flyout/type", {"id": "City"}).json()["html"].startswith("<p>")
    assert anyone.get(f"{SERVICE}/flyout/property", {"id": "x"}).status_code == 404
