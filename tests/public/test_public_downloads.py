"""Downloads: every format of a place and of all, as anyone may have it, as the office may, and without keeping others waiting."""

import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from amicity.exports import exports
from amicity.register import fold
from amicity.terms.wire import finding_from_json, from_line, imprint_from_json, judgement_from_json
from amicity_web.accounts.people import add_person
from amicity_web.public import shelf
from amicity_web.public.downloads import SORTS
from amicity_web.store import load
from amicity_web.store.holdings import office_holding, public_holding
from amicity_web.store.record import record_judgement, record_report
from amicity_web.store.roles import Role
from builders import accept_all
from exports.payloads import PAYLOADS
from public import tale
from public.test_public_escaping import Watchman, poisoned


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    settings.VAR = tmp_path
    yield tmp_path / "downloads"


def drafts() -> list[str]:
    return [f.id for _, findings in tale.findings() for f in findings if f.confidence != "A"]


@pytest.mark.parametrize("name", exports())
@pytest.mark.parametrize("place", ["", "Shenyang"])
def test_every_file_is_had_by_anyone_with_its_licence(client: Client, told: None, name: str, place: str) -> None:
    answer = client.get(f"/downloads/{name}/", {"place": place, "as_of": "2022-12-31"})
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in answer["Link"]
    content = answer.getvalue()
    assert len(content) > 100
    assert not [id_ for id_ in drafts() if id_.encode() in content]


def test_the_public_file_without_loss_folds_to_what_the_site_shows(client: Client, told: None) -> None:
    lines = [from_line(line) for line in client.get("/downloads/jsonl/").getvalue().splitlines()]
    findings = [finding_from_json(line["finding"]) for line in lines if "finding" in line]
    judgements = [judgement_from_json(line["judgement"]) for line in lines if "judgement" in line]
    folded = fold(findings, judgements, imprints=[imprint_from_json(line) for line in lines if "published" in line])
    assert folded.items == load.whole_register().items


def test_only_who_is_signed_in_has_the_drafts(client: Client, told: None) -> None:
    asked = {"office": "1"}
    assert client.get("/downloads/jsonl/", asked).status_code == 403
    assert b"with drafts" not in client.get("/downloads/").content
    client.force_login(add_person("reader", role=Role.READER))
    answer = client.get("/downloads/jsonl/", asked)
    assert all(id_.encode() in answer.getvalue() for id_ in drafts())
    assert answer["Cache-Control"] == "no-store"
    assert b"with drafts" in client.get("/downloads/").content


def test_a_place_is_part_of_the_whole(told: None) -> None:
    whole, part = public_holding(None), public_holding("geonames:1174872")
    assert {finding.id for finding in part.findings} < {finding.id for finding in whole.findings}
    assert len(office_holding(None).findings) > len(whole.findings)


def test_a_file_is_written_once_until_the_register_changes(client: Client, told: None, folder: Path) -> None:
    first = client.get("/downloads/csv/").getvalue()
    (kept,) = folder.iterdir()
    kept.write_bytes(b"kept")
    assert client.get("/downloads/csv/").getvalue() == b"kept"
    assert "4\xa0bytes" in client.get("/downloads/", {"place": ""}).content.decode()
    record_judgement(accept_all(by="Li", at="2026-02-02T00:00:00Z"))
    assert client.get("/downloads/csv/").getvalue() != b"kept"
    assert first


def test_no_more_files_stay_than_are_worth_it(client: Client, told: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "KEPT", 3)
    for year in range(2010, 2020):
        assert client.get("/downloads/csv/", {"as_of": f"{year}-01-01"}).status_code == 200
    assert len(list(folder.iterdir())) == 3


def test_a_full_disk_gives_the_file_all_the_same(client: Client, told: None, folder: Path) -> None:
    folder.write_text("no folder")
    assert b"Karachi" in client.get("/downloads/csv/").getvalue()


def test_who_comes_while_a_file_is_written_is_asked_to_come_again(client: Client, told: None) -> None:
    with shelf._BUSY:
        answer = client.get("/downloads/csv/")
        assert client.get("/downloads/csv/", {"place": "Shenyang"}).status_code == 200, "a place's file is small"
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert client.get("/downloads/csv/").status_code == 200


def test_what_describes_a_file_is_had_beside_it(client: Client, told: None) -> None:
    answer = client.get("/downloads/csv/", {"place": "Shenyang", "as_of": "2022-12-31"})
    beside = answer["Link"].split("<")[2].split(">")[0]
    said = json.loads(client.get(beside).getvalue())
    assert said["url"] == "shenyang-2034937-2022-12-31.csv"
    assert client.get("/downloads/geojson/", {"beside": "1"}).status_code == 404


def test_the_page_names_every_format_once(client: Client, told: None) -> None:
    page = client.get("/downloads/", {"format": "json"}).json()
    files = [file for sort in page["sorts"] for file in sort["files"]]
    assert sorted(file["name"] for file in files) == sorted(exports())
    assert {name for names in SORTS.values() for name in names} == set(exports())
    assert all(client.get(file["url"]).status_code == 200 for file in files)
    assert all(file["use"] and file["standard"] for file in files)


def test_an_address_to_subscribe_to_names_no_day_unless_one_was_chosen(client: Client, told: None) -> None:
    def address(**asked: str) -> str:
        page = client.get("/downloads/", {"format": "json", **asked}).json()
        return next(str(file["url"]) for sort in page["sorts"] for file in sort["files"] if file["name"] == "ical")

    assert address(place="Shenyang") == "/downloads/ical/?place=shenyang-2034937"
    assert address(place="") == "/downloads/ical/"
    assert address(place="", as_of="2022-01-01") == "/downloads/ical/?as_of=2022-01-01"


def test_an_office_chooses_its_licence_and_is_credited(client: Client, told: None, settings: Settings) -> None:
    settings.LICENCE, settings.PUBLISHER = "ODbL-1.0", "Office of Shenyang"
    base = sqlite3.connect(":memory:")
    base.deserialize(client.get("/downloads/sqlite/").getvalue())
    (licence,) = base.execute("SELECT value FROM about WHERE name = 'licence'").fetchone()
    assert "Open Database License" in licence
    assert "Credit: Office of Shenyang." in licence
    assert "Open Database License" in client.get("/downloads/").content.decode()


@pytest.mark.parametrize("address", ["/downloads/csv/?place=Atlantis", "/downloads/?place=Atlantis", "/downloads/docx/"])
def test_what_there_is_not_is_not_found(client: Client, told: None, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_an_empty_register_has_empty_files(client: Client) -> None:
    for name in exports():
        assert client.get(reverse("public:download", args=[name])).status_code == 200, name


@pytest.mark.django_db
@pytest.mark.parametrize("payload", PAYLOADS[::40])
def test_no_payload_runs_on_the_page(client: Client, payload: str) -> None:
    payload = payload.replace("\0", "").encode("utf-8", "ignore").decode()
    report, findings = poisoned(payload)
    record_report(report, findings, by="test")
    record_judgement(tale.policy())
    answer = client.get("/downloads/", {"place": payload})
    watchman = Watchman()
    watchman.feed(answer.content.decode())
    assert watchman.found == []
    assert io.BytesIO(client.get("/downloads/jsonl/").getvalue()).readline()
