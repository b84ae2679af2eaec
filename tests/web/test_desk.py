"""The desk at work: accept, correct, reject, same-as, undo, conflict, entry, reports, policies."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from stories import letter, promotion, told

from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.span import Span
from amicity_web.desk import reports
from amicity_web.store import apart, load, record
from amicity_web.store.models import FindingRow, JudgementRow, ReportRow, TieRow
from builders import KARACHI, SHENYANG, agreement

pytestmark = pytest.mark.django_db
TIE = "geonames-1174872+geonames-2034937"


def post(editor: Client, finding: Finding, act: str, **more: object) -> object:
    return editor.post(f"/desk/findings/{finding.id}/{act}/", {"seen": record.last_word(finding.id), **more})


def test_the_queue_shows_what_waits(editor: Client, claim: Finding) -> None:
    page = editor.get("/desk/").content.decode()
    assert "1 finding waits" in page and claim.id in page
    post(editor, claim, "accept")
    assert claim.id not in editor.get("/desk/").content.decode().replace("undo", "")
    assert claim.id in editor.get("/desk/?standing=accepted&kind=agreement&confidence=A&place=karachi").content.decode()
    assert claim.id not in editor.get("/desk/?standing=accepted&place=oslo").content.decode()


def test_a_finding_shows_its_passage_and_what_accepting_would_do(editor: Client, claim: Finding) -> None:
    page = editor.get(f"/desk/findings/{claim.id}/").content.decode()
    assert "<mark>" in page and "signed a letter of intent on sister-city ties" in page
    assert "New tie: Karachi – Shenyang, letter of intent since August 2018" in page


def test_accept_then_undo(editor: Client, claim: Finding) -> None:
    before = load.whole_register()
    answer = editor.post(f"/desk/findings/{claim.id}/accept/", {"seen": 0}, follow=True)
    assert f'Accepted. See the tie <a href="/ties/{TIE}/">Karachi – Shenyang</a>. Nothing else waits.' in answer.content.decode()
    assert TieRow.objects.get().id == TIE
    answer = editor.post(f"/desk/judgements/{JudgementRow.objects.get().id}/undo/", follow=True)
    assert "The register is as it was before it" in answer.content.decode()
    assert load.whole_register() == before and not TieRow.objects.exists()


def test_accepting_goes_on_to_the_next(editor: Client, claim: Finding) -> None:
    report, findings = promotion()
    record.record_report(report, findings, by="test")
    answer = editor.post(f"/desk/findings/{claim.id}/accept/?kind=relation", {"seen": 0})
    assert answer.headers["Location"].startswith(f"/desk/findings/{findings[1].id}/?")


def test_marked_findings_are_accepted_each_by_a_judgement_of_its_own(editor: Client, claim: Finding) -> None:
    report, findings = promotion()
    record.record_report(report, findings, by="test")
    post(editor, findings[0], "reject", reason="A wrong date")
    marked = [claim.id, findings[0].id, findings[1].id, "0" * 20]
    page = editor.post("/desk/accept/?kind=relation", {"finding": marked}, follow=True)
    assert page.redirect_chain[-1][0].endswith("kind=relation")
    said = page.content.decode()
    assert "2 findings accepted" in said and "2 had been judged by somebody meanwhile" in said
    assert {row.verdict for row in JudgementRow.objects.filter(about__subject__in=[claim.id, findings[1].id])} == {"accept"}
    assert JudgementRow.objects.count() == 3
    assert "Nothing was marked" in editor.post("/desk/accept/", follow=True).content.decode()


def test_reject_keeps_its_reason(editor: Client, claim: Finding) -> None:
    post(editor, claim, "reject", reason="A wrong date", note="It was July.")
    assert load.judgement(JudgementRow.objects.get().id).reason == "A wrong date. It was July."  # type: ignore[union-attr]
    assert not TieRow.objects.exists()


def test_correct(editor: Client, claim: Finding) -> None:
    form = editor.get(f"/desk/findings/{claim.id}/correct/").context["form"]
    given = {
        "seen": 0,
        "status": "happened",
        "when": "2018-08-09",
        **{name: form.initial.get(name, "") for name in form.fields if "role" in name},
    }
    answer = editor.post(f"/desk/findings/{claim.id}/correct/", given)
    assert answer.status_code == 302, answer.content.decode()
    tie = load.register_for_tie(TIE).relation(TIE)
    assert tie is not None and tie.since is not None and tie.since.edtf == "2018-08-09"
    fixed = load.judgement(JudgementRow.objects.get().id).correction  # type: ignore[union-attr]
    assert fixed is not None and fixed.quote == claim.quote and fixed.roles == claim.roles


def test_a_wrong_date_is_named_beside_its_field(editor: Client, claim: Finding) -> None:
    answer = editor.post(f"/desk/findings/{claim.id}/correct/", {"seen": 0, "status": "happened", "when": "2018-02-30"})
    assert answer.status_code == 422 and "names a day that no calendar has" in answer.content.decode()
    assert not JudgementRow.objects.exists()


def test_same_as(editor: Client, claim: Finding) -> None:
    report, findings = told("Again: the letter of intent of August 2018.", claim)
    record.record_report(report, findings, by="test")
    page = editor.get(f"/desk/findings/{claim.id}/").content.decode()
    assert "May tell of the same thing" in page
    answer = post(editor, claim, "same", other=findings[0].id)
    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert JudgementRow.objects.get().verdict == "same_as"


def test_who_comes_second_is_told_and_nothing_is_overwritten(editor: Client, claim: Finding) -> None:
    assert editor.post(f"/desk/findings/{claim.id}/accept/", {"seen": 0}).status_code == 302
    answer = editor.post(f"/desk/findings/{claim.id}/reject/", {"seen": 0})
    assert answer.status_code == 409 and "Nothing was written" in answer.content.decode()
    assert JudgementRow.objects.count() == 1


def test_a_fact_entered_by_hand(editor: Client) -> None:
    given = {
        "words": "Shenyang and Sapporo have been sister cities since 1980.",
        "document": "Agreement of 18 November 1980, file 12",
        "grade": "official",
        "status": "happened",
        "when": "1980-11-18",
        "role-party": "Shenyang (CN) geonames:2034937\nSapporo (JP) geonames:2128295",
        "role-form": "sister",
    }
    answer = editor.post("/desk/enter/relation/", given, follow=True)
    assert answer.status_code == 200 and "Entered, and accepted in your name" in answer.content.decode()
    row, report = FindingRow.objects.get(), ReportRow.objects.get()
    finding = load.finding(row.id)
    assert finding is not None and finding.quote.text == given["words"]
    for span in [finding.quote, finding.when.span, *(m.span for ms in finding.roles.values() for m in ms)]:  # type: ignore[union-attr]
        assert report.text[span.start : span.end] == span.text  # type: ignore[union-attr]
    tie = TieRow.objects.get()
    assert (tie.form, tie.since) == ("sister", "1980-11-18")


def test_an_entry_without_parties_is_sent_back(editor: Client) -> None:
    answer = editor.post("/desk/enter/relation/", {"words": "x", "document": "y", "grade": "official", "status": "happened"})
    assert answer.status_code == 422 and "Say at least this" in answer.content.decode()
    assert not ReportRow.objects.exists()


def test_a_pasted_report_shows_its_findings_at_once(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "read_apart", fake_reading)
    answer = editor.post("/desk/reports/add/", {"text": letter()[0].text, "grade": "agency"}, follow=True)
    page = answer.content.decode()
    assert "with 1 finding." in page and "etter of intent" in page
    again = editor.post("/desk/reports/add/", {"text": letter()[0].text, "grade": "agency"}, follow=True)
    assert "was here already" in again.content.decode() and ReportRow.objects.count() == 1


def fake_reading(content: bytes, *, source: str, **known: object) -> apart.Reading:
    text = content.decode()
    _, findings = told(text, *letter()[1], source=source)
    return apart.Reading(Report(source, text), tuple(replace(finding) for finding in findings))


def test_a_policy_is_tried_adopted_and_undone(editor: Client, claim: Finding) -> None:
    given = {"confidences": ["A"], "sources": "pile/*", "reason": "The city's own pages"}
    assert "would accept 1 of the findings" in editor.post("/desk/policies/", {**given, "try": ""}).content.decode()
    assert not JudgementRow.objects.exists()
    editor.post("/desk/policies/", {**given, "adopt": ""})
    assert TieRow.objects.exists()
    editor.post(f"/desk/judgements/{JudgementRow.objects.get().id}/undo/")
    assert not TieRow.objects.exists()


def test_no_get_changes_anything(editor: Client, claim: Finding) -> None:
    post(editor, claim, "accept")
    before = dump()
    for address in (
        *("/desk/", f"/desk/findings/{claim.id}/", f"/desk/findings/{claim.id}/correct/", "/desk/judgements/", "/desk/policies/"),
        *("/desk/enter/", "/desk/enter/agreement/", "/desk/reports/add/", f"/desk/reports/{claim.report}/"),
        *(
            f"/desk/findings/{claim.id}/accept/",
            f"/desk/findings/{claim.id}/reject/",
            f"/desk/judgements/{JudgementRow.objects.get().id}/undo/",
        ),
    ):
        assert editor.get(address).status_code in (200, 405), address
    assert dump() == before


def dump() -> list[object]:
    tables = [name for name in connection.introspection.table_names() if name.startswith(("store_", "auth_", "accounts_"))]
    with connection.cursor() as cursor:
        rows = []
        for table in sorted(tables):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            rows.append((table, sorted(map(repr, cursor.fetchall()))))
        return rows


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "javascript:alert(1)"])
def test_what_a_report_says_is_never_markup(editor: Client, payload: str) -> None:
    report, findings = told(f"{payload} Shenyang and Karachi signed.", *letter()[1])
    record.record_report(replace(report, title=payload, publisher=payload), findings, by=payload)
    for address in (
        "/desk/",
        f"/desk/findings/{findings[0].id}/",
        f"/desk/reports/{report.digest}/",
        f"/desk/findings/{findings[0].id}/correct/",
    ):
        page = editor.get(address).content.decode()
        assert "<script>alert" not in page and "<img src=x" not in page and "49 Shenyang" not in page


def test_unknown_things_are_not_found(editor: Client) -> None:
    for address in ("/desk/findings/nothing/", "/desk/reports/nothing/", "/desk/enter/nothing/"):
        assert editor.get(address).status_code == 404
    assert editor.post("/desk/judgements/nothing/undo/").status_code == 404
    assert editor.post("/desk/findings/nothing/accept/", {"seen": 0}).status_code == 404


def test_a_name_in_the_message_is_never_markup(editor: Client) -> None:
    bad = replace(KARACHI, name="<img src=x onerror=alert(1)>")
    report, findings = told("A paper.", agreement(SHENYANG, bad, when="2018"))
    record.record_report(report, findings, by="test")
    answer = editor.post(f"/desk/findings/{findings[0].id}/accept/", {"seen": 0}, follow=True)
    assert "See the tie" in answer.content.decode() and "<img src=x" not in answer.content.decode()


def test_a_report_at_the_desk_marks_what_it_states(editor: Client) -> None:
    text = "First. Shenyang and Karachi signed. Last."
    report, (finding,) = told(text, *letter()[1])
    record.record_report(report, [replace(finding, quote=Span.of(text, 7, 35))], by="test")
    page = editor.get(f"/desk/reports/{report.digest}/").content.decode()
    assert "First. <mark>Shenyang and Karachi signed.</mark> Last." in page
