"""Who may do what: one table of roles and routes. What the table does not name, nobody may do."""

from enum import IntEnum

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User


class Role(IntEnum):
    """Each may do what those before it may. The signed-in roles are Django groups of the same name."""

    ANYONE = 0
    READER = 1
    EDITOR = 2
    ADMINISTRATOR = 3

    @property
    def group(self) -> str:
        """The name of the Django group."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The role in a heading."""
        return self.name.capitalize()


SIGNED_IN = (Role.READER, Role.EDITOR, Role.ADMINISTRATOR)

ROUTES = {
    "public:*": Role.ANYONE,
    "api:*": Role.ANYONE,
    "accounts:login": Role.ANYONE,
    "accounts:link": Role.ANYONE,
    "accounts:logout": Role.READER,
    "accounts:password": Role.READER,
    "accounts:tokens": Role.READER,
    "accounts:token_add": Role.READER,
    "accounts:token_revoke": Role.READER,
    "accounts:people": Role.ADMINISTRATOR,
    "accounts:person_add": Role.ADMINISTRATOR,
    "accounts:person_role": Role.ADMINISTRATOR,
    "accounts:person_link": Role.ADMINISTRATOR,
    "accounts:person_active": Role.ADMINISTRATOR,
    "desk:queue": Role.READER,
    "desk:finding": Role.READER,
    "desk:log": Role.READER,
    "desk:report": Role.READER,
    "desk:places": Role.READER,
    "desk:accept_marked": Role.EDITOR,
    "desk:accept": Role.EDITOR,
    "desk:reject": Role.EDITOR,
    "desk:correct": Role.EDITOR,
    "desk:same": Role.EDITOR,
    "desk:different": Role.EDITOR,
    "desk:alike": Role.EDITOR,
    "desk:undo": Role.EDITOR,
    "desk:report_add": Role.EDITOR,
    "desk:import_table": Role.EDITOR,
    "desk:enter": Role.EDITOR,
    "desk:enter_kind": Role.EDITOR,
    "desk:policies": Role.EDITOR,
}
"""The least role that may use a route, by the route's name; ``room:*`` stands for a whole room."""


def wanted(route: str) -> Role | None:
    """The least role for the route, or None where the table does not name it."""
    return ROUTES.get(route, ROUTES.get(f"{route.partition(':')[0]}:*"))


def role_of(user: AbstractBaseUser | AnonymousUser) -> Role:
    """The highest role of the user's groups. One query for a signed-in user."""
    if not isinstance(user, User) or not user.is_active:
        return Role.ANYONE
    held = set(user.groups.values_list("name", flat=True))
    return max((role for role in SIGNED_IN if role.group in held), default=Role.ANYONE)
