"""``amicity import pairs``: a table of twin towns becomes findings that quote their rows."""

import json
import zipfile
from pathlib import Path

import pytest

from cli.runs import amicity

TABLE = """city,country,partner,partner_country
Shenyang,China,Karachi,Pakistan
Karachi,Pakistan,Shenyang,China
"Washington, D.C.",the_United_States,Seoul,South_Korea
Nowhere-upon-Never,Germany,Lille,France
Lonely,Germany,,
Karachi,Pakistan,Karachi,Pakistan
Judenburg,Austria,Judenburg is a member of a town twinning association of towns across the whole of Europe.,Austria
short,row
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "pairs.csv"
    file.write_text(TABLE)
    return file


def test_each_row_is_a_relation_that_quotes_it(table: Path, tmp_path: Path) -> None:
    done = amicity("import", "pairs", table, "-o", tmp_path / "out.jsonl")
    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [each["quote"]["exact"] for each in written] == TABLE.splitlines()[1:5]
    for each in written:
        for passage in (*each["roles"]["party"], *each["roles"]["form"]):
            assert TABLE[passage["start"] : passage["end"]] == passage["text"]
    assert [party["country"] for party in written[2]["roles"]["party"]] == ["US", "KR"]
    assert [party["id"] is None for party in written[3]["roles"]["party"]] == [True, False]
    assert {(each["kind"], each["status"], each["roles"]["form"][0]["value"]) for each in written} == {("relation", "happened", "sister")}
    assert [each["confidence"] for each in written] == ["B", "B", "B", "C"]
    assert done.returncode == 1


def test_the_summary_counts_and_names_what_is_refused(table: Path) -> None:
    said = amicity("import", "pairs", table, "--dry-run").stderr.decode()
    assert "8 rows read: 3 new, 1 known (stated before in this table), 4 refused; 1 unsure" in said
    for line in ("line 6: names no partner", "line 7: pairs Karachi (PK) with itself", "line 8: has a remark", "line 9: has 2 cells"):
        assert line in said


def test_a_dry_run_writes_nothing(table: Path, tmp_path: Path) -> None:
    done = amicity("import", "pairs", table, "--dry-run", "-o", tmp_path / "out.jsonl")
    assert done.stdout == b""
    assert not (tmp_path / "out.jsonl").exists()


def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("name,age\nAnna,3\n")
    done = amicity("import", "pairs", tmp_path / "other.csv")
    assert done.returncode == 2
    assert "other.csv: is no list of the kind 'pairs'" in done.stderr.decode()


def test_reading_a_table_gives_its_rows(table: Path) -> None:
    assert amicity("read", table, "--json").stdout.count(b'"rule":"pairs.row"') == 4


@pytest.mark.long
def test_the_whole_table_of_wikipedia(tmp_path: Path) -> None:
    table = Path("../shared/data/wikipedia-pairs/pairs.csv")
    if not table.exists():
        pytest.skip("../shared is not here")
    done = amicity("import", "pairs", table, "-o", tmp_path / "out.jsonl")
    assert "23,514 rows read" in done.stderr.decode()
    text = table.read_text(encoding="utf-8")
    for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[::50]:
        quote = json.loads(line)["quote"]
        assert text[quote["start"] : quote["end"]] == quote["exact"]


def test_a_table_of_any_shape_says_how_it_was_read(tmp_path: Path) -> None:
    (tmp_path / "partner.csv").write_text("Stadt;Partner;Land;Seit\nLeipzig;Lyon;Frankreich;1981\nLeipzig;Nirgendheim;Frankreich;bald\n")
    done = amicity("import", "table", "partner.csv", "-o", "out.jsonl", cwd=tmp_path)
    said = done.stderr.decode()
    assert "city from “Stadt”, partner from “Partner”, partner_country from “Land”, since from “Seit”" in said
    assert "2 rows read: 2 new" in said and "1 unsure (1 a place that the gazetteer does not know, 1 a date that cannot be told)" in said
    first = (tmp_path / "out.jsonl").read_bytes()
    assert (done.returncode, first.count(b"\n")) == (0, 2)
    amicity("import", "table", "partner.csv", "-o", "out.jsonl", cwd=tmp_path)
    assert (tmp_path / "out.jsonl").read_bytes() == first


def test_a_person_says_which_column_holds_what_and_whose_they_are(tmp_path: Path) -> None:
    (tmp_path / "list.tsv").write_text("Wer\tWo\nKarachi\tPakistan\n")
    told = ("import", "table", "list.tsv", "--map", "partner=Wer,partner_country=#2")
    assert b"has one column of places, the partners (say whose they are" in amicity(*told, cwd=tmp_path).stderr
    done = amicity(*told, "--place", "Shenyang (CN)", cwd=tmp_path)
    assert [party["name"] for party in json.loads(done.stdout)["roles"]["party"]] == ["Shenyang", "Karachi"]
    assert b"has no column 'Ort' (its columns are Wer, Wo)" in amicity(*told[:3], "--map", "partner=Ort", cwd=tmp_path).stderr
    assert b"'partner' is no FIELD=HEAD" in amicity(*told[:3], "--map", "partner", cwd=tmp_path).stderr


@pytest.mark.long
@pytest.mark.parametrize("table", ["wikidata-eu/sistercities.tsv", "wikidata-2022/pairs.csv"])
def test_the_tables_of_wikidata(table: str) -> None:
    path = Path("../shared/data") / table
    if not path.exists():
        pytest.skip("../shared is not here")
    said = amicity("import", "table", path, "--dry-run").stderr.decode()
    assert "0 refused" in said and "partner_latitude from" in said


def test_the_address_of_a_list_is_cited_by_what_is_made_of_it(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("city,id,partner,partner_id\nShenyang,Q11720,Karachi,Q8660\n")
    (tmp_path / "links.tsv").write_text("Q11720\tQ37951\nQ8660\tQ37951\n")
    amicity("import", "table", "pairs.csv", "--address", "https://city.example/list", "-o", "table.jsonl", cwd=tmp_path)
    amicity("import", "wikidata", "links.tsv", "-o", "links.jsonl", cwd=tmp_path)
    amicity("register", "build", "table.jsonl", "links.jsonl", "--accept", "ABC", "--by", "Li Na", "-o", "register", cwd=tmp_path)
    amicity("export", "quickstatements", "--register", "register", "-o", "difference.zip", cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "difference.zip") as archive:
        statements = archive.read("statements.txt").decode().splitlines()
    assert statements == [
        f'{one}\tP190\t{other}\tS854\t"https://city.example/list"' for one, other in (("Q11720", "Q8660"), ("Q8660", "Q11720"))
    ]
