"""How a page asks for its map."""

from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse


def chart_url(*, day: date, known: date | None = None, **what: str) -> str:
    """Where the map fetches its arcs: ``place=`` a place's key, or ``tie=`` a tie's id, on a day and as was known at one."""
    when = {"as_of": day.isoformat(), **({"known_at": known.isoformat()} if known else {})}
    return f"{reverse('api:map')}?{urlencode(what | when)}"


def borders() -> bool:
    """Whether country outlines are drawn (setting AMICITY_MAP_BORDERS, see the map policy)."""
    return str(settings.MAP_BORDERS) != "none"
