"""A file of rules, table by table: each value is checked as it is taken, and each slip is kept with its line and what to do."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from amicity.terms.partial_date import PartialDate
from amicity.terms.rule_pack import RuleSource

_Term = TypeVar("_Term", bound=StrEnum)
_REQUIRED = {
    "": ("title", "authority", "countries"),
    "sources": ("name", "address", "date"),
    "forms": ("local", "language", "form", "rank", "says", "source"),
    "recognitions": ("authority", "says", "source"),
    "criteria": ("says", "evidence"),
    "approvals": ("who", "does", "source"),
    "rules": ("id", "topic", "weight", "says", "source"),
    "counting": ("says", "source"),
    "anniversaries": ("celebrate", "otherwise", "says", "source"),
}
_ALLOWED = {
    "": ("divisions", "sources", "forms", "recognitions", "approvals", "rules", "counting", "anniversaries"),
    "sources": ("note",),
    "recognitions": ("forms", "criteria", "lists"),
    "approvals": ("forms",),
    "rules": (
        *("asks", "forms", "statuses", "levels", "places", "except_places", "partner_countries", "valid_from", "valid_until"),
        *("signed_from", "signed_until", "days", "years"),
    ),
}
_WEB = re.compile(r"https?://[^\s/]+/?\S*")


class Page:
    """One file while it is read, with the slips found so far."""

    def __init__(self, text: str, name: str) -> None:
        self.lines, self.name, self.slips = text.splitlines(), name, list[str]()
        self.sources: dict[str, RuleSource] = {}
        self.ids: set[str] = set()

    def source(self, key: str, held: Mapping[str, Any]) -> RuleSource:
        """The source of that name, with what is wrong with it kept."""
        row = Row(self, f"sources.{key}", 0, held)
        row.check_keys()
        address = row.text("address")
        if address and not _WEB.fullmatch(address):
            row.slip("address", f"{address!r} is no address: write one that begins with https:// or http://")
        dated = row.edtf("date")
        return RuleSource(row.text("name"), address, dated, str(held.get("note", "")))

    def line_of(self, table: str, number: int, key: str) -> int:
        """The line of a key, of its table where the key is not there, or 1."""
        heads = [n for n, line in enumerate(self.lines) if line.strip() in (f"[{table}]", f"[[{table}]]")] if table else [0]
        start = heads[number] if number < len(heads) else 0
        for n in range(start, len(self.lines)):
            line = self.lines[n].strip()
            if n > start and line.startswith("["):
                break
            if re.match(rf"{re.escape(key)}\s*=", line):
                return n + 1
        return start + 1


class Row:
    """One table of a file: its values by key, each checked as it is taken."""

    def __init__(self, page: Page, table: str, number: int, held: Mapping[str, Any]) -> None:
        self.page, self.path, self.number, self.held = page, table, number, held
        self.table_name = table.partition(".")[0]

    def slip(self, key: str, says: str) -> None:
        """Keep what is wrong with a key, with its line and what to do."""
        where = f"[{self.path}]" if self.path else "the file"
        self.page.slips.append(f"line {self.page.line_of(self.path, self.number, key)}, {where}: {says}")

    def check_keys(self) -> None:
        """Keep every key that is unknown, and every one that is missing."""
        required = _REQUIRED[self.table_name]
        known = {*required, *_ALLOWED.get(self.table_name, ())}
        for key in self.held:
            if key not in known:
                self.slip(key, f"there is no key {key!r}: write {choice(sorted(known))}")
        for key in required:
            if key not in self.held:
                self.slip(key, f"{key!r} is missing: each {self.table_name.rstrip('s') or 'file'} needs it")

    def rows(self, table: str) -> list["Row"]:
        """The tables of this name below this one, each with its keys checked."""
        held = self.held.get(table, [])
        if not isinstance(held, list) or not all(isinstance(each, dict) for each in held):
            self.slip(table, f"write {table} as tables of their own: [[{table}]]")
            return []
        made = [self._below(table, number, each) for number, each in enumerate(held)]
        for row in made:
            row.check_keys()
        return made

    def _below(self, table: str, number: int, held: Mapping[str, Any]) -> "Row":
        """A row of a table; one inside another row is found by that row's line."""
        row = Row(self.page, self.path or table, self.number if self.path else number, held)
        row.table_name = table
        return row

    def table(self, key: str) -> Mapping[str, Any]:
        """The one table of this name; empty where there is none."""
        held = self.held.get(key, {})
        if isinstance(held, dict):
            if key == "anniversaries" and held:
                Row(self.page, key, 0, held).check_keys()
            return held
        self.slip(key, f"write {key} as a table: [{key}]")
        return {}

    def text(self, key: str) -> str:
        """A text on one line; empty where there is none."""
        held = self.held.get(key, "")
        if isinstance(held, str) and (held.strip() or key not in self.held):
            return " ".join(held.split())
        self.slip(key, f"{key} is {held!r}: write a text")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where there is none."""
        held = self.held.get(key, [])
        if isinstance(held, list) and all(isinstance(each, str) for each in held):
            return tuple(held)
        self.slip(key, f'{key} is {held!r}: write a list of texts, such as ["CN"]')
        return ()

    def number_of(self, key: str) -> int | None:
        """A whole number above 0, or None."""
        held = self.held.get(key)
        if held is None or (isinstance(held, int) and not isinstance(held, bool) and held > 0):
            return held
        self.slip(key, f"{key} is {held!r}: write a whole number above 0")
        return None

    def country(self, written: str) -> str:
        """A country's two letters."""
        if not re.fullmatch(r"[A-Z]{2}", written):
            self.slip("countries", f"{written!r} is no country: write its two letters of ISO 3166-1, such as CN")
        return written

    def term(self, key: str, terms: type[_Term]) -> _Term:
        """One term of a closed list; its first where none is given (a missing key is kept already)."""
        held = self.held.get(key)
        return self._one(key, str(held), terms) if held is not None else next(iter(terms))

    def terms(self, key: str, terms: type[_Term]) -> tuple[_Term, ...]:
        """Terms of a closed list; none where none is given."""
        return tuple(self._one(key, each, terms) for each in self.texts(key))

    def _one(self, key: str, written: str, terms: type[_Term]) -> _Term:
        try:
            return terms(written)
        except ValueError:
            self.slip(key, f"{written!r} is no {key.rstrip('s')}: write {choice([term.value for term in terms])}")
            return next(iter(terms))

    def edtf(self, key: str) -> PartialDate:
        """A date as precise as it is told."""
        held = self.held.get(key)
        try:
            return PartialDate(held.isoformat() if isinstance(held, date) else str(held))
        except ValueError as error:
            if held is not None:
                self.slip(key, str(error))
            return PartialDate("../..")

    def day(self, key: str) -> date | None:
        """A day, or None."""
        held = self.held.get(key)
        if held is None or (isinstance(held, date) and type(held) is date):
            return held
        self.slip(key, f"{key} is {held!r}: write a day without quotes, such as 2025-10-01")
        return None

    def sources(self) -> tuple[RuleSource, ...]:
        """The sources that this table names, from those that the file tells."""
        held = self.held.get("source")
        keys = [held] if isinstance(held, str) else held if isinstance(held, list) else []
        unknown = [key for key in keys if key not in self.page.sources]
        if unknown or (held is not None and not keys):
            names = choice(sorted(self.page.sources)) if self.page.sources else "one, once [sources.NAME] tells it"
            self.slip("source", f"no source is called {unknown[0] if unknown else held!r}: write {names}")
        return tuple(self.page.sources[key] for key in keys if key in self.page.sources)


def choice(names: Sequence[str]) -> str:
    """Names as a choice in a sentence: ``a, b or c``."""
    return ", ".join(names[:-1]) + f" or {names[-1]}" if len(names) > 1 else names[0]
