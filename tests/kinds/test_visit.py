"""Who came to whom."""

import pytest

from amicity.reading import read
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from kinds.told import told

_TIE = "Oslo and Busan are sister cities. "


def _visits(text: str) -> list[Finding]:
    return [f for f in read(Report(source="t.txt", text=_TIE + text)) if f.kind == "visit"]


def _names(finding: Finding, role: str) -> set[str | None]:
    return {m.place.name if m.place else None for m in finding.roles.get(role, ())}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A delegation from Busan visited Oslo in May 2019.", "happened"),
        ("Oslo welcomed a 12-member delegation from Busan.", "happened"),
        ("Forty visitors from Busan were in Oslo at the weekend.", "happened"),
        ("The visit of an 18-member delegation from Busan took place in October 1995; Oslo was glad.", "happened"),
        ("Busan will send a delegation to Oslo in May.", "planned"),
        ("A delegation from Busan embarks on a three-day visit to Oslo.", "happened"),
        ("Busan Mayor Min Lee will make a working visit to Oslo in May.", "planned"),
        ("Busan Mayor Min Lee, who is in Oslo with a team of engineers, spoke.", "happened"),
        ("A delegation from Busan met Oslo Mayor Anne Lind here on Monday.", "happened"),
        ("Oslo Mayor Anne Lind received Min Lee, Mayor of Busan, and the delegation accompanying him.", "happened"),
        ("At the invitation of Oslo Mayor Anne Lind, Busan Mayor Min Lee paid an official visit to Oslo today.", "happened"),
    ],
)
def test_somebody_came(text: str, status: str) -> None:
    visit = _visits(text)[0]
    assert (_names(visit, "visitor"), _names(visit, "host"), visit.status.value) == ({"Busan"}, {"Oslo"}, status)


@pytest.mark.parametrize(
    "text",
    [
        "Busan Mayor Min Lee was born in Oslo.",
        "He spoke of a trip to Oslo.",
        "About 120 delegations have come to Oslo.",
        "Oslo received a prize from Busan.",
        "A delegation from Busan met Oslo Mayor Anne Lind in Lima.",
    ],
)
def test_nobody_is_said_to_have_come_to_oslo(text: str) -> None:
    assert not [v for v in _visits(text) if "Oslo" in _names(v, "host")]


def test_who_led_the_delegation_is_told_later() -> None:
    (visit,) = _visits("Oslo welcomed a delegation from Busan on Monday. The 12-member delegation was led by Mrs Jane Parks.")
    assert (visit.roles["leader"][0].value, visit.roles["size"][0].value) == ("Jane Parks", 12)


def test_a_return_visit_is_another() -> None:
    found = _visits("In 2014 a delegation from Oslo visited Busan. Oslo welcomed a delegation from Busan.")
    assert [(_names(v, "visitor"), _names(v, "host")) for v in found] == [({"Oslo"}, {"Busan"}), ({"Busan"}, {"Oslo"})]


@pytest.mark.parametrize(
    "text", ["Oslo's mayor invited a delegation from Busan to visit Oslo.", "People like to visit.", "The visit to Oslo was recalled."]
)
def test_nobody_came(text: str) -> None:
    assert _visits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Min Lee, Mayor of Busan, paid a courtesy call on the mayor of Oslo.",
        "Oslo Mayor Anne Lind received the visiting Chairman of the Busan Metropolitan Council, Min Lee.",
        "A few hours before, a delegation led by Busan Deputy Mayor Min Lee had landed in Oslo.",
    ],
)
def test_calls_and_receptions_are_visits_too(text: str) -> None:
    (visit,) = _visits(text)
    assert (_names(visit, "visitor"), _names(visit, "host")) == ({"Busan"}, {"Oslo"})


def test_an_envoys_call_is_a_visit() -> None:
    (visit,) = _visits("The Consul General of Indonesia, Berlian Napitu, paid a courtesy call on Oslo Mayor Anne Lind.")
    assert (_names(visit, "visitor"), _names(visit, "host")) == ({"Indonesia"}, {"Oslo"})


def test_two_visits_of_two_pairs_are_two() -> None:
    text = "On 3 May the mayor of Stavanger, Kari Moe, visited Aberdeen, Scotland. {}"
    two = text.format("A delegation from Aberdeen arrived in Turku on 9 May.")
    assert [(f.roles["visitor"], f.roles["host"]) for f in told("visit", two)] == [(["Stavanger"], ["Aberdeen"]), (["Aberdeen"], ["Turku"])]
    one = text.format("The Norwegian delegation arrived in Aberdeen by sea.")
    assert [(f.roles["visitor"], f.roles["host"]) for f in told("visit", one)] == [(["Stavanger"], ["Aberdeen"])]


def test_a_host_family_hosts_nobody_yet() -> None:
    text = "Stavanger {} for two weeks in August, as it does every year."
    assert told("visit", text.format("looks for host families for students from Turku")) == []
    assert len(told("visit", text.format("will host students from Turku"))) == 1


def test_nobody_comes_to_his_own_country() -> None:
    text = "A delegation of 11 people from Tacoma went to {} in May."
    assert told("visit", text.format("the United States")) == []
    assert [f.roles["host"] for f in told("visit", text.format("Sweden"))] == [["Sweden"]]


def test_a_day_that_is_spoken_of_is_not_the_visit_s() -> None:
    text = "Anna Brook, mayor of Tacoma, who visited Ystad {} that Tacoma would host a fair in October 2019."
    assert [f.when for f in told("visit", text.format("and said"))] == [None]
    assert [f.when for f in told("visit", "Anna Brook, mayor of Tacoma, visited Ystad in October 2019.")] == ["2019-10"]


def test_hosts_are_not_hosting() -> None:
    text = "Vejle, {} for this year's fair, planned a day for 40 visitors from Hagen, Germany."
    assert told("visit", text.format("the hosts")) == []
    assert len(told("visit", "Vejle hosts 40 visitors from Hagen, Germany.")) == 1


def test_the_visit_of_a_delegation_is_not_to_its_home() -> None:
    text = "Tacoma is aware of the upcoming visit {} Hagen, Germany."
    assert ["Hagen"] not in [f.roles["host"] for f in told("visit", text.format("of the delegation from"))]
    assert [f.roles["host"] for f in told("visit", "A delegation from Tacoma visited Hagen, Germany.")] == [["Hagen"]]


def test_an_upcoming_visit_of_guests_is_to_the_own_town() -> None:
    text = "The City of Tacoma has a council. The City of Tacoma is aware of the {} of a delegation from Hagen, Germany."
    found = told("visit", text.format("upcoming visit"))
    assert [(f.status, f.roles["visitor"], f.roles["host"]) for f in found] == [("planned", ["Hagen"], ["Tacoma"])]
    assert told("visit", text.format("upcoming book")) == []


def test_who_calls_on_somebody_to_act_visits_nobody() -> None:
    text = "Norfolk Mayor Dana Cole called on Kaliningrad Mayor Ivan Orlov{}."
    assert told("visit", text.format(""))
    assert not told("visit", text.format(" to end the war"))
