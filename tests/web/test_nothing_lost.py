"""What somebody wrote is not lost, doubled or answered with a blank page when something comes between."""

import logging

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity_web.desk import views
from amicity_web.store import record
from amicity_web.store.models import FindingRow, JudgementRow, ReportRow
from amicity_web.store.roles import Role

pytestmark = pytest.mark.django_db
HERE = {"Sec-Fetch-Site": "same-origin"}
ENTRY = {
    "words": "The mayors signed.",
    "document": "Minutes 3/2020",
    "grade": "official",
    "status": "happened",
    "when": "2020",
    "role-party": "Karachi (PK)\nShenyang (CN)",
    "role-form": "sister",
}


def judged_meanwhile(claim: Finding, people: dict[Role, User]) -> None:
    other = Client()
    other.force_login(people[Role.ADMINISTRATOR])
    other.post(f"/desk/findings/{claim.id}/accept/", {"seen": 0})


def test_a_reason_stays_where_somebody_was_quicker(editor: Client, claim: Finding, people: dict[Role, User]) -> None:
    judged_meanwhile(claim, people)
    answer = editor.post(f"/desk/findings/{claim.id}/reject/", {"seen": 0, "reason": "A wrong date", "note": "It was July <1>."})
    page = answer.content.decode()
    assert answer.status_code == 409 and "It was July &lt;1&gt;." in page and '<option value="A wrong date" selected' in page
    again = editor.post(f"/desk/findings/{claim.id}/reject/", {"seen": record.last_word(claim.id), "note": "It was July."})
    assert again.status_code == 302 and FindingRow.objects.get().standing.verdict == "rejected"


def test_a_correction_stays_where_somebody_was_quicker(editor: Client, claim: Finding, people: dict[Role, User]) -> None:
    judged_meanwhile(claim, people)
    given = {**ENTRY, "when": "2017-07", "seen": 0, "note": "see the seal"}
    answer = editor.post(f"/desk/findings/{claim.id}/correct/", given)
    page = answer.content.decode()
    assert answer.status_code == 409 and 'value="2017-07"' in page and "see the seal" in page
    assert "Accept by administrator" in page and f'name="seen" value="{record.last_word(claim.id)}"' in page
    assert editor.post(f"/desk/findings/{claim.id}/correct/", {**given, "seen": record.last_word(claim.id)}).status_code == 302


def test_a_note_that_is_too_long_is_shown_beside_what_is_wrong(editor: Client, claim: Finding) -> None:
    answer = editor.post(f"/desk/findings/{claim.id}/reject/", {"seen": 0, "note": "n" * 501})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Note: Ensure this value has at most 500 characters" in page and "n" * 501 in page
    assert not JudgementRow.objects.exists()


def test_a_marked_finding_judged_this_moment_is_counted_and_not_fatal(
    editor: Client, claim: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = views.acts.judge

    def beaten(verdict: Verdict, finding: str, **more: object) -> Judgement:
        record.record_judgement(Judgement(Verdict.REJECT, (finding,), "somebody quicker", "2026-01-01T00:00:00+00:00", "no"))
        return judge(verdict, finding, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(views.acts, "judge", beaten)
    page = editor.post("/desk/accept/", {"finding": [claim.id]}, follow=True).content.decode()
    assert "1 had been judged by somebody meanwhile" in page and "accepted." not in page


def test_an_entry_sent_twice_is_one(editor: Client) -> None:
    first = editor.post("/desk/enter/relation/", ENTRY)
    second = editor.post("/desk/enter/relation/", ENTRY, follow=True)
    assert second.redirect_chain[-1][0] == first.headers["Location"] and "a moment ago" in second.content.decode()
    assert ReportRow.objects.count() == JudgementRow.objects.count() == 1
    editor.post("/desk/enter/relation/", ENTRY | {"document": "Minutes 4/2020"})
    editor.post("/desk/enter/relation/", ENTRY | {"when": "2021"})
    assert ReportRow.objects.count() == 3


def test_an_entry_that_was_taken_back_can_be_made_anew(editor: Client) -> None:
    editor.post("/desk/enter/relation/", ENTRY)
    editor.post(f"/desk/judgements/{JudgementRow.objects.get().id}/undo/")
    assert "Entered" in editor.post("/desk/enter/relation/", ENTRY, follow=True).content.decode()
    assert ReportRow.objects.count() == 2


def test_a_policy_sent_twice_stands_once(editor: Client) -> None:
    given = {"confidences": ["A"], "sources": "pile/*", "reason": "the city's own", "adopt": ""}
    editor.post("/desk/policies/", given)
    assert "stands already" in editor.post("/desk/policies/", given, follow=True).content.decode()
    assert JudgementRow.objects.count() == 1


def test_who_was_signed_out_keeps_what_was_written(people: dict[Role, User]) -> None:
    answer = Client().post("/desk/enter/relation/", ENTRY | {"words": "A <b>long</b> sentence."}, headers=HERE)
    page = answer.content.decode()
    assert answer.status_code == 403 and "You have been signed out" in page and "Sign in" in page
    assert 'action="/desk/enter/relation/"' in page and 'name="words" value="A &lt;b&gt;long&lt;/b&gt; sentence."' in page
    assert not ReportRow.objects.exists()
    elsewhere = Client().post("/desk/enter/relation/", ENTRY, headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 302 and "/accounts/login/" in elsewhere.headers["Location"]


def test_a_form_of_before_the_last_sign_in_can_be_sent_again(people: dict[Role, User]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people[Role.EDITOR])
    answer = strict.post("/desk/enter/relation/", ENTRY | {"csrfmiddlewaretoken": "x" * 64}, headers=HERE)
    page = answer.content.decode()
    assert answer.status_code == 403 and "send it again" in page and "The mayors signed." in page and "x" * 64 not in page
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    assert strict.post("/desk/enter/relation/", ENTRY | {"csrfmiddlewaretoken": token}, headers=HERE).status_code == 302
    assert ReportRow.objects.count() == 1


@pytest.mark.parametrize("told", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_what_another_site_sent_is_not_kept(people: dict[Role, User], told: dict[str, str]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people[Role.EDITOR])
    page = strict.post("/desk/enter/relation/", ENTRY, headers=told).content.decode()
    assert "Nothing was done" in page and "The mayors signed." not in page


def test_no_password_is_kept_on_a_page(people: dict[Role, User]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people[Role.EDITOR])
    page = strict.post("/accounts/password/", {"old_password": "seventeen lanterns"}, headers=HERE).content.decode()
    assert "Nothing was done" in page and "lanterns" not in page


@pytest.mark.parametrize("line", ["2022-02-30", "-1", "½ ∞", "x" * 201])
def test_what_is_no_name_is_no_place(editor: Client, line: str) -> None:
    answer = editor.post("/desk/enter/relation/", ENTRY | {"role-party": f"Karachi (PK)\n{line}"})
    page = answer.content.decode()
    assert answer.status_code == 422 and line in page and ("is no place" in page or "too long for a name" in page)
    assert not ReportRow.objects.exists()


@pytest.mark.parametrize("address", ["/theme/", "/desk/accept/", "/accounts/tokens/add/"])
def test_an_address_for_forms_says_so_to_who_opens_it(editor: Client, address: str) -> None:
    answer = editor.get(address)
    assert answer.status_code == 405 and answer["Allow"] == "POST" and "is not opened this way" in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/about/", "/desk/", "/nowhere/"])
def test_a_head_has_no_body(editor: Client, address: str) -> None:
    whole, head = editor.get(address), editor.head(address)
    assert head.status_code == whole.status_code and head.content == b""
    assert int(head["Content-Length"]) > 1000


def test_nonsense_from_outside_is_one_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    handler = logging.getLogger("django").handlers[0]
    logging.getLogger("django.request").addHandler(caplog.handler)
    try:
        Client().get("/?as_of=then")
    finally:
        logging.getLogger("django.request").removeHandler(caplog.handler)
    records = [record for record in caplog.records if "then" in record.getMessage()]
    assert records and all(handler.filter(record) and record.exc_info is None for record in records)


@pytest.mark.parametrize("address", ["/desk/enter/relation/", "correct"])
def test_a_long_form_says_at_its_head_that_something_needs_mending(editor: Client, claim: Finding, address: str) -> None:
    address = f"/desk/findings/{claim.id}/correct/" if address == "correct" else address
    says = "What needs mending is marked below"
    assert says not in editor.get(address).content.decode()
    page = editor.post(address, ENTRY | {"seen": "0", "when": "2022-02-30"}).content.decode()
    assert says in page and 'value="2022-02-30"' in page and "names a day that no calendar has" in page


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"file": SimpleUploadedFile("minutes.exe", bytes(range(256)) * 9)}, "minutes.exe is a binary file, not text"),
        ({"text": "a" * (21 * 2**20)}, "What you pasted is 22 MB"),
    ],
)
def test_a_refusal_speaks_of_what_was_given(editor: Client, given: dict[str, object], says: str) -> None:
    answer = editor.post("/desk/reports/add/", {"grade": "city", **given})
    assert answer.status_code == 422 and says in answer.content.decode()


def test_a_role_that_is_none_is_refused_in_words(people: dict[Role, User]) -> None:
    visitor = Client()
    visitor.force_login(people[Role.ADMINISTRATOR])
    answer = visitor.post(f"/accounts/people/{people[Role.READER].pk}/role/", {"role": "king"}, follow=True)
    assert "Nothing was done: choose a role for reader" in answer.content.decode()


@pytest.mark.parametrize("address", ["/search/", "/nowhere/", "/api/v1/places", "/desk/"])
def test_an_address_with_a_thousand_questions_is_refused(editor: Client, address: str) -> None:
    answer = editor.get(f"{address}?{'&'.join(['a'] * 1100)}")
    assert answer.status_code == 400 and b"understood" in answer.content.lower()
