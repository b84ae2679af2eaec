"""The questions that the register answers: every file of ``amicity.answers``, by itself."""

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router

from amicity.answers import answers as questions
from amicity.terms.answer import Query
from amicity_web.api import parameters, shapes
from amicity_web.api.moment import today
from amicity_web.api.places import row_of
from amicity_web.api.problems import ProblemError
from amicity_web.store import load
from amicity_web.store.site import home

router = Router(tags=["answers"])


@router.get("answers", response=shapes.Questions, operation_id="listAnswers", url_name="answers")
def answers(request: HttpRequest) -> shapes.Questions:
    """The questions."""
    return shapes.Questions(
        items=[
            shapes.Question(name=name, question=each.question, url=reverse("api:answer", args=[name])) for name, each in questions().items()
        ]
    )


@router.get("answers/{name}", response=shapes.AnswerShape, operation_id="getAnswer", url_name="answer")
def answer(
    request: HttpRequest,
    *,
    name: parameters.Name,
    place: parameters.Key = "",
    partner: parameters.Key = "",
    as_of: parameters.Day = None,
    known_at: parameters.Known = None,
    since: parameters.Since = None,
    within: parameters.Within = 365,
) -> shapes.AnswerShape:
    """One question, asked of a place (the home city where none is named), as of a day, and as was known at one."""
    asked = questions().get(name)
    if asked is None:
        raise ProblemError(404, f"There is no question {name!r}; there are {', '.join(questions())}.")
    key, day = place_asked(place), as_of or today()
    other = row_of(partner).key if partner else None
    result = asked.ask(load.register_for(key, known_at=known_at), Query(day, place=key, partner=other, within=within, since=since))
    return shapes.AnswerShape(name=name, place=key, as_of=day, known_at=known_at, **result.to_json())


def place_asked(wanted: str) -> str:
    """The key of the place that is meant; the home city's where none is named. Raises ProblemError."""
    city = home()
    if wanted or city is None:
        if not wanted:
            raise ProblemError(422, errors=[{"where": "query.place", "says": "name a place: this register has no home city"}])
        return row_of(wanted).key
    return city.key
