"""People for the tests of the site."""

import pytest
from django.contrib.auth.models import User

from amicity_web.accounts.people import add_person
from amicity_web.store.roles import Role


@pytest.fixture
def people(db: None) -> dict[Role, User]:
    """One person for each role."""
    return {role: add_person(role.group, role=role) for role in (Role.READER, Role.EDITOR, Role.ADMINISTRATOR)}
