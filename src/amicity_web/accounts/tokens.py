"""Tokens: what programs show at the API in a person's name. Each is shown once; only its SHA-256 is kept."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import DatabaseError
from django.utils import timezone

from amicity_web.accounts.models import ApiToken
from amicity_web.store.pen import pen
from amicity_web.store.roles import Role, role_of

PREFIX = "amicity_"
"""What every token begins with, so that a token left in a file is found by who looks for such."""

AT_MOST = 20
"""How many standing tokens one person may have."""

_NOTED = timedelta(minutes=1)


class TooManyTokensError(Exception):
    """This person has as many tokens as one may have."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who shows a token: the token's number, the person's name, and what both allow."""

    token: int
    name: str
    role: Role


def make_token(user: User, *, name: str, role: Role) -> str:
    """A new token of the user, never allowing more than ``role``. Raises TooManyTokensError."""
    if ApiToken.objects.filter(user=user, revoked_at=None).count() >= AT_MOST:
        raise TooManyTokensError(f"You have {AT_MOST} tokens already: revoke one that is no longer used.")
    token = PREFIX + secrets.token_urlsafe(32)
    ApiToken.objects.create(user=user, name=name, digest=_kept(token), opening=token[: len(PREFIX) + 4], role=role.group)
    return token


def revoke(pk: int, *, user: User) -> bool:
    """Let the user's token allow nothing any more; False where there is none that stands."""
    return bool(ApiToken.objects.filter(pk=pk, user=user, revoked_at=None).update(revoked_at=timezone.now()))


def bearer_of(token: str) -> Bearer | None:
    """Who shows this token; None where it does not stand, or its person is shut out. Notes the use, once a minute at most."""
    row = ApiToken.objects.select_related("user").filter(digest=_kept(token), revoked_at=None).first()
    if row is None or not row.user.is_active:
        return None
    now = timezone.now()
    if row.last_used_at is None or now - row.last_used_at > _NOTED:
        _note(row)
    return Bearer(row.pk, row.user.get_username(), min(Role[row.role.upper()], role_of(row.user)))


def _note(row: ApiToken) -> None:
    """A use that cannot be noted, since the disk is full or busy, is a use all the same."""
    try:
        with pen():
            ApiToken.objects.filter(pk=row.pk).update(last_used_at=timezone.now())
    except (DatabaseError, OSError):
        return


def _kept(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
