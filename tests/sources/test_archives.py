"""Archives in JSON Lines and Parquet: a report a row, columns told from their names."""

import gzip
import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest

from amicity.sources import SourceError, load_all_bytes, load_bytes
from amicity.sources._archive_columns import columns, day
from amicity.terms.report import Report
from sources.documents import LETTER

ROWS: list[dict[str, Any]] = [
    {"URL": "https://news.example/1", "Title": "A visit", "Date Published": "2018-08-12T10:00:00Z", "text": LETTER, "lang": "en-GB"},
    {"URL": "not an address", "Title": None, "Date Published": "yesterday", "text": "Second.\r\nLine.", "lang": None},
]


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def parquet(rows: list[dict[str, Any]]) -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    file = BytesIO()
    write_table(pyarrow.Table.from_pylist(rows), file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [(lines(*ROWS), "pile.jsonl"), (gzip.compress(lines(*ROWS)), "pile.jsonl.gz"), (lines(*ROWS), "-"), (parquet(ROWS), "pile.parquet")],
)
def test_each_row_is_a_report(content: bytes, name: str) -> None:
    first, second = load_all_bytes(content, source=name)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.source, first.text, first.title, first.address) == (f"{name}#1", LETTER, "A visit", "https://news.example/1")
    assert (str(first.published), first.language) == ("2018-08-12", "en")
    assert (second.source, second.text, second.title, second.address, second.published) == (f"{name}#2", "Second.\nLine.", None, None, None)


def test_rows_that_are_none_leave_the_rest() -> None:
    content = lines(ROWS[0]) + b"{broken\n[1]\n\n" + lines({"text": ""}, {"title": "no text"}, {"text": "x" * 5_000_001}) + lines(ROWS[0])
    found = list(load_all_bytes(content, source="pile.jsonl"))
    assert [isinstance(each, Report) for each in found] == [True, False, False, False, False, False, True]
    assert [str(each).partition(" (")[0].partition(": ")[0] for each in found[1:6]] == [f"pile.jsonl#{line}" for line in (2, 3, 5, 6, 7)]


def test_a_line_without_end_and_one_without_bottom() -> None:
    deep = b'{"text": ' + b"[" * 200_000 + b"\n"
    found = list(load_all_bytes(lines(ROWS[0]) + deep, source="pile.jsonl"))
    assert "no JSON" in str(found[1])
    with pytest.raises(SourceError, match="a line of more than 20 MB"):
        list(load_all_bytes(b'{"text": "' + b"x" * 20_000_001, source="pile.jsonl", limit=30_000_000))


def test_a_packed_archive_that_breaks_off() -> None:
    found = list(load_all_bytes(gzip.compress(lines(*(ROWS * 500)))[:-60], source="pile.jsonl.gz"))
    assert isinstance(found[0], Report)
    assert "what stands before was read" in str(found[-1])


@pytest.mark.parametrize("content", [parquet(ROWS)[:-300], b"PAR1" + bytes(500), b"PAR1", parquet(ROWS)[:-9] + b"\xff" * 9])
def test_a_broken_parquet_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match="is broken"):
        load_bytes(content, source="pile.parquet")


def test_a_parquet_without_texts_says_what_it_has() -> None:
    with pytest.raises(SourceError, match="only city, partner"):
        load_bytes(parquet([{"city": "Turin", "partner": "Chicago"}]), source="pairs.parquet")


def test_json_that_is_no_archive_stays_what_it_was() -> None:
    assert load_bytes(b'{"kind": "relation", "quote": {}}\n', source="findings.jsonl").media == "text/plain"


def test_columns_by_their_usual_names() -> None:
    assert columns(["Main_Text", "source-url", "PubDate", "Headline", "x"]) == {
        "text": "Main_Text",
        "address": "source-url",
        "published": "PubDate",
        "title": "Headline",
    }


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *(
            ("2018-08-10", "2018-08-10"),
            ("20180810", "2018-08-10"),
            (20180810, "2018-08-10"),
            ("2018/08/10 10:00", "2018-08-10"),
            ("2018-08", "2018-08"),
        ),
        *(("Fri, 10 Aug 2018 10:00:00 GMT", "2018-08-10"), (datetime(2018, 8, 10, tzinfo=UTC), "2018-08-10"), ("2018-13-40", "None")),
        *(("soon", "None"), (None, "None"), (1533895200, "None"), (True, "None"), ([], "None")),
    ],
)
def test_days_that_cells_state(cell: object, written: str) -> None:
    assert str(day(cell)) == written
