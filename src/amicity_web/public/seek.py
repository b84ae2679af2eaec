"""From what somebody typed to places of the register."""

from amicity.terms.place import Place
from amicity_web.store import load
from amicity_web.store.models import PlaceRow
from amicity_web.store.rows import folded, place_of

AT_MOST = 6


def seek(wanted: str) -> list[Place]:
    """The places meant by a key, a slug or a name as anyone would type it, the one with most ties first; empty where there is none."""
    plain = wanted.replace("\0", "").strip()
    if not plain:
        return []
    row = load.place(plain)
    named = PlaceRow.objects.filter(search=folded(plain)).order_by("-ties", "-population", "key")
    return [place_of(row)] if row else [place_of(found) for found in named[:AT_MOST]]
