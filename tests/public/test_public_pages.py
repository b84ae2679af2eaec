import json
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from amicity_web.store.record import record_judgement, record_report
from public import tale

KARACHI = "geonames-1174872+geonames-2034937"
TIE = f"/ties/{KARACHI}/"


def read(client: Client, address: str) -> dict[str, object]:
    answer = client.get(f"{address}{'&' if '?' in address else '?'}format=json")
    assert answer.status_code == 200, address
    return json.loads(answer.content)


def addresses() -> list[str]:
    digests = [report.digest for report in tale.reports()]
    names = ("ties", "figures", "timeline", "promises", "anniversaries")
    return [
        *(
            "/",
            "/places/",
            "/places/shenyang-2034937/",
            "/figures/",
            "/reports/",
            "/answers/",
            "/downloads/",
            "/about/",
            "/about/map/",
            TIE,
        ),
        *(f"/reports/{digest}/" for digest in digests),
        *(f"/answers/{name}/" for name in names),
        *(f"/downloads/{name}/" for name in ("csv", "geojson", "ical", "jsonl")),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/places/", "/reports/", "/answers/", "/about/", "/answers/ties/"])
def test_pages_of_an_empty_register_stand(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", addresses())
def test_every_page_stands(client: Client, told: None, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere/", 404),
        ("/ties/nobody/", 404),
        ("/places/nowhere/", 404),
        ("/reports/0000/", 404),
        ("/answers/why/", 404),
        ("/downloads/pdf/", 404),
        ("/?as_of=yesterday", 400),
        ("/places/?page=x", 400),
        ("/answers/anniversaries/?within=-1", 400),
        ("/api/v1/map", 400),
        ("/api/v1/map?place=nowhere", 404),
        ("/api/v1/map?place=geonames:2034937&as_of=x", 400),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(client: Client, told: None, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert b"<h1>" in answer.content or b'"detail"' in answer.content


def test_nothing_here_takes_a_post(client: Client, told: None) -> None:
    assert {client.post(address).status_code for address in addresses()} == {405}


def test_home_shows_ties_under_their_forms_and_what_is_worth_a_look(client: Client, told: None) -> None:
    page = read(client, "/?as_of=2022-12-31")
    assert [(group["form"], [tie["name"] for tie in group["ties"]]) for group in page["forms"]] == [
        ("sister", ["Sapporo", "Turin", "Karachi"]),
        ("friendship", ["Chicago"]),
        ("memorandum", ["Belfast"]),
    ]
    assert "4 ties in 4 countries" in str(page["lede"])
    assert {"reports differ", "overdue"} <= {item["what"] for item in page["watch"]}


def test_tie_climbs_from_letter_to_sister_city(client: Client, told: None) -> None:
    page = read(client, TIE)
    assert (page["form"], page["state"], page["since"], page["begun"]) == ("sister", "standing", "9 December 2021", "9 August 2018")
    assert [rung["form"] for rung in page["ladder"] if rung["reached"]] == ["letter_of_intent", "sister"]
    assert [(step["says"], step["counts"]) for step in page["story"]] == [
        ("Letter of intent signed", True),
        ("Stands as a cooperation city", False),
        ("Agreement for sister city signed", True),
    ]
    assert page["notes"]
    assert page["notes"][0]["concern"] == "inflated"


def test_tie_on_an_earlier_day(client: Client, told: None) -> None:
    assert read(client, f"{TIE}?as_of=2020-01-01")["form"] == "letter_of_intent"
    assert read(client, f"{TIE}?as_of=2001-01-01")["story"] == []


def test_each_fact_leads_to_its_exact_passage(client: Client, told: None) -> None:
    piece = read(client, TIE)["story"][0]["evidence"][0]
    assert piece["quote"] in tale.LETTER
    page = client.get(piece["url"].partition("#")[0]).content.decode()
    assert f'id="{piece["url"].partition("#")[2]}"' in page
    assert 'class="deep1 chosen"' in page or 'class="deep2 chosen"' in page


def test_the_report_page_says_the_text_unchanged(client: Client, told: None) -> None:
    for report in tale.reports():
        pieces = read(client, reverse("public:report", args=[report.digest]))["pieces"]
        assert "".join(piece["text"] for piece in pieces) == report.text


def test_what_waits_for_a_person_is_never_public(client: Client, told: None) -> None:
    weak = next(f for _, findings in tale.findings() for f in findings if f.confidence == "C")
    for address in (*addresses(), "/api/v1/map?place=geonames:2034937"):
        assert weak.id.encode() not in client.get(address).getvalue()


@pytest.mark.django_db
def test_a_report_without_an_accepted_finding_is_not_public(client: Client) -> None:
    report, findings = next(tale.findings())
    record_report(report, findings, by="test")
    assert client.get(reverse("public:report", args=[report.digest])).status_code == 404
    assert client.get("/places/shenyang-2034937/").status_code == 404


def test_an_address_that_no_browser_should_open_is_not_linked(client: Client, told: None) -> None:
    partners = tale.reports()[2]
    assert b"javascript:" not in client.get(reverse("public:report", args=[partners.digest])).content


def test_the_map_gets_every_drawn_tie_with_its_ends(client: Client, told: None) -> None:
    chart = client.get("/api/v1/map", {"place": "geonames:2034937", "as_of": "2022-12-31"}).json()
    assert chart["home"] == {"name": "Shenyang", "at": [123.43, 41.79]}
    assert {tie["name"]: (tie["form"], tie["standing"]) for tie in chart["ties"]} == {
        "Sapporo": ("sister", True),
        "Turin": ("sister", True),
        "Karachi": ("sister", True),
        "Chicago": ("friendship", False),
        "Belfast": ("memorandum", True),
    }
    assert len(client.get("/api/v1/map", {"tie": KARACHI}).json()["ties"]) == 1


def test_answers_are_asked_by_name_and_taken_away_as_csv(client: Client, told: None) -> None:
    page = read(client, "/answers/ties/?place=karachi&as_of=2019-01-01")
    assert "1 letter of intent" in page["says"][0]
    table = client.get("/answers/ties/", {"place": "Karachi", "as_of": "2019-01-01", "format": "csv"})
    assert table["Content-Type"].startswith("text/csv")
    assert b"Shenyang" in table.content


def test_an_unknown_place_is_answered_in_words(client: Client, told: None) -> None:
    assert "no place called" in str(read(client, "/answers/ties/?place=Atlantis")["trouble"])


def test_an_answer_about_one_partner_says_when_nobody_knows_that_partner(client: Client, told: None) -> None:
    assert "Karachi" in str(read(client, "/answers/brief/?partner=karachi")["title"])
    assert "no place called “Atlantis”" in str(read(client, "/answers/timeline/?partner=Atlantis")["trouble"])


def test_the_figures_page_draws_published_sets_and_the_registers_own(client: Client, told: None) -> None:
    lines = read(client, "/figures/?as_of=2022-12-31")["bars"]["lines"]
    assert [line["words"] for line in lines] == [
        "23 sister cities + 77 cooperative cities = 100",
        "3 sister cities + 1 cooperative cities = 4",
    ]


def test_health(client: Client, db: None) -> None:
    assert client.get("/api/v1/health").json() == {"status": "ok"}


def test_the_day_is_today_where_none_is_asked_for(client: Client, told: None) -> None:
    assert read(client, "/")["as_of"] == date.today().isoformat()


def test_a_question_about_two_offers_the_partners(client: Client, told: None) -> None:
    page = read(client, "/answers/brief/?place=Shenyang")
    assert page["choose"] and {"name": "Karachi", "url": "?place=Shenyang&partner=Karachi"} in page["partners"]  # type: ignore[operator]
    assert not read(client, "/answers/brief/?place=Shenyang&partner=Karachi")["choose"]


def test_a_form_asks_only_for_what_its_question_heeds(client: Client, told: None) -> None:
    shown = {name: client.get(f"/answers/{name}/").content.decode() for name in ("ties", "changes", "anniversaries")}
    asks = {
        name: {field for field in ("partner", "since", "within", "rounds") if f'name="{field}"' in page} for name, page in shown.items()
    }
    assert asks == {"ties": set(), "changes": {"partner", "since"}, "anniversaries": {"within", "rounds"}}


def test_no_table_shows_what_a_rule_is_called_in_its_file(client: Client, told: None) -> None:
    tables = read(client, "/answers/advice/?place=Shenyang")["tables"]
    assert tables and all("Rule" not in {column["name"] for column in table["columns"]} for table in tables)  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", ["/answers/ties/?place=Karatchi", "/places/karatchi-999/", "/downloads/?place=Karatchi"])
def test_a_name_written_otherwise_is_met_with_what_may_be_meant(client: Client, told: None, address: str) -> None:
    page = client.get(address).content.decode()
    assert "Did you mean" in page and ">Karachi</a> (Pakistan)" in page


def test_a_partner_nobody_knows_is_met_likewise(client: Client, told: None) -> None:
    page = client.get("/answers/timeline/?place=Shenyang&partner=Karatchi").content.decode()
    assert "no place called “Karatchi”" in page and ">Karachi</a>" in page


def test_a_wrong_day_is_named(client: Client, told: None) -> None:
    answer = client.get("/?as_of=2022-02-30")
    assert answer.status_code == 400 and "2022-02-30" in answer.content.decode()


@pytest.mark.django_db
def test_the_folders_of_the_office_are_not_shown(client: Client) -> None:
    for report, findings in tale.findings():
        record_report(replace(report, source=f"/srv/office/{report.source}"), findings, by="test")
    record_judgement(tale.policy())
    for report in tale.reports():
        page = client.get(f"/reports/{report.digest}/").content.decode()
        assert report.source in page and "/srv/office" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/figures/", "/answers/ties/", "/answers/brief/"])
def test_an_empty_register_speaks_of_its_city_and_offers_no_files_of_nothing(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert "The register holds nothing about Shenyang yet." in page and "geonames:" not in page and "This answer as" not in page


@pytest.mark.django_db
def test_an_empty_register_has_no_map_says_what_to_do_and_can_be_downloaded(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "<canvas" not in page and "It fills as reports are read" in page and 'href="/desk/"' in page
    assert client.get("/downloads/").status_code == 200
