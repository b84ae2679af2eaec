import pytest
from django.test import Client

from amicity_web.store.record import record_judgement, record_report
from builders import DALIAN, KARACHI, SHENYANG, accept_all, relation
from web.stories import told as telling

TIE = "/ties/geonames-1174872+geonames-2034937/"


@pytest.fixture
def two_sisters(db: None) -> None:
    text = "Karachi is a sister city of Shenyang and of Dalian."
    report, findings = telling(text, relation(SHENYANG, KARACHI, when="2021"), relation(DALIAN, KARACHI, when="2019"))
    record_report(report, findings, by="test")
    record_judgement(accept_all())


def test_the_page_of_a_tie_warns_with_its_source(client: Client, two_sisters: None) -> None:
    page = client.get(f"{TIE}?as_of=2022-10-17&format=json").json()["advice"]
    assert [each["says"] for each in page["warns"] if "Dalian (China)" in each["says"]]
    source = page["warns"][0]["sources"][0]
    assert source["address"].startswith("http")
    assert source["name"]
    assert source["dated"]
    assert any("CPAFFC" in each["authority"] for each in page["recognitions"])
    shown = client.get(f"{TIE}?as_of=2022-10-17").content.decode()
    assert "What the rules say" in shown
    assert source["address"].replace("&", "&amp;") in shown


def test_a_page_before_the_tie_has_no_advice(client: Client, two_sisters: None) -> None:
    assert "What the rules say" not in client.get(f"{TIE}?as_of=2010-01-01").content.decode()


def test_the_question_is_a_page(client: Client, two_sisters: None) -> None:
    page = client.get("/answers/advice/?place=Karachi&as_of=2022-10-17").content.decode()
    assert "principle of one to one" in page
    assert '<a href="http://www.fymate.net/html/text/lar/168097/16809774.html" rel="noreferrer">' in page


def test_a_house_asks_for_anniversaries_with_its_own_numbers(client: Client, two_sisters: None) -> None:
    page = client.get("/answers/anniversaries/?place=Shenyang&as_of=2026-01-01&rounds=5").content.decode()
    assert "Celebrate: sister city with Karachi, 5 years, 2026" in page
    assert client.get("/answers/anniversaries/?place=Shenyang&rounds=five").status_code == 400
    assert "Celebrate" not in client.get("/answers/anniversaries/?place=Shenyang&as_of=2026-01-01").content.decode()


def test_a_question_is_answered_from_what_was_known(client: Client, two_sisters: None) -> None:
    ask = "/answers/ties/?place=Shenyang&as_of=2026-01-01"
    assert "Karachi" in client.get(ask).content.decode()
    assert "Karachi" in client.get(f"{ask}&known_at=2999-01-01").content.decode()
    before = client.get(f"{ask}&known_at=2000-01-01").content.decode()
    assert "Karachi" not in before
    assert 'name="known_at" value="2000-01-01"' in before
    assert client.get(f"{ask}&known_at=then").status_code == 400


def test_reconciliation_is_a_page(client: Client, two_sisters: None) -> None:
    assert "0 figures about Shenyang" in client.get("/answers/reconcile/?place=Shenyang").content.decode()
