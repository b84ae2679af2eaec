"""Who may use an operation."""

from typing import Any, ClassVar

from django.http import HttpRequest

from amicity_web.accounts.tokens import Bearer
from amicity_web.api.problems import ProblemError
from amicity_web.store.roles import Role


class Token:
    """What ninja asks before an operation runs: a token of at least this role."""

    openapi_security_schema: ClassVar[dict[str, Any]] = {
        "type": "http",
        "scheme": "bearer",
        "description": "A token made on the site under Desk, Tokens. It never allows more than its person's role.",
    }

    def __init__(self, least: Role) -> None:
        self.least = least

    def __call__(self, request: HttpRequest) -> Bearer:
        """Who shows the token. Raises ProblemError."""
        return at_least(request, self.least)


def at_least(request: HttpRequest, least: Role) -> Bearer:
    """Who shows a token of this role. Raises ProblemError where nobody does."""
    bearer = bearer_in(request)
    if bearer is None:
        raise ProblemError(401, f"This needs a token with the role of {least.group}.", headers={"WWW-Authenticate": "Bearer"})
    if bearer.role < least:
        raise ProblemError(403, f"This needs the role of {least.group}; your token has {bearer.role.group}.")
    return bearer


def bearer_in(request: HttpRequest) -> Bearer | None:
    """Who shows a token, or None."""
    bearer: Bearer | None = getattr(request, "bearer", None)
    return bearer


def may_see_drafts(request: HttpRequest) -> bool:
    """Whether what nobody has accepted may be shown: to editors only."""
    bearer = bearer_in(request)
    return bearer is not None and bearer.role >= Role.EDITOR


EDITOR = Token(Role.EDITOR)
READER = Token(Role.READER)

OPTIONAL: dict[str, Any] = {"security": [{}, {"Token": []}]}
"""For the ``openapi_extra`` of what anyone may read, and editors read more of."""
