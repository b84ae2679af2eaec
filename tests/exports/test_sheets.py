"""The formats of tables: what stands in them, and what they say of themselves."""

import csv
import io
import json
import sqlite3
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from amicity.exports import exports
from amicity.exports._tables import TABLES
from amicity.exports._text import dead
from amicity.terms.finding import Finding
from builders import KARACHI, SAPPORO, SHENYANG, figure, relation
from exports.editions import edition, written

CASTS = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": lambda cell: {"true": True, "false": False}[cell],
    "date": date.fromisoformat,
}


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    archive = zipfile.ZipFile(io.BytesIO(written("datapackage")))
    return {name: json.loads(archive.read(name)) if name.endswith(".json") else archive.read(name).decode() for name in archive.namelist()}


def table(package: dict[str, Any], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(package[f"{name}.csv"], newline="")))


def test_every_cell_is_what_the_package_says(package: dict[str, Any]) -> None:
    for resource in package["datapackage.json"]["resources"]:
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        rows = table(package, resource["name"])
        assert all(list(row) == list(fields) for row in rows)
        for row in rows:
            for name, cell in row.items():
                assert cell or "required" not in fields[name].get("constraints", {}), (resource["name"], name)
                if cell:
                    CASTS[fields[name]["type"]](cell)
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(keys) == len(set(keys))


def test_every_reference_of_the_package_resolves(package: dict[str, Any]) -> None:
    followed = 0
    for resource in package["datapackage.json"]["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            known = {row[key["reference"]["fields"][0]] for row in table(package, key["reference"]["resource"])}
            said = {row[key["fields"][0]] for row in table(package, resource["name"])} - {""}
            assert said <= known
            followed += len(said)
    assert followed > 20


def test_the_package_says_whose_it_is_and_of_what_version_it_is(package: dict[str, Any]) -> None:
    said = package["datapackage.json"]
    assert said["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert said["licenses"][0]["name"] == "CC-BY-4.0"
    assert "4 ties" in said["description"]
    assert "GeoNames" in package["LICENCE.txt"]


def test_csvw_describes_the_same_columns(package: dict[str, Any]) -> None:
    said = package["csv-metadata.json"]
    assert said["@context"] == "http://www.w3.org/ns/csvw"
    for described in said["tables"]:
        head = next(csv.reader(io.StringIO(package[described["url"]])))
        assert [column["name"] for column in described["tableSchema"]["columns"]] == head
        assert set(described["tableSchema"]["primaryKey"]) <= set(head)


def test_the_table_of_ties_has_its_description_beside_it() -> None:
    beside = exports()["csv"].beside
    assert beside
    (name, content), *_ = beside(edition(), "ties.csv").items()
    said = json.loads(content)
    assert (name, said["url"]) == ("ties.csv-metadata.json", "ties.csv")
    head = written("csv").decode("utf-8-sig").splitlines()[0]
    assert ",".join(column["name"] for column in said["tableSchema"]["columns"]) == head


@given(some.text(max_size=20))
def test_no_cell_begins_a_formula(text: str) -> None:
    assert not dead(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_the_workbook_has_frozen_heads_dates_and_its_licence() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    assert book.sheetnames[:4] == ["about", "ties", "parties", "findings"]
    ties = book["ties"]
    assert ties.freeze_panes == "B2"
    column = next(cell.column for cell in ties[1] if cell.value == "Since day")
    days = {row[column - 1].value for row in ties.iter_rows(min_row=2)}
    assert days == {datetime(2021, 12, 9), datetime(1980, 11, 18), None}
    assert "CC BY 4.0" in " ".join(str(row[1].value) for row in book["about"].iter_rows())


def test_a_day_before_spreadsheets_began_stays_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", relation(SHENYANG, SAPPORO, when="1836-05-01"))))
    assert "1836-05-01" in [cell.value for cell in book["ties"][2]]


def test_a_cell_longer_than_a_workbook_takes_is_cut() -> None:
    long = relation(SHENYANG, SAPPORO, when="1980", quote="x" * 40_000)
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", long)))
    assert next(cell.value for cell in book["findings"][2] if str(cell.value).startswith("xxx")).endswith("x…")


def base_of(*findings: Finding) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.deserialize(written("sqlite", *findings))
    return base


def test_the_database_keeps_its_promises() -> None:
    base = base_of()
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    partners = base.execute("SELECT partner, form, since FROM ties_of_places WHERE place = 'Karachi'").fetchall()
    assert partners == [("Shenyang", "sister", "2021-12-09")]
    tie = base.execute("SELECT id FROM ties WHERE label = 'Karachi – Shenyang'").fetchone()[0]
    quotes = base.execute("SELECT count(*) FROM passages WHERE entry = ?", (tie,)).fetchone()
    assert quotes == (3,)
    assert base.execute("SELECT ties FROM countries WHERE country = 'PK'").fetchone() == (1,)
    assert {name for (name,) in base.execute("SELECT name FROM about")} == {"title", "rests on", "licence", "as of"}


def test_the_database_can_look_up_what_people_look_for() -> None:
    base = base_of()
    for query in ("ties WHERE form = 'sister'", "parties WHERE place = 'x'", "evidence WHERE finding = 'x'", "findings WHERE report = 'x'"):
        plan = base.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {query}").fetchone()[3]  # noqa: S608
        assert "USING" in plan, query


def test_datasette_is_told_what_the_columns_are() -> None:
    beside = exports()["sqlite"].beside
    assert beside
    said = json.loads(beside(edition(), "ties.sqlite")["ties-metadata.json"])
    assert said["license_url"] == "https://creativecommons.org/licenses/by/4.0/"
    columns = {row[1] for row in base_of().execute("PRAGMA table_info(findings)")}
    assert set(said["databases"]["ties"]["tables"]["findings"]["columns"]) == columns


@pytest.mark.parametrize("value", [2**70, 10**400, -(2**64)])
@pytest.mark.parametrize("name", ["sqlite", "xlsx", "datapackage", "jsonld", "turtle"])
def test_a_number_beyond_64_bits_stops_nothing(name: str, value: int) -> None:
    assert written(name, figure(SHENYANG, "sister_cities", value, "2020"))


def test_the_tables_of_a_place_are_of_that_place() -> None:
    archive = zipfile.ZipFile(io.BytesIO(exports()["datapackage"].write(edition(place=KARACHI.key))))
    every = b"".join(archive.read(f"{table.name}.csv") for table in TABLES)
    assert b"Karachi" in every
    assert b"Sapporo" not in every
