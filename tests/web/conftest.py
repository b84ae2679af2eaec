"""People for the tests of the site, and a claim for them to judge."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from stories import letter

from amicity.terms.finding import Finding
from amicity_web.accounts.people import add_person
from amicity_web.store import record
from amicity_web.store.roles import Role


@pytest.fixture
def people(db: None) -> dict[Role, User]:
    """One person for each role."""
    return {role: add_person(role.group, role=role) for role in (Role.READER, Role.EDITOR, Role.ADMINISTRATOR)}


@pytest.fixture
def editor(people: dict[Role, User]) -> Client:
    """A browser in which the editor has signed in."""
    visitor = Client()
    visitor.force_login(people[Role.EDITOR])
    return visitor


@pytest.fixture
def claim(db: None) -> Finding:
    """The one finding of a report that is recorded."""
    report, (finding,) = letter()
    record.record_report(report, [finding], by="test")
    return finding
