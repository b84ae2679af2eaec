"""Rows of an archive become reports: which column is the text, the address, the title and the day is told from their names."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.resources import files
from typing import Any

from amicity.sources._bounds import within_bounds
from amicity.sources._clean import clean
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report
from amicity.terms.source import SourceError

_ISO = re.compile(r"\s*(\d{4})(?:[-/]?(\d\d)(?:[-/]?(\d\d))?)?(?!\d)")
_NO_LETTER = re.compile(r"[\W_]+")
_EMPTY = ("", "none", "null", "nan")


@cache
def _known() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files("amicity.sources").joinpath("archive_columns.toml").read_text(encoding="utf-8"))
    return {field: tuple(_plain(name) for name in names) for field, names in table.items()}


def columns(names: Iterable[str]) -> dict[str, str]:
    """For each field of a report (``text``, ``title``, ``address`` …) the column that holds it, where one does."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(_plain(name), name)
    return {field: plain[first] for field, usual in _known().items() if (first := next((one for one in usual if one in plain), None))}


def report_of(row: Mapping[str, Any], *, where: str, chosen: Mapping[str, str]) -> Report:
    """The report in a row; its text stands as the row has it. Raises SourceError where the row has none."""
    told = {field: row.get(column) for field, column in chosen.items()}
    text = told.get("text")
    if not isinstance(text, str) or not text.strip():
        raise SourceError("has no text", where, "leave the row out, or fill its text in")
    within_bounds(text.encode("utf-8", "surrogatepass"), where=where, kind="text")
    address = _line(told.get("address"))
    return Report(
        source=where,
        text=text.replace("\r\n", "\n").replace("\r", "\n"),
        title=_line(told.get("title")),
        published=day(told.get("published")),
        publisher=_line(told.get("publisher")),
        address=address if address and address.startswith(("http://", "https://")) else None,
        language=(_line(told.get("language")) or "").replace("_", "-").split("-")[0].lower()[:3] or None,
    )


def day(value: object) -> PartialDate | None:
    """The day, month or year that a cell states as ISO 8601 (with or without hyphens) or as letters write it; None for all else."""
    if isinstance(value, date | datetime):
        return PartialDate(value.isoformat()[:10])
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    try:
        if found := _ISO.match(text):
            return PartialDate("-".join(part for part in found.groups() if part))
        return PartialDate(parsedate_to_datetime(text).date().isoformat()) if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _line(value: object) -> str | None:
    text = " ".join(clean(value).split()) if isinstance(value, str) else ""
    return None if text.lower() in _EMPTY else text


def _plain(name: str) -> str:
    return _NO_LETTER.sub("", name).lower()
