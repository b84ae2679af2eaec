"""Formats: true to the register, the same every time, and harmless in the program that opens them."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from amicity.exports import exports
from amicity.register import fold
from amicity.terms.export import Edition, Export
from amicity.terms.finding import Finding
from amicity.terms.place import Place
from amicity.terms.wire import finding_from_json, judgement_from_json
from builders import KARACHI, SAPPORO, SHENYANG, accept_all, relation, story

FINDINGS = [*story(), relation(SHENYANG, SAPPORO, when="1980-11-18", report="list")]
ACCEPTED = accept_all()


def edition(*findings: Finding, day: date = date(2022, 10, 17)) -> Edition:
    told = findings or tuple(FINDINGS)
    return Edition(fold(told, [ACCEPTED]), day, findings=told, judgements=(ACCEPTED,))


def written(name: str, *findings: Finding, day: date = date(2022, 10, 17)) -> bytes:
    return exports()[name].write(edition(*findings, day=day))


@pytest.mark.parametrize("name", exports())
def test_the_same_register_gives_the_same_bytes(name: str) -> None:
    assert exports()[name].name == name
    assert written(name) == written(name, *reversed(FINDINGS))


@pytest.mark.parametrize("name", exports())
def test_hostile_names_are_written(name: str) -> None:
    hostile = Place('=cmd|"/c calc"!A1\r\nEND:VCALENDAR\x00\ud800', "CN", latitude=1.0, longitude=2.0)
    assert written(name, relation(hostile, SAPPORO, when="1980"))


def test_csv_is_a_table_of_ties() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv").decode("utf-8-sig"))))
    assert [(row["parties"], row["form"], row["since"]) for row in rows] == [
        ("Karachi; Shenyang", "sister", "2021-12-09"),
        ("Shenyang; Sapporo", "sister", "1980-11-18"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_begins_a_formula(start: str) -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", relation(Place(f"{start}1+1", "AA"), SAPPORO)).decode("utf-8-sig")))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_geojson_has_longitude_first_and_is_cut_at_the_antimeridian() -> None:
    suva, honolulu = Place("Suva", "FJ", latitude=-18.0, longitude=178.0), Place("Honolulu", "US", latitude=21.0, longitude=-158.0)
    collection = json.loads(written("geojson", relation(suva, honolulu, when="1980")))
    points = [f["geometry"]["coordinates"] for f in collection["features"] if f["geometry"]["type"] == "Point"]
    assert sorted(points) == [[-158.0, 21.0], [178.0, -18.0]]
    (line,) = [f["geometry"]["coordinates"] for f in collection["features"] if f["geometry"]["type"] == "MultiLineString"]
    assert [[position[0] for position in part] for part in line] == [[178.0, 180.0], [-180.0, -158.0]]
    assert line[0][1][1] == line[1][0][1]


def test_a_place_without_coordinates_is_on_no_map() -> None:
    assert json.loads(written("geojson", relation(Place("Nowhere", "CN"), SAPPORO)))["features"][0]["id"] == SAPPORO.key


def test_the_calendar_holds_anniversaries_and_open_promises() -> None:
    lines = written("ical", day=date(2018, 9, 1)).decode().split("\r\n")
    assert "DTSTART;VALUE=DATE:20181118" in lines
    assert "SUMMARY:Due: Invitation by Karachi to Shenyang: visit the fair" in lines
    assert "SUMMARY:38 years: Shenyang – Sapporo\\, sister city since 1980-11-18" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_no_line_of_a_calendar_is_longer_than_75_octets() -> None:
    long = relation(SHENYANG, Place("沈阳" * 60, "JP"), when="1980")
    text = written("ical", long).decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "沈阳" * 60 in text.replace("\r\n ", "")


def test_json_lines_read_back_to_the_same_register() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    findings = [finding_from_json(line["finding"]) for line in lines if "finding" in line]
    judgements = [judgement_from_json(line["judgement"]) for line in lines if "judgement" in line]
    assert fold(findings, judgements) == fold(FINDINGS, [ACCEPTED])


def test_an_export_of_a_place_leaves_out_the_others() -> None:
    one = Edition(fold(FINDINGS, [ACCEPTED]), date(2022, 10, 17), KARACHI.key)
    assert b"Sapporo" not in exports()["csv"].write(one) + exports()["geojson"].write(one)


def test_the_example_in_the_docs_writes() -> None:
    page = (Path(__file__).parents[2] / "docs" / "add-an-export.md").read_text()
    made: dict[str, Export] = {}
    exec(page.split("```python\n")[1].split("```")[0], made)  # noqa: S102
    assert "Karachi – Shenyang: sister city since 2021-12-09" in made["EXPORT"].write(edition()).decode()


@pytest.mark.parametrize("name", exports())
def test_every_format_says_what_it_is_for_and_stands_in_the_docs(name: str) -> None:
    export = exports()[name]
    assert export.use.startswith("for ")
    assert export.standard.startswith("http")
    assert f"$ amicity export {name} " in (Path(__file__).parents[2] / "docs" / "exports.md").read_text()


@pytest.mark.parametrize("name", exports())
def test_every_file_carries_its_licence(name: str) -> None:
    export, whole = exports()[name], edition()
    content = export.write(whole)
    if content.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        content = b"".join(archive.read(member) for member in archive.namelist())
    beside = b"".join((export.beside(whole, "ties.x") if export.beside else {}).values())
    unfolded = content.replace(b"\r\n ", b"") + beside
    assert b"creativecommons.org/licenses/by/4.0" in unfolded
    assert b"GeoNames" in unfolded
