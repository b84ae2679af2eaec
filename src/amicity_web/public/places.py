"""The places: their list, and each with its ties, people, figures and promises."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from amicity.register import as_of
from amicity.register.counting import ties_on
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity_web.public import story
from amicity_web.public.addresses import answer_url
from amicity_web.public.cards import by_form, figure_card, place_card, post_card, promise_card
from amicity_web.public.growth import growth
from amicity_web.public.page import Page, day_asked, known_asked, number_asked, show
from amicity_web.public.pager import pager
from amicity_web.store import load
from amicity_web.store.models import PlaceRow
from amicity_web.store.rows import place_of
from amicity_web.wording.countries import country_name

Thing = TypeVar("Thing")
ON_A_PAGE = 60
LATELY = 8
FIGURES = 24
WANTS = ("need", "offer")


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """The places that have ties, most ties first; ``?q=`` searches."""
    wanted = request.GET.get("q", "")[:100].replace("\0", "")
    sheets = Paginator(load.places(wanted), ON_A_PAGE)
    rows = sheets.get_page(number_asked(request))
    found = f"{sheets.count:,} {'place' if sheets.count == 1 else 'places'}{f' with “{wanted}” in the name' if wanted.strip() else ''}."
    page = {"q": wanted, "found": found, "places": [_listed(row) for row in rows], **pager(rows, request)}
    return show(request, "places", page, here="places")


@require_safe
def place(request: HttpRequest, place: str) -> HttpResponse:
    """One place as the register knows it on a day. Only what has been accepted is shown."""
    row = load.place(place)
    if row and (now := load.goes_by(row.key)) != row.key and (other := load.place(now)):
        return redirect("public:place", other.slug, permanent=False)
    register = load.register_for(row.key) if row else None
    if row is None or register is None or not register.of_place(row.key):
        raise Http404(f"no place {place}")
    day, known = day_asked(request), known_asked(request)
    then = as_of(load.register_for(row.key, known_at=known) if known else register, day)
    return show(request, "place", place_page(place_of(row), then, day=day, known=known), here="places")


def place_page(place: Place, register: Register, *, day: date, known: date | None = None) -> Page:
    """The page of a place on a day."""
    key = place.key
    ties = register.ties_of(key)
    promises = [p for p in register.promises if key in {side.key for side in (*p.by, *p.to)}]
    wants = [e for e in register.other if e.kind in WANTS and key in {p.key for p in e.places("place")}]
    events = [
        e for e in (*register.events, *register.other) if e.kind not in (*story.TIE_KINDS, *WANTS) and key in {p.key for p in e.places()}
    ]
    posts = [post for post in register.posts if post.place and post.place.key == key]
    figures = [figure for figure in register.figures if key in {p.key for p in figure.about}]
    steps = [step for tie in ties for step in story.steps_of(tie, register, seen_from=key)]
    return {
        **place_card(place),
        "level": place.level.value,
        "as_of": day.isoformat(),
        "known_at": known.isoformat() if known else "",
        "lede": lede(place, register, day=day),
        "forms": by_form(ties, key),
        "growth": growth(ties_on(register, key, day), day=day),
        "people": [post_card(post, register) for post in _latest(posts, lambda post: post.last or post.first)],
        "figures": _published(_latest(figures, lambda figure: figure.when, FIGURES), register),
        "promises": [promise_card(promise, register, day=day) for promise in promises],
        "wants": [story.event_page(want, register) for want in wants],
        "story": _lately(story.told(steps, story.events_of(events, register))),
        "timeline": answer_url("timeline", place.name or key),
        "reckoning": answer_url("figures", place.name or key),
    }


def lede(place: Place, register: Register, *, day: date) -> str:
    """What the register knows of a place's ties, in a sentence."""
    abroad = ties_on(register, place.key, day)
    if not abroad:
        return (
            f"A {place.level.value} in {country_name(place.country) or 'a country not told'}; the register knows of no standing tie abroad."
        )
    countries = {party.country for tie in abroad for party in tie.partners(place.key) if party.country}
    ties = "one tie" if len(abroad) == 1 else f"{len(abroad)} ties"
    where = "one country" if len(countries) == 1 else f"{len(countries)} countries"
    return f"The register knows {ties} abroad that stand, in {where}. More may exist that no report here names."


def _published(figures: list[FigureClaim], register: Register) -> list[Page]:
    """Figures of one day and report together, each passage once."""
    sets: dict[tuple[str, ...], Page] = {}
    for figure in figures:
        card = figure_card(figure, register)
        held = sets.setdefault((card["when"], *figure.reports), {"when": card["when"], "says": [], "evidence": []})
        held["says"].append(card["says"])
        held["evidence"] += [piece for piece in card["evidence"] if piece["quote"] not in {each["quote"] for each in held["evidence"]}]
    return list(sets.values())


def _latest(things: list[Thing], day: Callable[[Thing], PartialDate | None], most: int = LATELY) -> list[Thing]:
    return sorted(things, key=lambda thing: when.latest if (when := day(thing)) else date.min, reverse=True)[:most]


def _lately(steps: list[Page]) -> list[Page]:
    return [step for step in steps if step["when"]][-LATELY:][::-1]


def _listed(row: PlaceRow) -> Page:
    return {**place_card(place_of(row)), "level": row.level, "ties": row.ties}
