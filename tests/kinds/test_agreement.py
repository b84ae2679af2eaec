"""Agreements: which verb governs which paper, and on what day."""

from amicity.reading import read
from amicity.terms.report import Report
from kinds.told import only, told


def test_another_paper_was_signed_than_the_one_that_ended() -> None:
    text = "Prague terminated its partnership agreement with Beijing in October 2019 and signed one with Taipei in January 2020."
    assert not any("Beijing" in f.roles["party"] for f in told("agreement", text))
    assert only("termination", text).roles["party"] == ["Prague", "Beijing"]


def test_a_short_report_of_a_signing_is_read() -> None:
    found = read(Report(source="short.txt", text="Oslo and Lima signed a memorandum in August 2018."))
    assert [f.kind for f in found] == ["agreement"]


def test_what_is_to_come_lies_ahead() -> None:
    text = "5 March 2020\n\nLeeds will sign a sister city agreement with Yerevan in October."
    (found,) = (f for f in read(Report(source="t.txt", text=text)) if f.kind == "agreement")
    assert found.when is not None
    assert (found.status.value, found.when.value.edtf) == ("planned", "2020-10")


def test_a_weekday_of_what_is_to_come_lies_ahead() -> None:
    told_on = "5 March 2020\n\nA delegation from Lviv {} Leeds, its sister city, on Friday."
    days = [
        f.when.value.edtf
        for verb in ("visited", "will visit")
        for f in read(Report(source="t.txt", text=told_on.format(verb)))
        if f.kind == "visit" and f.when is not None
    ]
    assert days == ["2020-02-28", "2020-03-06"]


def test_an_invitation_renews_nothing() -> None:
    text = "Belgrade extended an invitation to Banja Luka to become a sister city."
    assert told("renewal", text) == []
