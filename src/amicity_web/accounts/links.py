"""One-time links: each lets one person in once, to set a password, and dies with its first use, its successor or its day."""

import secrets
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from amicity_web.accounts.models import OneTimeLink


def make_link(user: User) -> str:
    """The path of a new link for the user; links made earlier for the same user stop working."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        OneTimeLink.objects.filter(user=user, used_at=None).delete()
        OneTimeLink.objects.create(token=_kept(token), user=user, expires_at=timezone.now() + settings.ONE_TIME_LINK_AGE)
    return reverse("accounts:link", args=[token])


def whose(token: str) -> User | None:
    """The user that the link lets in, or None where it is unknown, used or too old."""
    link = OneTimeLink.objects.select_related("user").filter(token=_kept(token), used_at=None, expires_at__gt=timezone.now()).first()
    return link.user if link and link.user.is_active else None


def use_link(token: str, *, password: str) -> User | None:
    """Use the link up and set the password of its user, whom it returns; None where another was quicker or the link is dead."""
    with transaction.atomic():
        user = whose(token)
        live = OneTimeLink.objects.filter(token=_kept(token), used_at=None)
        if user is None or not live.update(used_at=timezone.now()):
            return None
        user.set_password(password)
        user.save(update_fields=["password"])
        return user


def _kept(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
