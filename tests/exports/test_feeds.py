"""Atom and calendars: what programs that subscribe are told, and told again when it changes."""

import io
from dataclasses import replace
from datetime import date, datetime

import feedparser
import pytest
from icalendar import Calendar, Event
from lxml import etree

from amicity.exports import exports
from amicity.register import fold
from amicity.terms.export import Edition
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.status import Status
from builders import BELFAST, KARACHI, SAPPORO, SHENYANG, accept_all, finding, imprint, judge, relation, visit
from exports.editions import FINDINGS, edition, written

ATOM = "{http://www.w3.org/2005/Atom}"


def events(name: str, whole: Edition) -> dict[str, Event]:
    calendar = Calendar.from_ical(exports()[name].write(whole))
    assert calendar.get("version") == "2.0"
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_feed_has_what_rfc_4287_wants() -> None:
    feed = etree.fromstring(exports()["atom"].write(replace(edition(), address="https://register.example")))
    assert [len(feed.findall(ATOM + name)) for name in ("id", "title", "updated", "rights", "author")] == [1] * 5
    entries = feed.findall(ATOM + "entry")
    assert len(entries) == len(edition().register.findings)
    for entry in entries:
        assert [len(entry.findall(ATOM + name)) for name in ("id", "title", "updated", "content")] == [1] * 4
        assert datetime.fromisoformat(entry.findtext(ATOM + "updated") or "").tzinfo
    assert len({entry.findtext(ATOM + "id") for entry in entries}) == len(entries)
    read = feedparser.parse(io.BytesIO(etree.tostring(feed)))
    assert not read.bozo
    assert read.entries[0].link.startswith("https://register.example/reports/")


def test_the_latest_judgement_comes_first() -> None:
    chosen = FINDINGS[3]
    late = judge(Verdict.ACCEPT, chosen.id, by="Li Na", at="2026-05-05T08:00:00+02:00")
    feed = feedparser.parse(exports()["atom"].write(edition(judgements=(accept_all(), late))))
    assert feed.entries[0].id == f"urn:x-amicity:finding:{chosen.id}"
    assert (feed.entries[0].author, feed.feed.updated) == ("Li Na", "2026-05-05T08:00:00+02:00")


def test_a_calendar_of_each_topic_holds_that_topic() -> None:
    whole = edition(day=date(2018, 9, 1))
    kinds = {name: {str(e["uid"]).split("-")[0] for e in events(f"ical_{name}", whole).values()} for name in ("anniversaries", "promises")}
    assert kinds == {"anniversaries": {"geonames"}, "promises": {"promise"}}
    assert {uid.split("-")[0] for uid in events("ical_events", edition())} == {"agreement", "visit"}
    together = events("ical", whole).keys()
    assert together == {uid for name in ("anniversaries", "promises", "events") for uid in events(f"ical_{name}", whole)}


def test_all_events_last_whole_days() -> None:
    for event in events("ical", edition()).values():
        assert type(event["dtstart"].dt) is date
        assert event["dtend"].dt > event["dtstart"].dt
        assert event["dtstart"].params["value"] == "DATE"


def test_an_event_keeps_its_uid_and_its_number_rises() -> None:
    before, after = (events("ical", replace(edition(), revision=revision)) for revision in (3, 7))
    assert before.keys() == after.keys()
    assert {int(event["sequence"]) for event in before.values()} == {3}
    assert {int(event["sequence"]) for event in after.values()} == {7}


def test_the_anniversaries_of_an_ended_tie_are_cancelled() -> None:
    whole = edition(day=date(2021, 1, 1))
    states = {uid: str(event["status"]) for uid, event in events("ical_anniversaries", whole).items() if "2655984" in uid}
    assert set(states.values()) == {"CANCELLED"}
    earlier = edition(day=date(2019, 7, 1))
    kept = {uid: str(event["status"]) for uid, event in events("ical_anniversaries", earlier).items() if "2655984" in uid}
    assert set(kept.values()) == {"CONFIRMED"}
    assert set(states) & set(kept), "the same anniversary is first shown and then cancelled"


def test_an_anniversary_tells_how_each_house_keeps_it() -> None:
    tie = relation(SHENYANG, SAPPORO, when="1980-11-18", report="tie")
    coming = events("ical_anniversaries", edition(tie, day=date(2029, 1, 1)))
    told = {uid.rpartition("@")[0].rpartition("-")[2]: str(event["description"]) for uid, event in coming.items() if "2128295" in uid}
    assert "Shenyang: letters of congratulation" in told["49"]
    assert "Shenyang: celebrate" in told["50"]


def test_a_promise_taken_back_is_cancelled() -> None:
    told = {"by": KARACHI, "to": SHENYANG, "action": "visit the fair"}
    said = finding("promise", when="2018-12", status=Status.PLANNED, **told)
    denied = finding("promise", when="2018-12", status=Status.DENIED, report="b", **told)
    whole = edition(said, denied, day=date(2018, 9, 1))
    assert "CANCELLED" in {str(event["status"]) for event in events("ical_promises", whole).values()}


@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.WITHDRAW])
def test_what_a_person_rejects_or_takes_back_is_cancelled_without_a_word(verdict: Verdict) -> None:
    trip = visit(SHENYANG, SAPPORO, when="2022-09-01", report="trip", leader="Li Na")
    yes = judge(Verdict.ACCEPT, trip.id)
    no = judge(verdict, trip.id if verdict is Verdict.REJECT else yes.id, at="2026-02-02T00:00:00Z")
    (shown,) = events("ical_events", of(trip, yes)).values()
    (gone,) = events("ical_events", of(trip, yes, no)).values()
    assert (shown["uid"], shown["dtstart"].dt) == (gone["uid"], gone["dtstart"].dt)
    assert (str(shown["status"]), str(gone["status"]), str(gone["summary"])) == ("CONFIRMED", "CANCELLED", "Withdrawn")


def of(trip: "object", *judgements: Judgement) -> Edition:
    register = fold([trip], judgements, imprints=[imprint("trip", "2022-09-02")])  # type: ignore[list-item]
    return Edition(register, date(2022, 10, 17), None, (trip,), judgements)  # type: ignore[arg-type]


def test_what_is_only_planned_is_tentative() -> None:
    plan = visit(SHENYANG, BELFAST, when="2022-11", status=Status.PLANNED, report="trip")
    (event,) = events("ical_events", edition(plan)).values()
    assert str(event["status"]) == "TENTATIVE"


def test_a_decade_is_no_event() -> None:
    assert events("ical_events", edition(visit(SHENYANG, BELFAST, when="202X", report="trip"))) == {}


def test_the_last_day_of_the_calendar_stops_nothing() -> None:
    assert written("ical", relation(SHENYANG, SAPPORO, when="1980"), day=date(9999, 12, 31))
    assert written("ical", relation(SHENYANG, SAPPORO, when="1980"), day=date(1, 1, 1))
