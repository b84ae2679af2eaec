"""The register as it was known at the end of a day: on every page that has an as-of, on the map, and in what is taken away."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from amicity.terms.judgement import Judgement, Verdict
from amicity_web.store.models import FindingRow
from amicity_web.store.record import record_judgement

TIE = "geonames-1174872+geonames-2034937"
PAGES = ("/", "/places/shenyang-2034937/", f"/ties/{TIE}/", "/downloads/", "/figures/", "/answers/ties/")


def day(back: int = 0) -> str:
    return (timezone.localdate() - timedelta(days=back)).isoformat()


def read(client: Client, address: str) -> dict[str, object]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return json.loads(answer.content)


def ties(client: Client, address: str) -> list[str]:
    page = read(client, f"{address}&format=json")
    return [tie["name"] for kind in page["forms"] for tie in kind["ties"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", ["/", "/places/shenyang-2034937/"])
def test_what_came_later_was_not_known(client: Client, told: None, address: str) -> None:
    assert "Karachi" in ties(client, f"{address}?known_at={day()}")
    assert ties(client, f"{address}?known_at={day(1)}") == []


@pytest.mark.parametrize("address", PAGES)
def test_every_page_with_a_day_has_the_field_keeps_it_and_refuses_nonsense(client: Client, told: None, address: str) -> None:
    page = client.get(f"{address}?known_at=2024-05-03").content.decode()
    assert 'name="known_at" value="2024-05-03"' in page and '<details class="known" open>' in page
    assert "open>" not in client.get(address).content.decode().partition('class="known"')[2][:8]
    refused = client.get(f"{address}?known_at=then")
    assert refused.status_code == 400 and "“then” under “Known at” is no day" in refused.content.decode()


def test_a_tie_nobody_knew_of_says_so_and_has_no_map(client: Client, told: None) -> None:
    page = client.get(f"/ties/{TIE}/?known_at={day(1)}").content.decode()
    assert "The register knew nothing of this tie then" in page and "<canvas" not in page
    page = client.get(f"/ties/{TIE}/?as_of=1990-01-01").content.decode()
    assert "the first that it tells of was on 9 August 2018" in page and "<canvas" not in page and "The story" not in page
    assert "<canvas" in client.get(f"/ties/{TIE}/").content.decode()


def test_what_was_rejected_since_was_known_then(client: Client, told: None) -> None:
    tomorrow = (timezone.now() + timedelta(days=1)).isoformat()
    for row in FindingRow.objects.filter(wire__contains="geonames:1174872"):
        record_judgement(Judgement(Verdict.REJECT, (row.id,), "officer", tomorrow, "not so"))
    assert client.get(f"/ties/{TIE}/").status_code == 404
    assert "Sister cities since" in client.get(f"/ties/{TIE}/?known_at={day()}").content.decode()


def test_a_day_goes_on_to_the_pages_behind_it_and_back_to_today(client: Client, told: None) -> None:
    page = client.get(f"/places/shenyang-2034937/?as_of=2019-01-01&known_at={day()}").content.decode()
    assert f'href="/ties/{TIE}/?as_of=2019-01-01&amp;known_at={day()}"' in page
    assert "The register as of 1 January 2019, as it was known on" in page
    assert '<a href="/places/shenyang-2034937/">Show it as it is today</a>' in page
    assert f'href="/ties/{TIE}/"' in client.get(f"/places/shenyang-2034937/?as_of={day()}&known_at=").content.decode()


def test_the_map_is_of_the_same_day_as_its_page(client: Client, told: None) -> None:
    chart = read(client, f"/?format=json&as_of=2019-01-01&known_at={day()}")["chart"]
    arcs = {tie["id"]: tie for tie in read(client, str(chart))["ties"]}  # type: ignore[attr-defined]
    assert arcs[TIE]["form"] == "letter_of_intent" and arcs[TIE]["url"].endswith(f"?as_of=2019-01-01&known_at={day()}")
    assert read(client, f"/api/v1/map?tie={TIE.replace('+', '%2B')}&as_of=1990-01-01")["ties"] == []
    assert read(client, f"/api/v1/map?place=geonames:2034937&known_at={day(1)}")["ties"] == []
    assert client.get("/api/v1/map?place=geonames:2034937&known_at=then").status_code == 400


def test_a_file_holds_what_was_known(client: Client, told: None) -> None:
    shelf = client.get(f"/downloads/?known_at={day(1)}").content.decode()
    assert f"/downloads/csv/?place=shenyang-2034937&amp;known_at={day(1)}" in shelf
    then, now = (client.get(f"/downloads/csv/?known_at={known}").getvalue().decode() for known in (day(1), day()))
    assert "Karachi" in now and "Karachi" not in then


def test_a_file_without_loss_says_when_each_finding_was_recorded(client: Client, told: None) -> None:
    lines = [json.loads(line) for line in client.get("/downloads/jsonl/").getvalue().splitlines()]
    findings = [line for line in lines if "finding" in line]
    assert findings and all(line["recorded"].startswith(day()) for line in findings)


def test_a_table_of_a_place_nobody_knows_is_no_page(client: Client, told: None) -> None:
    assert client.get("/answers/ties/?place=Atlantis&format=csv").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/?as_of=then&format=json", 400, "“then” under “As of” is no day"),
        ("/answers/ties/?place=Atlantis&format=csv", 404, "not public"),
        ("/places/atlantis/?format=json", 404, "not public"),
    ],
)
def test_a_program_is_told_of_trouble_in_its_own_way(client: Client, told: None, address: str, status: int, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status and answer["Content-Type"] == "application/problem+json"
    assert json.loads(answer.content)["status"] == status and says in json.loads(answer.content)["detail"]
