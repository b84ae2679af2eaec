"""Every role at every route: the table holds, and what it does not name nobody may do."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from amicity_web.store.roles import ROUTES, Role, wanted

pytestmark = pytest.mark.django_db
ARGS = {"id_": "0" * 20, "digest": "0" * 64, "kind": "relation", "token": "x", "pk": 999, "place": "x", "tie": "x", "name": "x"}


def routes() -> list[tuple[str, dict[str, object]]]:
    """Every route of the site by its name, with arguments that name nothing."""
    return sorted(_walk(get_resolver(), ""), key=lambda route: route[0])


def _walk(resolver: URLResolver, prefix: str) -> list[tuple[str, dict[str, object]]]:
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append((f"{prefix}{entry.name}", {name: ARGS.get(name, "x") for name in entry.pattern.converters}))
        else:
            found += _walk(entry, f"{entry.namespace}:" if entry.namespace else prefix)
    return found


@pytest.mark.parametrize(("name", "args"), routes())
def test_every_route_is_declared(name: str, args: dict[str, object]) -> None:
    assert wanted(name) is not None, f"say in store/roles.py who may use {name}"


def test_every_declared_route_is_there() -> None:
    names = {name for name, _ in routes()}
    assert {name for name in ROUTES if not name.endswith("*")} <= names


def client(role: Role, people: dict[Role, User]) -> Client:
    visitor = Client()
    if role is not Role.ANYONE:
        visitor.force_login(people[role])
    return visitor


@pytest.mark.parametrize("role", list(Role))
def test_who_may_is_let_in_and_who_may_not_is_turned_away(role: Role, people: dict[Role, User]) -> None:
    visitor = client(role, people)
    for name, args in routes():
        least = wanted(name)
        if least is Role.ANYONE or name == "accounts:logout":
            continue
        address = reverse(name, kwargs=args)
        for answer in (visitor.get(address), visitor.post(address)):
            turned_away = answer.status_code == 403 or "/accounts/login/" in answer.headers.get("Location", "")
            assert turned_away == (role < least), (role, name, answer.status_code)  # type: ignore[operator]


def test_somebody_shut_out_is_nobody(people: dict[Role, User]) -> None:
    visitor = client(Role.EDITOR, people)
    User.objects.filter(pk=people[Role.EDITOR].pk).update(is_active=False)
    assert "/accounts/login/" in visitor.get("/desk/").headers["Location"]


def test_a_user_without_a_role_may_nothing(db: None) -> None:
    visitor = Client()
    visitor.force_login(User.objects.create_user("stranger"))
    assert visitor.get("/desk/").status_code == 403


def test_every_form_wants_its_guard_against_forgery(people: dict[Role, User]) -> None:
    visitor = Client(enforce_csrf_checks=True)
    visitor.force_login(people[Role.ADMINISTRATOR])
    for name, args in routes():
        if not name.startswith(("public:", "api:")):
            answer = visitor.post(reverse(name, kwargs=args))
            assert answer.status_code in (403, 405), (name, answer.status_code)
