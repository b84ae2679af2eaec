"""Where things are on the site."""

from urllib.parse import urlencode, urlsplit

from django.urls import reverse

from amicity.terms.entry import Entry
from amicity.terms.finding import FindingId
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Item, Register
from amicity.terms.relation import Relation
from amicity_web.store.rows import slug_of


def place_url(place: Place) -> str:
    """The page of a place."""
    return reverse("public:place", args=[slug_of(place)])


def tie_url(tie: str) -> str:
    """The page of a tie."""
    return reverse("public:tie", args=[tie])


def passage_url(report: str, finding: FindingId | str) -> str:
    """The passage of a finding in its report: the report's page, with the passage lit and scrolled to."""
    return f"{reverse('public:report', args=[report])}?{urlencode({'fact': finding})}#f-{finding}"


def answer_url(name: str, place: str, **more: str) -> str:
    """An answer about a place; ``more`` is asked besides, such as ``partner``."""
    return f"{reverse('public:answer', args=[name])}?{urlencode({'place': place, **more})}"


def item_url(item: Item, register: Register) -> str:
    """Where an entry is best seen: a tie's own page, the page of the tie between its places, else its first passage."""
    if isinstance(item, Relation):
        return tie_url(item.id)
    places = _sides(item)
    for tie in register.ties_of(places[0].key) if len(places) == 2 else ():
        if {party.key for party in tie.parties} == {place.key for place in places}:
            return tie_url(tie.id)
    first = item.findings[0]
    return passage_url(register.findings[first].report, first)


def outside(address: str | None) -> str | None:
    """The address of a page elsewhere where it is one that a browser may open (http, https), else None."""
    return address if address and urlsplit(address).scheme in ("http", "https") else None


def _sides(item: Item) -> tuple[Place, ...]:
    if isinstance(item, Entry):
        return item.places("party", "host", "guest", "visitor", "giver", "recipient")
    return (*item.by, *item.to) if isinstance(item, PromiseEntry) else ()
