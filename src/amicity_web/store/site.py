"""Whose register this is: the home city, from the settings or the bundled pile."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from amicity_web.store.roles import Role, role_of


@dataclass(frozen=True, slots=True)
class Home:
    """The home city: its key in the register and its name."""

    key: str
    name: str


@cache
def home() -> Home | None:
    """The home city, or None where neither the settings nor a pile name one."""
    bundled = _pile_home()
    if not settings.HOME_PLACE or (bundled and bundled.key == settings.HOME_PLACE):
        return bundled
    from amicity.gazetteer import open_gazetteer

    place = open_gazetteer().by_id(settings.HOME_PLACE)
    return Home(settings.HOME_PLACE, place.name or settings.HOME_PLACE) if place else Home(settings.HOME_PLACE, settings.HOME_PLACE)


def site(request: HttpRequest) -> dict[str, Any]:
    """Template context: ``ours.title``, ``ours.home_name``, ``ours.home_key`` and the ``role`` of who looks."""
    place = home()
    role = getattr(request, "role", None) or (role_of(request.user) if hasattr(request, "user") else Role.ANYONE)
    title = f"Amicity — register of {place.name}" if place else "Amicity"
    return {
        "ours": {"title": title, "home_name": place.name if place else None, "home_key": place.key if place else None},
        "role": role,
        "may_edit": role >= Role.EDITOR,
        "may_administer": role >= Role.ADMINISTRATOR,
    }


def _pile_home() -> Home | None:
    listing = settings.PILE / "pile.toml"
    if not listing.exists():
        return None
    named = tomllib.loads(listing.read_text(encoding="utf-8")).get("home", {})
    return Home(named["id"], named["name"]) if "id" in named and "name" in named else None
