"""From what somebody typed to places of the register."""

from amicity.terms.place import Place
from amicity_web.store import load
from amicity_web.store.models import PlaceRow
from amicity_web.store.rows import folded, place_of

AT_MOST = 6
LIKE = 70
"""How alike two names must be (0 to 100) for one to be offered for the other."""


def seek(wanted: str) -> list[Place]:
    """The places meant by a key, a slug or a name as anyone would type it, the one with most ties first; empty where there is none."""
    plain = wanted.replace("\0", "").strip()
    if not plain:
        return []
    row = load.place(plain)
    named = PlaceRow.objects.filter(search=folded(plain)).order_by("-ties", "-population", "key")
    return [place_of(row)] if row else [place_of(found) for found in named[:AT_MOST]]


def near(wanted: str) -> list[Place]:
    """The places of ties whose names are written most like this: what may have been meant. Empty where none is near."""
    from rapidfuzz import fuzz, process

    if not wanted.strip():
        return []
    names = dict(PlaceRow.objects.filter(ties__gt=0).values_list("key", "search"))
    told = process.extract(folded(wanted[:100]), names, scorer=fuzz.ratio, score_cutoff=LIKE, limit=AT_MOST)
    rows = PlaceRow.objects.in_bulk([key for _, _, key in told])
    return [place_of(rows[key]) for _, _, key in told]
