"""The home page: the world as the home city is tied to it, and what is worth a look."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from amicity.register import as_of
from amicity.register.counting import standing_on
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseState
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity_web.public import story, watch
from amicity_web.public.addresses import item_url, place_url
from amicity_web.public.cards import by_form
from amicity_web.public.chart import borders, chart_url
from amicity_web.public.page import Page, day_asked, known_asked, show
from amicity_web.store import load
from amicity_web.store.rows import place_of
from amicity_web.store.site import home as home_city
from amicity_web.wording.dates import in_words

LATEST = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The map of the home city's ties on a day, with the list beside it."""
    day, known = day_asked(request), known_asked(request)
    city = home_city()
    row = load.place(city.key) if city else None
    place = place_of(row) if row else Place(city.name if city else None, id=city.key if city else None)
    register = as_of(load.register_for(place.key, known_at=known), day)
    return show(request, "home", home_page(place, register, day=day, known=known), here="map")


def home_page(place: Place, register: Register, *, day: date, known: date | None = None) -> Page:
    """The home page on a day; without ties there is no map of them."""
    ties = register.ties_of(place.key)
    return {
        "home": {"key": place.key, "name": place.name or "", "url": place_url(place)},
        "as_of": day.isoformat(),
        "known_at": known.isoformat() if known else "",
        "lede": lede(ties, place.key, day=day),
        "chart": chart_url(day=day, known=known, place=place.key) if ties else "",
        "borders": borders(),
        "forms": by_form(ties, place.key),
        "sums": _sums(ties, register, day=day),
        "watch": watch.watch(place, register, day=day),
        "latest": _latest(register),
    }


def lede(ties: tuple[Relation, ...], key: str, *, day: date) -> str:
    """What the map shows, in a sentence or two."""
    abroad = standing_on(ties, day)
    if not abroad:
        return "The register knows of no tie that stands on this day."
    countries = {party.country for tie in abroad for party in tie.partners(key) if party.country}
    count = f"{len(abroad)} {'tie' if len(abroad) == 1 else 'ties'} in {len(countries)} {'country' if len(countries) == 1 else 'countries'}"
    return f"On {day.day} {day:%B} {day.year} the register can name {count}, each down to the sentence of the report that says so."


def _sums(ties: tuple[Relation, ...], register: Register, *, day: date) -> list[Page]:
    abroad = standing_on(ties, day)
    states = [promise.state_on(day) for promise in register.promises]
    reports = {finding.report for finding in register.findings.values()}
    return [
        {"label": "ties that stand", "value": len(abroad)},
        {"label": "of them sister cities", "value": sum(tie.form == "sister" for tie in abroad)},
        {"label": "promises open", "value": states.count(PromiseState.OPEN)},
        {"label": "promises overdue", "value": states.count(PromiseState.LAPSED)},
        {"label": "reports behind this page", "value": len(reports)},
    ]


def _latest(register: Register) -> list[Page]:
    events = [event for event in register.events if event.when and event.when.earliest > date.min and event.status == "happened"]
    latest = sorted(events, key=lambda event: (event.when.earliest if event.when else date.min, event.id), reverse=True)[:LATEST]
    return [{**story.event_page(event, register), "when": in_words(event.when), "url": item_url(event, register)} for event in latest]
