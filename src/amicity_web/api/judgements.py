"""Judgements on findings."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from amicity.review import JudgementError
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.wire import judgement_to_json
from amicity_web.api import parameters, shapes
from amicity_web.api.document import refuses
from amicity_web.api.findings import etag, seen
from amicity_web.api.given import JudgementGiven
from amicity_web.api.keys import EDITOR, READER, at_least
from amicity_web.api.moment import now
from amicity_web.api.problems import ProblemError
from amicity_web.store import browse, record
from amicity_web.store.browse import Ruled
from amicity_web.store.roles import Role
from amicity_web.store.rows import judgement_of

router = Router(tags=["judgements"])


@router.get("findings/{finding}/judgements", auth=READER, response=shapes.Judgements, operation_id="listJudgements", url_name="judgements")
def judgements(request: HttpRequest, finding: parameters.FindingKey) -> shapes.Judgements:
    """What was judged of a finding, by whom, when and why."""
    held = seen(request, finding)
    passed = [judgement_to_json(judgement_of(row)) for row in browse.judgements_of(finding)]
    return shapes.Judgements(items=[shapes.JudgementShape(**each) for each in passed], state=etag(held))


@router.post(
    "findings/{finding}/judgements",
    auth=EDITOR,
    response={201: shapes.FindingShape},
    operation_id="judgeFinding",
    url_name="judgements",
    openapi_extra=refuses(403, 409, 412, 415, 428)
    | {
        "parameters": [
            {
                "in": "header",
                "name": "If-Match",
                "required": False,
                "description": "The finding’s ETag, as you saw it; without it nothing is judged (428).",
                "schema": {"type": "string"},
            }
        ]
    },
)
def judge(
    request: HttpRequest, finding: parameters.FindingKey, given: JudgementGiven, response: HttpResponse
) -> Status[shapes.FindingShape]:
    """Accept or reject a finding, or withdraw a judgement on it. Gives the finding as it then stands, with its new ETag."""
    from amicity_web.api import told

    bearer = at_least(request, Role.EDITOR)
    held = _as_seen(request, finding)
    _pass(given, held, by=bearer.name)
    after = seen(request, finding)
    response["ETag"] = etag(after)
    return Status(201, told.finding(after))


def _as_seen(request: HttpRequest, finding: str) -> Ruled:
    """The finding, if it stands as the request saw it. Raises ProblemError."""
    held = seen(request, finding)
    wanted = request.headers.get("If-Match", "").strip()
    if not wanted or wanted == "*":
        raise ProblemError(428)
    if etag(held) not in [tag.strip() for tag in wanted.split(",")]:
        raise ProblemError(412)
    return held


def _pass(given: JudgementGiven, held: Ruled, *, by: str) -> None:
    verdict = Verdict(given.verdict)
    subject = _taken_back(given, held) if verdict is Verdict.WITHDRAW else held.row.id
    try:
        record.record_judgement(Judgement(verdict, (subject,), by, now(), given.reason), seen=held.last, of=held.row.id)
    except record.ConflictError:
        raise ProblemError(412) from None
    except JudgementError as error:
        raise ProblemError(409, f"{str(error)[:1].upper()}{str(error)[1:]}.") from None


def _taken_back(given: JudgementGiven, held: Ruled) -> str:
    about = {row.id for row in browse.judgements_of(held.row.id)}
    if given.judgement is None or given.judgement not in about:
        raise ProblemError(422, errors=[{"where": "judgement", "says": "name a judgement on this finding: it is what is withdrawn"}])
    return given.judgement
