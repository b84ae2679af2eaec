"""Who met whom."""

from amicity.reading import read
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from kinds.told import told


def _meetings(text: str) -> list[Finding]:
    return [f for f in read(Report(source="t.txt", text="Oslo and Busan are sister cities. " + text)) if f.kind == "meeting"]


def test_an_envoy_without_a_name_stands_for_the_state() -> None:
    meeting = _meetings("Busan Mayor Park Heong-jun met with the Chinese Consul General at City Hall.")[0]
    assert [m.place.name for m in meeting.roles["host"] if m.place] == ["Busan"]
    assert [m.place.country for m in meeting.roles["guest"] if m.place] == ["CN"]


def test_two_mayors_met() -> None:
    meeting = _meetings("Oslo Mayor Ann Bell met Busan Mayor Park Heong-jun in Oslo.")[0]
    assert [m.place.name for m in meeting.roles["guest"] if m.place] == ["Busan"]


def test_a_town_does_not_meet_itself() -> None:
    assert _meetings("Oslo Mayor Ann Bell met Oslo residents.") == []


def test_officials_of_two_towns_met() -> None:
    meeting = _meetings("On 3 July 2019, representatives of Malmö and Tangshan met in Tangshan to discuss port logistics.")[0]
    assert [m.place.name for role in ("host", "guest") for m in meeting.roles[role] if m.place] == ["Tangshan", "Malmö"]


def test_the_officials_of_a_town_are_no_delegation_beside_one() -> None:
    (meeting,) = _meetings("A four-member delegation from Busan met with officials of Oslo.")
    assert [m.place.name for role in ("host", "guest") for m in meeting.roles[role] if m.place] == ["Oslo", "Busan"]


def test_the_governor_is_the_one_introduced() -> None:
    text = "The Governor of Muscat, Hamad Al Amri, was in town. Oslo Mayor Ann Bell received the Governor and signed the guest book."
    (meeting,) = _meetings(text)
    assert [m.place.name for role in ("host", "guest") for m in meeting.roles[role] if m.place] == ["Oslo", "Muscat"]


def test_exchange_students_are_no_meeting() -> None:
    assert _meetings("Oslo received 14 students from Busan.") == []


def test_who_was_visited_received() -> None:
    text = "Busan Mayor Min Lee and his team visited Oslo on 3 May 2019. Mayor Lee met with Mayor Ann Bell."
    (meeting,) = _meetings(text)
    assert [m.place.name for role in ("host", "guest") for m in meeting.roles[role] if m.place] == ["Oslo", "Busan"]


def test_a_sister_city_beside_a_town_meets_nobody() -> None:
    text = "Mayor Min Lee of Busan met with Mayor Ann Bell of Oslo, a sister city of Busan, to discuss ports."
    (meeting,) = _meetings(text)
    assert {m.place.name for role in ("host", "guest") for m in meeting.roles[role] if m.place} == {"Oslo", "Busan"}


def test_one_province_told_twice_is_one_side() -> None:
    text = "Governor Wang Ming of Hubei met Ann Bell, the mayor of Oslo, in Wuhan. Ann Bell of Oslo met Hubei Province Governor Wang Ming."
    assert len(_meetings(text)) == 1


def test_who_is_visited_in_person_is_met() -> None:
    (meeting,) = _meetings("Busan Mayor Min Lee visited Ann Bell, mayor of Oslo.")
    assert [m.place.name for role in ("host", "guest") for m in meeting.roles[role] if m.place] == ["Oslo", "Busan"]
    assert _meetings("Busan Mayor Min Lee visited the house where Ann Bell, mayor of Oslo, was born.") == []


def test_talks_with_several_guests_are_those_told_of_each() -> None:
    text = "Kaunas Mayor Ona Rimkus met with the mayor of Vejle, Per Holm. Kaunas Mayor Ona Rimkus met with the mayor of Hagen, Ute Voss. "
    assert [f.roles["guest"] for f in told("meeting", text)] == [["Vejle"], ["Hagen"]]
    assert [f.roles["guest"] for f in told("meeting", f"Kaunas received guests from Vejle and Hagen. {text}")] == [["Vejle"], ["Hagen"]]
    both = "Kaunas received guests from Vejle and Hagen. Kaunas Mayor Ona Rimkus met with the mayor of Vejle, Per Holm."
    assert ["Vejle", "Hagen"] in [f.roles["guest"] for f in told("meeting", both)]


def test_what_is_received_is_not_who() -> None:
    text = "Kaunas received {} from Hagen, Germany."
    assert told("meeting", text.format("three buses")) == []
    assert len(told("meeting", text.format("three guests"))) == 1
