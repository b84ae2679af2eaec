"""Version 1 of the API: its parts, and how it refuses."""

from typing import Any

import orjson
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

from amicity_web.api import answers, exports, figures, findings, health, judgements, maps, places, reconcile, reports, suggest, ties
from amicity_web.api.problems import ProblemError, problem
from amicity_web.api.rendering import Fast

JSON = "application/json"
DESCRIPTION = """The evidence-backed register of city-to-city ties, for programs.

What anyone may see needs no token. Lists come in pages: follow `next`. Every answer has an ETag. Refusals are RFC 9457 problems.
Writing needs a token of an editor, and a judgement needs If-Match with the finding's ETag, so that nobody judges what has changed."""


class Strict(Parser):
    """JSON as RFC 8259 has it: no NaN, no lone surrogates, no bottomless nesting."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body's JSON. Whatever is raised here, ninja makes a 400 of it."""
        if request.content_type != JSON:
            raise ValueError(f"{request.content_type} is not {JSON}")
        told: dict[str, Any] = orjson.loads(request.body)
        return told


api = NinjaAPI(
    title="Amicity",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    renderer=Fast(),
    parser=Strict(),
)
for part in (places, ties, findings, judgements, reports, answers, figures, exports, reconcile, suggest, maps, health):
    api.add_router("", part.router)


@api.exception_handler(ProblemError)
def _refused(request: HttpRequest, error: ProblemError) -> HttpResponse:
    return problem(request, error)


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(request, ProblemError(404, str(error)))


@api.exception_handler(HttpError)
def _failed(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 400 and request.content_type != JSON:
        return problem(request, ProblemError(415))
    return problem(request, ProblemError(error.status_code, "The body is no JSON." if error.status_code == 400 else str(error)))


@api.exception_handler(BadRequest)
def _bad(request: HttpRequest, error: BadRequest) -> HttpResponse:
    return problem(request, ProblemError(400, str(error)))


@api.exception_handler(RequestDataTooBig)
def _large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem(request, ProblemError(413))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    told = [{"where": ".".join(map(str, each["loc"])), "says": str(each["msg"])} for each in error.errors[:20]]
    return problem(request, ProblemError(422, errors=told))
