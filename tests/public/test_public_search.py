import json

import pytest
from django.test import Client

from amicity_web.store.record import record_report
from public import tale

TIE = "/ties/geonames-1174872+geonames-2034937/"


def found(client: Client, wanted: str) -> dict[str, list[dict[str, str]]]:
    answer = client.get("/search/", {"q": wanted, "format": "json"})
    assert answer.status_code == 200
    told: dict[str, list[dict[str, str]]] = json.loads(answer.content)
    return told


def test_a_name_finds_its_place_and_its_ties(client: Client, told: None) -> None:
    answer = found(client, "karACHI")
    assert [place["name"] for place in answer["places"]] == ["Karachi"]
    assert TIE in [tie["url"] for tie in answer["ties"]]


def test_two_names_find_the_tie_between_them(client: Client, told: None) -> None:
    assert [tie["url"] for tie in found(client, "shenyang karachi")["ties"]] == [TIE]


def test_a_person_is_found_with_the_passage(client: Client, told: None) -> None:
    people = found(client, "jiang YOU")["people"]
    assert [person["name"] for person in people] == ["Jiang Youwei"]
    assert "?fact=" in people[0]["url"]


def test_drafts_are_not_found(client: Client, db: None) -> None:
    for report, findings in tale.findings():
        record_report(report, findings, by="test")
    for wanted in ("karachi", "jiang", "shenyang"):
        assert found(client, wanted)["nothing"], wanted


@pytest.mark.parametrize("wanted", ["xyzzy", "%", "\\", "'; drop", "京都", "\ud800", "a" * 5000])
def test_what_nothing_bears_is_said_and_kept_in_the_box(client: Client, told: None, wanted: str) -> None:
    page = client.get("/search/", {"q": wanted.encode("utf-8", "surrogatepass")})
    assert page.status_code == 200
    assert "Nothing in the register bears" in page.content.decode()


def test_every_page_has_the_box(client: Client, db: None) -> None:
    for address in ("/", "/about/", "/nowhere/"):
        assert 'action="/search/"' in client.get(address).content.decode()
