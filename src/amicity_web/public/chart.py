"""How a page asks for its map."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse


def chart_url(**what: str) -> str:
    """Where the map fetches its arcs: ``place=`` a place's key, or ``tie=`` a tie's id."""
    return f"{reverse('api:map')}?{urlencode(what)}"


def borders() -> bool:
    """Whether country outlines are drawn (setting AMICITY_MAP_BORDERS, see the map policy)."""
    return str(settings.MAP_BORDERS) != "none"
