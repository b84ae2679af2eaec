"""Writing: only with a token and a role, never over what somebody else has judged meanwhile."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from amicity_web.accounts.models import ApiToken
from amicity_web.accounts.people import give_role, set_active
from amicity_web.accounts.tokens import AT_MOST, make_token
from amicity_web.api.document import described
from amicity_web.store import chain
from amicity_web.store.models import FindingRow, JudgementRow, ReportRow
from amicity_web.store.roles import Role
from api.conftest import Visitors

pytestmark = pytest.mark.usefixtures("told")
API = "/api/v1"
LEAST = {
    ("get", "/api/v1/findings/{finding}/judgements"): Role.READER,
    ("post", "/api/v1/findings"): Role.EDITOR,
    ("post", "/api/v1/findings/{finding}/judgements"): Role.EDITOR,
    ("post", "/api/v1/reports"): Role.EDITOR,
}
"""What wants more than nothing; anyone may use the rest."""

SENT = "SHENYANG, May 3 (Wire) -- Shenyang and Daegu signed a sister city agreement on May 3, 2023.\n"
ENTRY = {
    "kind": "relation",
    "when": "1988-05",
    "roles": {"party": [{"id": "geonames:2034937"}, {"name": "Turin", "country": "IT"}], "form": ["sister"]},
    "words": "Shenyang and Turin have been sister cities since May 1988.",
    "document": "Letter of the mayor, 1988, archive 12",
}


def draft() -> str:
    """A finding that nobody has judged."""
    return FindingRow.objects.get(standing=None).id


def state(client: Client, finding: str) -> str:
    """The ETag of a finding as it stands."""
    return client.get(f"{API}/findings/{finding}").headers["ETag"]


def judge(client: Client, finding: str, seen: str | None, **given: str) -> tuple[int, dict[str, object]]:
    """Pass a judgement on a finding as seen."""
    headers = {"If-Match": seen} if seen else {}
    answer = client.post(f"{API}/findings/{finding}/judgements", given, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_every_operation(visitor: Visitors, role: Role) -> None:
    client = visitor(role)
    for address, methods in described()["paths"].items():
        for method in methods:
            filled = address.replace("{finding}", draft() if role >= Role.EDITOR else FindingRow.objects.exclude(standing=None)[0].id)
            filled = filled.replace("{sort}", "type").replace("{name}", "ties")
            answer = client.generic(method.upper(), filled, b"{}", content_type="application/json")
            refused = answer.status_code in (401, 403)
            least = LEAST.get((method, address), Role.ANYONE)
            assert refused == (role < least), (method, address, role, answer.status_code)
            assert not refused or answer.status_code == (401 if role is Role.ANYONE else 403)
            if refused and answer.status_code == 401:
                assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("role", list(Role))
def test_drafts_are_for_editors(visitor: Visitors, role: Role) -> None:
    client, waiting = visitor(role), draft()
    mark = FindingRow.objects.get(id=waiting).report.digest
    sees = role >= Role.EDITOR
    assert (client.get(f"{API}/findings/{waiting}").status_code == 200) is sees
    assert (client.get(f"{API}/findings?standing=waiting").status_code == 200) is sees
    assert (client.get(f"{API}/findings/{waiting}/judgements").status_code == 200) is sees
    for address in ("/findings", f"/findings?report={mark}", "/exports/jsonl?place=Shenyang", "/answers/timeline?place=Shenyang"):
        assert waiting not in client.get(API + address).content.decode()


def test_a_report_is_read_and_its_findings_wait(editor: Client, anyone: Client) -> None:
    given = {"text": SENT, "title": "Daegu", "published": "2023-05-03", "grade": "agency"}
    answer = editor.post(f"{API}/reports", given, content_type="application/json")
    taken = answer.json()
    assert answer.status_code == 201 and taken["findings"] >= 1 and answer.headers["Location"] == f"{API}/reports/{taken['digest']}"
    waiting = editor.get(taken["waiting"]).json()["items"]
    assert len(waiting) == taken["findings"] and {each["ruling"]["fate"] for each in waiting} == {"waiting"}
    assert anyone.get(f"{API}/reports/{taken['digest']}").status_code == 404
    assert editor.get(f"{API}/reports/{taken['digest']}").json()["text"] == SENT
    again = editor.post(f"{API}/reports", given, content_type="application/json")
    assert again.status_code == 200 and again.json()["known"] and ReportRow.objects.filter(digest=taken["digest"]).count() == 1
    assert ReportRow.objects.get(digest=taken["digest"]).added_by == "editor"
    finding = next(each["id"] for each in waiting if each["finding"]["kind"] == "agreement")
    assert judge(editor, finding, state(editor, finding), verdict="accept")[0] == 201
    assert anyone.get(f"{API}/reports/{taken['digest']}").status_code == 200
    assert "geonames:1835329" in anyone.get(f"{API}/ties?place=geonames:1835329").content.decode()


def test_a_judgement_wants_the_state_that_was_seen(editor: Client, visitor: Visitors) -> None:
    finding, other = draft(), visitor(Role.ADMINISTRATOR)
    seen = state(editor, finding)
    assert judge(editor, finding, None, verdict="accept")[0] == 428
    assert judge(editor, finding, "*", verdict="accept")[0] == 428
    assert judge(other, finding, seen, verdict="reject", reason="not said")[0] == 201
    status, said = judge(editor, finding, seen, verdict="accept")
    assert status == 412 and said["title"] == "Changed since"
    status, held = judge(editor, finding, state(editor, finding), verdict="accept", reason="it is said")
    assert status == 201 and held["ruling"]["by"] == "editor" and held["ruling"]["fate"] == "accepted"  # type: ignore[index]
    passed = editor.get(f"{API}/findings/{finding}/judgements").json()
    assert [(each["verdict"], each["by"]) for each in passed["items"]] == [("reject", "administrator"), ("accept", "editor")]
    assert passed["state"] == state(editor, finding) and chain.verify() == JudgementRow.objects.count()


def test_a_withdrawal_takes_back_once(editor: Client) -> None:
    finding = draft()
    judge(editor, finding, state(editor, finding), verdict="accept")
    passed = editor.get(f"{API}/findings/{finding}/judgements").json()["items"][0]["id"]
    before = state(editor, finding)
    status, held = judge(editor, finding, before, verdict="withdraw", judgement=passed)
    assert status == 201 and held["ruling"]["fate"] == "waiting"  # type: ignore[index]
    assert judge(editor, finding, before, verdict="withdraw", judgement=passed)[0] == 412
    status, said = judge(editor, finding, state(editor, finding), verdict="withdraw", judgement=passed)
    assert status == 409 and "withdrawn already" in str(said["detail"])
    assert judge(editor, finding, state(editor, finding), verdict="withdraw", judgement="0" * 20)[0] == 422
    assert judge(editor, finding, state(editor, finding), verdict="withdraw")[0] == 422


def test_a_policy_changes_the_state_too(editor: Client) -> None:
    from amicity.terms.judgement import Judgement, Policy, Verdict
    from amicity_web.store.record import record_judgement

    finding = draft()
    seen = state(editor, finding)
    record_judgement(Judgement(Verdict.POLICY, (), "chief", "2026-01-01T00:00:00Z", policy=Policy(())))
    assert judge(editor, finding, seen, verdict="reject")[0] == 412


def test_a_fact_is_entered_by_hand(editor: Client, anyone: Client) -> None:
    answer = editor.post(f"{API}/findings", ENTRY, content_type="application/json")
    held = answer.json()
    assert answer.status_code == 201 and held["ruling"]["by"] == "editor" and held["finding"]["when"]["value"] == "1988-05"
    assert anyone.get(answer.headers["Location"]).headers["ETag"] == answer.headers["ETag"]
    report = anyone.get(f"{API}/reports/{held['report']}").json()
    quote = held["finding"]["quote"]
    assert report["text"][quote["start"] : quote["end"]] == quote["exact"] == ENTRY["words"]
    for mention in held["finding"]["roles"]["party"]:
        assert report["text"][mention["start"] : mention["end"]] == mention["text"]
    tie = anyone.get(f"{API}/ties?place=Turin").json()["items"][0]
    assert tie["findings"] == 2


def test_an_entry_sent_twice_is_one(editor: Client) -> None:
    first, second = (editor.post(f"{API}/findings", ENTRY, content_type="application/json") for _ in range(2))
    assert first.status_code == second.status_code == 201 and first.headers["Location"] == second.headers["Location"]
    other = editor.post(f"{API}/findings", ENTRY | {"words": "Entered by hand: they are."}, content_type="application/json")
    assert other.headers["Location"] != first.headers["Location"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"kind": "marriage"}, "body.kind"),
        ({"when": "someday"}, "when"),
        ({"roles": {"party": [{"id": "geonames:0"}]}}, "body.roles.party.0"),
        ({"roles": {"party": [7]}}, "body.roles.party.0"),
        ({"roles": {"guest": ["Karachi"]}}, "body.roles.guest"),
        ({"roles": {"form": ["sister"]}}, "body.roles.party"),
        ({"roles": {"party": ["Karachi"], "form": ["wedding"]}}, "body.roles.form.0"),
        ({"words": ""}, "words"),
        ({"document": "a\0b"}, "document"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"more": 1}, "more"),
    ],
)
def test_a_wrong_entry_is_told_field_by_field_and_not_kept(editor: Client, change: dict[str, object], where: str) -> None:
    before = ReportRow.objects.count()
    answer = editor.post(f"{API}/findings", ENTRY | change, content_type="application/json")
    assert answer.status_code == 422 and any(where in each["where"] for each in answer.json()["errors"]), answer.json()
    assert ReportRow.objects.count() == before


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"[" * 100_000, 400),
        (b'{"text": NaN}', 400),
        (b'{"text": "\\ud800"}', 400),
        (b'{"text": "a\\u0000b"}', 422),
        (b'{"text": ""}', 422),
        (b'{"text": 18446744073709551617}', 422),
        (b"\xff\xfe", 400),
        (b"[1]", 422),
    ],
)
def test_a_bad_body_is_a_problem(editor: Client, body: bytes, status: int) -> None:
    answer = editor.generic("POST", f"{API}/reports", body, content_type="application/json")
    assert answer.status_code == status and answer.headers["Content-Type"] == "application/problem+json"


def test_what_is_no_json_is_refused_by_its_type(editor: Client) -> None:
    for media in ("text/plain", "application/xml", "multipart/form-data; boundary=x"):
        answer = editor.generic("POST", f"{API}/reports", b'{"text": "a"}', content_type=media)
        assert answer.status_code == 415 and answer.json()["title"] == "Unsupported media type"


def test_a_token_is_shown_once_and_kept_as_a_digest(people: dict[Role, User]) -> None:
    person = Client()
    person.force_login(people[Role.EDITOR])
    page = person.post("/accounts/tokens/add/", {"name": "nightly", "role": "editor"}).content.decode()
    token = page.split('value="amicity_')[1].split('"')[0]
    row = ApiToken.objects.get()
    assert token not in row.digest and token not in person.get("/accounts/tokens/").content.decode() and row.last_used_at is None
    program = Client(headers={"Authorization": f"Bearer amicity_{token}"})
    assert program.get(f"{API}/findings?standing=waiting").status_code == 200
    row.refresh_from_db()
    assert row.last_used_at and ">never</td>" not in person.get("/accounts/tokens/").content.decode()
    other = Client()
    other.force_login(people[Role.ADMINISTRATOR])
    other.post(f"/accounts/tokens/{row.pk}/revoke/")
    assert program.get(f"{API}/places").status_code == 200, "only its own person revokes a token"
    person.post(f"/accounts/tokens/{row.pk}/revoke/")
    answer = program.get(f"{API}/places")
    assert answer.status_code == 401 and answer.headers["Content-Type"] == "application/problem+json"


def test_a_token_allows_no_more_than_its_person_and_its_own_role(people: dict[Role, User]) -> None:
    def status(token: str, address: str = f"{API}/findings?standing=any") -> int:
        return Client(headers={"Authorization": f"Bearer {token}"}).get(address).status_code

    weak = make_token(people[Role.ADMINISTRATOR], name="weak", role=Role.READER)
    bold = make_token(people[Role.READER], name="bold", role=Role.EDITOR)
    strong = make_token(people[Role.EDITOR], name="strong", role=Role.EDITOR)
    assert (status(weak), status(bold), status(strong)) == (403, 403, 200)
    give_role(people[Role.EDITOR], role=Role.READER)
    assert status(strong) == 403
    set_active(people[Role.EDITOR], active=False)
    assert status(strong, f"{API}/places") == 401


@pytest.mark.parametrize("shown", ["Bearer", "Bearer x", "Bearer amicity_x", "Basic YTpi", "amicity_", "Bearer " + "é" * 40, "Bearer \t"])
def test_what_is_no_token_is_refused(anyone: Client, shown: str) -> None:
    assert anyone.get(f"{API}/places", headers={"Authorization": shown}).status_code == 401


def test_nobody_has_too_many_tokens(people: dict[Role, User]) -> None:
    for number in range(AT_MOST):
        make_token(people[Role.EDITOR], name=str(number), role=Role.READER)
    person = Client()
    person.force_login(people[Role.EDITOR])
    answer = person.post("/accounts/tokens/add/", {"name": "one more", "role": "reader"})
    assert answer.status_code == 422 and "revoke one" in answer.content.decode()


def test_a_session_is_no_token(people: dict[Role, User]) -> None:
    person = Client()
    person.force_login(people[Role.EDITOR])
    assert person.post(f"{API}/reports", {"text": SENT}, content_type="application/json").status_code == 401
