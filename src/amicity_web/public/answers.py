"""The questions that the register answers, each a page: asked of one place, as of a day, and taken away as JSON or CSV."""

from datetime import date

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from amicity.answers import answers as questions
from amicity.terms.answer import Answer, Query, Result
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity_web.public.bars import bars, countries
from amicity_web.public.page import Page, day_asked, day_of, known_asked, show
from amicity_web.public.seek import near, seek
from amicity_web.public.sheets import csv_of, table_page
from amicity_web.store import load
from amicity_web.store.site import Home, home
from amicity_web.wording.countries import country_name
from amicity_web.wording.sentences import plainly

LONGEST = 3660
"""The farthest that a question may look ahead, in days."""


@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """The list of questions."""
    listed = [
        {"name": name, "question": answer.question, "url": reverse("public:answer", args=[name])} for name, answer in questions().items()
    ]
    return show(request, "answers", {"answers": listed}, here="answers")


@require_safe
def answer(request: HttpRequest, name: str) -> HttpResponse:
    """One question, asked of ``?place=`` (the home city by default) as of ``?as_of=``, from what was known at ``?known_at=``.

    ``?format=`` json or csv takes it away.
    """
    asked = questions().get(name)
    if asked is None:
        raise Http404(f"no question {name}; there are {', '.join(questions())}")
    return _answered(request, asked, template="answer", here="answers")


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The published figures against arithmetic and against the register, with a picture."""
    return _answered(request, questions()["figures"], template="figures", here="figures")


def _answered(request: HttpRequest, asked: Answer, *, template: str, here: str) -> HttpResponse:
    day, known, city = day_asked(request), known_asked(request), home()
    wanted = request.GET.get("place", "").strip()[:200]
    found = seek(wanted or (city.key if city else ""))
    if not found:
        if request.GET.get("format") == "csv":
            raise Http404(f"no place {wanted}")
        page = _unknown(request, "place", wanted) if wanted else _empty(city)
        return show(request, template, _head(request, asked, wanted or (city.name if city else ""), day) | page, here=here)
    place, *rivals = found
    register = load.register_for(place.key, known_at=known)
    named = request.GET.get("partner", "").strip()[:200]
    partner = next(iter(seek(named)), None)
    key, since = partner.key if partner else None, day_of(request, "since")
    result = asked.ask(register, Query(day, place=place.key, partner=key, since=since, within=_within(request), rounds=_rounds(request)))
    if request.GET.get("format") == "csv":
        return csv_of(result, name=f"{asked.name}-{day}")
    page = _head(request, asked, place.name or wanted, day) | result_page(result, register, place)
    page |= {"trouble": _trouble(place, rivals), "partner": (partner.name or named) if partner else named}
    if named and partner is None:
        page |= _unknown(request, "partner", named)
    if "partner" in asked.heeds:
        page |= {"partners": _partners(request, register, place), "choose": asked.of_two and partner is None}
    return show(request, template, page | _pictures(register, place.key, day) if here == "figures" else page, here=here)


def result_page(result: Result, register: Register, place: Place) -> Page:
    """An answer as a page shows it."""
    return {
        "title": plainly(result.title),
        "says": [plainly(sentence) for sentence in result.sentences],
        "notes": [plainly(note) for note in result.notes],
        "tables": [table_page(table, register) for table in result.tables],
        "about": place.key,
    }


def _pictures(register: Register, place: str, day: date) -> Page:
    return {"bars": bars(register, place, day=day), "countries": countries(register, place, day=day)}


def _partners(request: HttpRequest, register: Register, place: Place) -> list[Page]:
    """The partners that the register knows of a place, by name, each with the address of this question about it."""
    partners = {other.key: other for tie in register.ties_of(place.key) for other in tie.partners(place.key) if other.name}
    asked = request.GET.copy()
    asked.pop("format", None)
    listed = []
    for other in sorted(partners.values(), key=lambda each: (each.name or "", each.key)):
        asked["partner"] = other.name or ""
        listed.append({"name": other.name, "url": f"?{asked.urlencode()}"})
    return listed


def _head(request: HttpRequest, asked: Answer, place: str, day: date) -> Page:
    away = request.GET.copy()
    away["format"] = "csv"
    return {
        "title": asked.name.capitalize(),
        "question": asked.question,
        "place": place,
        "as_of": day.isoformat(),
        "heeds": list(asked.heeds),
        "of_two": asked.of_two,
        "since": request.GET.get("since", ""),
        "known_at": request.GET.get("known_at", ""),
        "within": request.GET.get("within", "365"),
        "rounds": request.GET.get("rounds", ""),
        "csv": f"?{away.urlencode()}",
    }


def _within(request: HttpRequest) -> int:
    written = request.GET.get("within", "365")
    if not written.isdecimal() or len(written) > 5 or int(written) > LONGEST:
        raise BadRequest(f"“{written[:40]}” under “Days ahead” is no number of days: write one up to {LONGEST}")
    return int(written)


def _rounds(request: HttpRequest) -> tuple[int, ...]:
    """The years of ``?rounds=5,10,25`` whose multiples the house celebrates."""
    written = request.GET.get("rounds", "")
    numbers = [number.strip() for number in written.split(",") if number.strip()]
    if len(numbers) > 10 or not all(number.isdecimal() and len(number) < 4 and int(number) for number in numbers):
        raise BadRequest(f"“{written[:40]}” under “Round years” is no list of years: write them with commas between, such as 5,10,25")
    return tuple(map(int, numbers))


def _trouble(place: Place, rivals: list[Place]) -> str:
    others = ", ".join(f"{rival.label}" for rival in rivals[:5])
    return plainly(f"Taken as {place.label}; there is also {others}.") if others else ""


def _empty(city: Home | None) -> Page:
    """That nothing is told of the home city yet."""
    if city is None:
        return {"trouble": "Name a place to ask about.", "near": None}
    return {"trouble": f"The register holds nothing about {city.name} yet.", "near": None}


def _unknown(request: HttpRequest, field: str, wanted: str) -> Page:
    """That the register knows no such place, with the places that may have been meant, each as the same question about it."""
    asked, meant = request.GET.copy(), []
    asked.pop("format", None)
    for place in near(wanted):
        asked[field] = place.key
        meant.append({"name": place.name, "country_name": country_name(place.country), "url": f"?{asked.urlencode()}"})
    return {"trouble": f"The register knows no place called “{wanted}”.", "near": meant}
