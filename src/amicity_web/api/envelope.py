"""What every answer of the API has around it: who asks and how often, problems in one shape, ETags, and leave for other sites to read."""

from collections.abc import Callable
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from amicity_web.accounts.tokens import PREFIX, Bearer, bearer_of
from amicity_web.api.limits import address_of, spend
from amicity_web.api.problems import MEDIA, ProblemError, problem

ROOT = "/api/v1/"
RECONCILE = f"{ROOT}reconcile"
_SAFE = ("GET", "HEAD", "OPTIONS")
_SCHEME = "bearer "


class Envelope:
    """Django middleware, for addresses under ``/api/v1/`` only. Sets ``request.bearer``: who shows a token, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer in its envelope."""
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            return _shared(request, HttpResponse(status=204))
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        answer = _shared(request, _tagged(request, self._answer(request)))
        if head and isinstance(answer, HttpResponse):
            length = str(len(answer.content))
            answer.content = b""
            answer["Content-Length"] = length
        return answer

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        try:
            request.bearer = _bearer(request)  # type: ignore[attr-defined]
            _count(request, request.bearer)  # type: ignore[attr-defined]
        except ProblemError as refusal:
            return problem(request, refusal)
        answer = self.get_response(request)
        if answer.status_code < 400 or answer.headers.get("Content-Type", "").startswith(MEDIA):
            return answer
        allow = {"Allow": answer.headers["Allow"]} if "Allow" in answer.headers else {}
        return problem(request, ProblemError(answer.status_code, headers=allow))


def _bearer(request: HttpRequest) -> Bearer | None:
    """Who shows a token, or None where none is shown. Raises ProblemError for one that does not stand."""
    shown = request.headers.get("Authorization", "")
    if not shown:
        return None
    token = shown[len(_SCHEME) :].strip() if shown.lower().startswith(_SCHEME) else ""
    found = bearer_of(token) if token.startswith(PREFIX) else None
    if found is None:
        _count(request, None)
        raise ProblemError(401, "This token does not stand: make one under Desk, Tokens.", headers={"WWW-Authenticate": "Bearer"})
    return found


def _count(request: HttpRequest, bearer: Bearer | None) -> None:
    """Raises ProblemError where this person or address has asked too often."""
    who = f"token {bearer.token}" if bearer else address_of(request)
    if wait := spend(who, _sort(request)):
        raise ProblemError(429, headers={"Retry-After": str(wait)})


def _sort(request: HttpRequest) -> str:
    """Under which limit a request falls: a whole register takes seconds to write, a batch of names is one of a thousand."""
    if request.path.startswith(RECONCILE):
        return "reconcile"
    if request.method not in _SAFE:
        return "write"
    return "export" if request.path.startswith(f"{ROOT}exports/") else "read"


def _tagged(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """The answer with its ETag; 304 where the request has it already."""
    if request.method != "GET" or answer.status_code != 200 or not isinstance(answer, HttpResponse):
        return answer
    if "ETag" not in answer:
        answer["ETag"] = f'"{sha256(answer.content).hexdigest()[:32]}"'
    answer.setdefault("Cache-Control", "private, no-cache" if getattr(request, "bearer", None) else "no-cache")
    patch_vary_headers(answer, ["Authorization"])
    if "If-None-Match" not in request.headers:
        return answer
    fresh: HttpResponseBase = get_conditional_response(request, etag=answer["ETag"], response=answer) or answer
    return fresh


def _shared(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """Pages of other sites may read what anyone may read, and reconcile; they may not write."""
    wanted = request.headers.get("Access-Control-Request-Method", request.method or "")
    if wanted in _SAFE or request.path == RECONCILE:
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Access-Control-Expose-Headers"] = "ETag, Retry-After"
        answer["Access-Control-Allow-Methods"] = "GET, HEAD, POST" if request.path == RECONCILE else "GET, HEAD"
        answer["Access-Control-Allow-Headers"] = "Authorization, Content-Type, If-None-Match"
    return answer
