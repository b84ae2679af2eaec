"""The cases of ``docs/cases`` on the page of their tie: the state of each side, the ladder, the story, the passages, the rules."""

from pathlib import Path

import pytest
from django.test import Client

from amicity.reading import read
from amicity.terms.report import Report
from amicity_web.store.record import record_judgement, record_report
from builders import accept_all

CASES = Path(__file__).parents[2] / "docs" / "cases"


def tie_page(client: Client, case: str, tie: str, day: str) -> dict[str, object]:
    """The page of a tie, once the reports of a case have been read and accepted."""
    for file in sorted((CASES / case).glob("*.txt")):
        report = Report(file.name, file.read_text(encoding="utf-8"))
        record_report(report, read(report), by="test")
    record_judgement(accept_all())
    answer = client.get(f"/ties/{tie}/", {"as_of": day, "format": "json"})
    assert answer.status_code == 200
    assert client.get(f"/ties/{tie}/", {"as_of": day}).status_code == 200
    page: dict[str, object] = answer.json()
    return page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("case", "tie", "day", "state", "says"),
    [
        ("prague-beijing", "geonames-1816670+geonames-3067696", "2019-10-08", "ended", "The two sides do not stand alike"),
        (
            "shenyang-karachi",
            "geonames-1174872+geonames-2034937",
            "2022-10-17",
            "standing",
            "Karachi (Pakistan) is also a sister city of Urumqi (China)",
        ),
        ("german-suspension", "geonames-2930596+geonames-581049", "2022-05-01", "suspended", "Suspended is not ended"),
        ("texas-ban", "geonames-1809461+geonames-4691930", "2025-11-01", "standing", "Texas law lets Fort Worth (United States)"),
        (
            "australian-notice",
            "amicity-central-highlands-queensland+geonames-2112656",
            "2024-09-05",
            "standing",
            "again by 14 September 2024",
        ),
        ("sister-lakes", "name-keenjhar-lake-pk+name-qinghai-lake-cn", "2022-01-01", "standing", "is no local government"),
    ],
)
def test_the_page_tells_the_case_with_the_rule_and_its_source(
    client: Client, *, case: str, tie: str, day: str, state: str, says: str
) -> None:
    page = tie_page(client, case, tie, day)
    assert page["state"] == state
    advice = page["advice"]
    assert isinstance(advice, dict)
    rule = next(each for each in (*advice["warns"], *advice["explains"]) if says in each["says"])
    assert all(source["address"].startswith("http") and source["name"] and source["dated"] for source in rule["sources"])
    assert advice["recognitions"]
    story, rungs = page["story"], page["ladder"]
    assert isinstance(story, list)
    assert isinstance(rungs, list)
    assert all(step["evidence"][0]["quote"] for step in story)
    assert any(rung["current"] for rung in rungs) or state == "ended"


@pytest.mark.django_db
def test_each_side_of_prague_and_beijing_has_its_own_day(client: Client) -> None:
    page = tie_page(client, "prague-beijing", "geonames-1816670+geonames-3067696", "2019-10-08")
    sides = page["sides"]
    assert isinstance(sides, list)
    assert {side["name"]: (side["state_name"], side["since"]) for side in sides} == {
        "Beijing": ("standing", "March 2016"),
        "Prague": ("terminated", "7 October 2019"),
    }


@pytest.mark.django_db
def test_a_tie_of_three_has_its_page_beside_those_of_two(client: Client) -> None:
    three = "geonames-1809858+geonames-2193733+geonames-5368361"
    page = tie_page(client, "auckland-guangzhou-los-angeles", three, "2021-02-01")
    parties = page["parties"]
    assert isinstance(parties, list)
    assert len(parties) == 3
    assert client.get("/ties/geonames-1809858+geonames-2193733/").status_code == 200
    assert client.get("/ties/geonames-2193733+geonames-5368361/").status_code == 404
