"""The description is what the API does: the committed copy is current, it is valid OpenAPI 3.1, and programs made from it find no 5xx."""

import json
import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from jsonschema import Draft202012Validator

from amicity_web.accounts.tokens import make_token
from amicity_web.api.document import described, written
from amicity_web.store.roles import Role

REFUSED = [400, 401, 403, 404, 409, 412, 415, 422, 428]
"""What fits the description may still be refused: a place that nobody knows, a kind that is none, a state that has changed."""

COPY = Path(__file__).parents[2] / "docs" / "openapi.json"


def test_the_committed_description_is_current() -> None:
    assert COPY.read_text(encoding="utf-8") == written(), "the API has changed: run `python -m amicity_web openapi`"


def test_every_schema_is_one_and_every_refusal_is_described() -> None:
    told = described()
    assert told["openapi"] == "3.1.0"
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for methods in told["paths"].values():
        for operation in methods.values():
            assert operation["description"] and {"400", "401", "429", "500"} <= set(operation["responses"])
            assert all(parameter["description"] for parameter in operation.get("parameters", ()))


@pytest.mark.django_db
def test_people_read_it_too(told: None) -> None:
    page = Client().get("/api/v1/docs").content.decode()
    assert "/api/v1/ties/{tie}" in page and 'id="stale"' in page
    assert Client().get("/api/v1/openapi.json").json() == described()


def fuzz(people: dict[Role, User], examples: int, *, whole: bool = True) -> int:
    """Send what the description allows, and what it does not (where not ``whole``, the one or the other), to every operation with an
    editor's token. Gives how many requests."""
    import schemathesis
    from schemathesis.core.failures import FailureGroup

    allowed = {"expected-statuses": ["2xx", *REFUSED]}
    config = schemathesis.Config.from_dict({"checks": {"positive_data_acceptance": allowed}})
    schema = schemathesis.openapi.from_dict(json.loads(COPY.read_text(encoding="utf-8")), config=config)
    schema.app = get_wsgi_application()
    token = make_token(people[Role.EDITOR], name="fuzz", role=Role.EDITOR)
    sent, faults = 0, []

    def one(case: "schemathesis.Case") -> None:
        nonlocal sent
        sent += 1
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"})

    kept = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.generate]}
    run = settings(max_examples=examples, derandomize=True, **kept)  # type: ignore[arg-type]
    for number, result in enumerate(schema.get_all_operations()):
        for mode in list(schemathesis.GenerationMode)[slice(None) if whole else slice(number % 2, number % 2 + 1)]:
            try:
                run(given(case=result.ok().as_strategy(generation_mode=mode))(one))()
            except Unsatisfiable:
                continue
            except FailureGroup as found:
                faults += [f"{result.ok().label}: {fault!r} {fault}" for fault in found.exceptions]
    assert not faults, "\n".join(faults)
    return sent


def test_programs_made_from_the_description_find_no_fault(told: None, boundless: None, people: dict[Role, User]) -> None:
    assert fuzz(people, 1, whole=False) > 12


@pytest.mark.long
def test_programs_made_from_the_description_find_no_fault_for_long(told: None, boundless: None, people: dict[Role, User]) -> None:
    fuzz(people, int(os.environ.get("AMICITY_EXAMPLES", "100")))
