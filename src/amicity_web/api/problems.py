"""What went wrong, as RFC 9457 has it: every refusal of the API is one JSON object of the same shape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from amicity_web.api.rendering import rendered

MEDIA = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of problem: its name in addresses, its title, and what is said where nothing better is known."""

    name: str
    title: str
    says: str


SORTS: Mapping[int, Sort] = {
    400: Sort("bad-request", "Bad request", "The request cannot be understood."),
    401: Sort("token", "No valid token", "Send a token that stands: Authorization: Bearer amicity_…"),
    403: Sort("role", "Not allowed", "Your role does not allow this: ask an administrator for another one."),
    404: Sort("not-found", "Not found", "There is nothing at this address."),
    405: Sort("method", "Method not allowed", "This address does not take that method: the header Allow lists those it takes."),
    409: Sort("conflict", "Conflict", "This cannot be done to the register as it stands."),
    412: Sort("stale", "Changed since", "The finding has been judged since you read it: read it again, then decide."),
    413: Sort("too-large", "Too large", "The request is too large: send less at a time."),
    415: Sort("media", "Unsupported media type", "Send JSON: Content-Type: application/json."),
    422: Sort("invalid", "Invalid", "The request is well formed, but what it says cannot be."),
    428: Sort("precondition", "Precondition required", "Say which state you saw: send If-Match with the finding's ETag."),
    429: Sort("too-many", "Too many requests", "Wait for as many seconds as the header Retry-After says."),
    500: Sort("error", "Internal error", "The register failed to answer. Nothing was written; try again, or tell its administrator."),
    503: Sort("unavailable", "Unavailable", "The register cannot answer now: try again later."),
}
"""Every status that the API refuses with."""


class ProblemError(Exception):
    """A refusal: its status, one sentence on what is wrong and what to do, and what is wrong with which field."""

    def __init__(self, status: int, says: str = "", *, errors: Sequence[Mapping[str, str]] = (), headers: Mapping[str, str] | None = None):
        super().__init__(status, says)
        self.status, self.says, self.errors, self.headers = status, says, tuple(errors), dict(headers or {})


def problem(request: HttpRequest, refusal: ProblemError) -> HttpResponse:
    """The refusal as a response."""
    sort = SORTS.get(refusal.status, SORTS[500] if refusal.status >= 500 else SORTS[400])
    told: dict[str, Any] = {
        "type": f"/api/v1/docs#{sort.name}",
        "title": sort.title,
        "status": refusal.status,
        "detail": refusal.says or sort.says,
        "instance": request.path,
    }
    if refusal.errors:
        told["errors"] = [dict(error) for error in refusal.errors]
    return HttpResponse(rendered(told), status=refusal.status, content_type=MEDIA, headers=refusal.headers)
