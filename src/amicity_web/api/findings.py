"""Findings: what reports claim, and what editors enter by hand."""

from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from amicity_web.api import cursors, entries, parameters, shapes, told
from amicity_web.api.document import refuses
from amicity_web.api.given import EntryGiven
from amicity_web.api.keys import EDITOR, OPTIONAL, at_least, may_see_drafts
from amicity_web.api.places import row_of
from amicity_web.api.problems import ProblemError
from amicity_web.store import browse, load
from amicity_web.store.browse import Ruled
from amicity_web.store.roles import Role

router = Router(tags=["findings"])
Standing = Annotated[Literal["accepted", "rejected", "waiting", "any"], parameters.Says("All but `accepted` is for editors.")]
_STANDINGS = {
    "accepted": load.MADE,
    "rejected": ("rejected",),
    "waiting": ("waiting",),
    "any": (*load.MADE, "rejected", "waiting"),
}


@router.get("findings", response=shapes.Findings, operation_id="listFindings", url_name="findings", openapi_extra=OPTIONAL | refuses(403))
def findings(
    request: HttpRequest,
    *,
    report: parameters.Digest = "",
    tie: parameters.TieKey = "",
    place: parameters.Key = "",
    kind: parameters.KindName = "",
    standing: Standing = "accepted",
    limit: parameters.Limit = 50,
    cursor: parameters.Cursor = "",
) -> shapes.Findings:
    """Findings in the order in which they came, report by report. What is not accepted is for editors only."""
    if standing != "accepted":
        at_least(request, Role.EDITOR)
    key = row_of(place).key if place else ""
    rows = browse.findings(standings=_STANDINGS[standing], report=report, tie=tie, place=key, kind=kind)
    sheet = cursors.of_rows(request, rows, by=(("report_id", int), ("start", int), ("id", str)), limit=limit, cursor=cursor)
    return shapes.Findings(items=[told.finding(held) for held in browse.ruled(sheet.items)], next=sheet.next)


@router.get("findings/{finding}", response=shapes.FindingShape, operation_id="getFinding", url_name="finding", openapi_extra=OPTIONAL)
def finding(request: HttpRequest, finding: parameters.FindingKey, response: HttpResponse) -> shapes.FindingShape:
    """One finding. Its ETag is what a judgement on it sends as If-Match. A draft is there for editors only."""
    held = seen(request, finding)
    response["ETag"] = etag(held)
    return told.finding(held)


@router.post(
    "findings",
    auth=EDITOR,
    response={201: shapes.FindingShape},
    operation_id="enterFinding",
    url_name="findings",
    openapi_extra=refuses(403, 409, 415),
)
def enter(request: HttpRequest, entry: EntryGiven, response: HttpResponse) -> Status[shapes.FindingShape]:
    """Enter a fact by hand, with the document it rests on. It is accepted in the name of who enters it."""
    bearer = at_least(request, Role.EDITOR)
    held = seen(request, entries.enter(entry, by=bearer.name))
    response["ETag"], response["Location"] = etag(held), f"{request.path}/{held.row.id}"
    return Status(201, told.finding(held))


def seen(request: HttpRequest, finding: str) -> Ruled:
    """The finding, where this request may see it. Raises ProblemError."""
    held = browse.ruled_one(finding)
    if held is None or not (held.public or may_see_drafts(request)):
        raise ProblemError(404, f"There is no finding {finding!r} that you may see.")
    return held


def etag(held: Ruled) -> str:
    """The state of a finding: it changes with each judgement about it, and with each policy that bears on it."""
    return f'"{held.row.id}-{held.state}"'
