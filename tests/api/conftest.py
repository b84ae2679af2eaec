"""A store that holds the tale, people, and clients that show their tokens."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from amicity.terms.judgement import Policy
from amicity_web.accounts.people import add_person
from amicity_web.accounts.tokens import make_token
from amicity_web.store.roles import Role
from public import tale
from public.telling import tell

Visitors = Callable[[Role], Client]


@pytest.fixture
def told(db: None) -> None:
    """The tale's reports and findings are in the store, and its policy accepts what is sure in them."""
    of_these = Policy(sources=tuple(report.source for report in tale.reports()))
    tell(replace(tale.policy(), policy=of_these))


@pytest.fixture
def people(db: None) -> dict[Role, User]:
    """One person for each role."""
    return {role: add_person(role.group, role=role) for role in (Role.READER, Role.EDITOR, Role.ADMINISTRATOR)}


@pytest.fixture
def boundless(settings: Settings) -> None:
    """Nobody asks too often."""
    settings.API_LIMITS = dict.fromkeys(("read", "reconcile", "export", "write"), 10**6)


@pytest.fixture
def visitor(people: dict[Role, User], boundless: None) -> Visitors:
    """A client for a role: it shows that person's token."""

    def made(role: Role) -> Client:
        if role is Role.ANYONE:
            return Client(raise_request_exception=False)
        token = make_token(people[role], name="test", role=role)
        return Client(raise_request_exception=False, headers={"Authorization": f"Bearer {token}"})

    return made


@pytest.fixture
def anyone(visitor: Visitors) -> Client:
    """Who shows no token."""
    return visitor(Role.ANYONE)


@pytest.fixture
def editor(visitor: Visitors) -> Client:
    """An editor's program."""
    return visitor(Role.EDITOR)
