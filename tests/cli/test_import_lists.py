"""``amicity import`` of lists that are no tables: one command each, as the docs name them."""

import json
from pathlib import Path

import pytest

from cli.runs import amicity

WIKI = "== A ==\n'''[[Aachen]]'''\n* [[Reims]], France (1967)\n* a remark about many other friends of ours\n"
PAGE = "<title>Sapporo</title><h2>Sister cities</h2><ul><li>Portland, United States (1959)</li></ul>"
RECORD = {"id": 1, "prov": "Liaoning", "city": "Shenyang", "w_city": "Sapporo", "w_country": "Japan", "date": "1980-11-18"}
CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240512\nSUMMARY:Karachi visits Shenyang\nEND:VEVENT\nEND:VCALENDAR\n"
CARD = "BEGIN:VCARD\nFN:Jane Doe\nTITLE:Mayor\nADR:;;;Weimar;;;Germany\nEND:VCARD\n"
ITEM = {
    "entities": {
        "Q1": {"id": "Q1", "labels": {}, "claims": {"P190": [{"mainsnak": {"datavalue": {"value": {"id": "Q2"}}}}]}},
    }
}


@pytest.mark.parametrize(
    ("kind", "name", "content", "parties"),
    [
        ("wikilist", "list.wiki", WIKI, ["Aachen", "Reims"]),
        ("citypage", "page.html", PAGE, ["Sapporo", "Portland"]),
        ("registry", "registry.json", json.dumps([RECORD]), ["Shenyang", "Sapporo"]),
        ("wikidata", "Q1.json", json.dumps(ITEM), ["Q1", "Q2"]),
        ("calendar", "office.ics", CALENDAR, ["Karachi", "Shenyang"]),
        ("cards", "people.vcf", CARD, ["Weimar"]),
    ],
)
def test_one_command_a_kind(tmp_path: Path, kind: str, name: str, content: str, parties: list[str]) -> None:
    (tmp_path / name).write_text(content)
    done = amicity("import", kind, tmp_path / name, "-o", tmp_path / "findings.jsonl")
    found = [json.loads(line) for line in (tmp_path / "findings.jsonl").read_text().splitlines()]
    assert [each["name"] for mentions in found[0]["roles"].values() for each in mentions if "name" in each] == parties
    assert b"rows read: 1 new" in done.stderr or b"read: 1 new" in done.stderr


def test_what_is_refused_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "list.wiki").write_text(WIKI)
    done = amicity("import", "wikilist", tmp_path / "list.wiki", "--dry-run")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "list.wiki, line 4: has a remark where the partner should stand" in done.stderr.decode()


def test_the_names_of_ids_come_from_a_file_beside(tmp_path: Path) -> None:
    (tmp_path / "links.tsv").write_text("Q11720\tQ8660\n")
    (tmp_path / "names.tsv").write_text("Q11720\tShenyang\nQ8660\tKarachi\n")
    done = amicity("import", "wikidata", tmp_path / "links.tsv", "--names", tmp_path / "names.tsv")
    assert [party["name"] for party in json.loads(done.stdout)["roles"]["party"]] == ["Shenyang", "Karachi"]


def test_the_register_says_which_side_states_a_tie(tmp_path: Path) -> None:
    (tmp_path / "links.tsv").write_text("Q11720\tQ8660\nQ11720\tShenyang\nQ8660\tKarachi\n")
    amicity("import", "wikidata", "links.tsv", "-o", "findings.jsonl", cwd=tmp_path)
    amicity("register", "build", "findings.jsonl", "--accept", "B", "--by", "Li Na", "-o", "register", cwd=tmp_path)
    why = amicity("register", "why", "wikidata-Q11720+wikidata-Q8660", cwd=tmp_path).stdout.decode()
    assert "according to Shenyang (Q11720); the other side does not say so" in why


def test_a_list_of_another_kind_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "list.wiki").write_text("Shenyang and Karachi signed a letter of intent.\n")
    done = amicity("import", "wikilist", tmp_path / "list.wiki", "-o", tmp_path / "findings.jsonl")
    assert done.returncode == 2
    assert "is no wikitext of a list" in done.stderr.decode()
    assert not (tmp_path / "findings.jsonl").exists()


@pytest.mark.parametrize(
    ("kind", "name", "content", "why"),
    [
        ("registry", "login.json", '<form><input type="password"></form>', "is a sign-in page (sign in, and save what stands behind it)"),
        ("gexf", "login.gexf", '<form><input type="password"></form>', "is a sign-in page"),
        (
            "wikilist",
            "list.wiki",
            "== Cheese ==\nA page about cheese.\n",
            "states nothing that could be imported (what was wanted is Wikipedia's",
        ),
        (
            "calendar",
            "own.ics",
            CALENDAR.replace("BEGIN:VEVENT", "PRODID:-//Amicity//Register//EN\nBEGIN:VEVENT", 1),
            "proves nothing anew",
        ),
    ],
)
def test_what_is_no_list_is_said_in_a_line_and_writes_nothing(tmp_path: Path, kind: str, name: str, content: str, why: str) -> None:
    (tmp_path / name).write_text(content)
    done = amicity("import", kind, name, "-o", "findings.jsonl", cwd=tmp_path)
    said = done.stderr.decode()
    assert done.returncode == 2 and name in said and why in said and "Usage:" not in said
    assert not (tmp_path / "findings.jsonl").exists()


def test_a_sheet_of_what_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("city,partner\nShenyang,Karachi\n")
    assert "leave --sheet out" in amicity("import", "table", "pairs.csv", "--sheet", "One", cwd=tmp_path).stderr.decode()


def test_a_service_is_asked_for_a_place_and_never_inside_this_network(tmp_path: Path) -> None:
    asked = amicity("import", "wikidata", "--place", "Q11720", "--host", "http://127.0.0.1:8080", "--cache", tmp_path)
    assert asked.returncode == 2
    assert "not 80 or 443" in asked.stderr.decode()
    assert "or --place to ask wikidata" in amicity("import", "wikidata").stderr.decode()
    assert "is imported from a file" in amicity("import", "registry", "--place", "Shenyang").stderr.decode()
