"""The rows of a table as findings: a tie that stands, the paper it was signed on, its end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice

from amicity.sources import _cells, _columns
from amicity.sources._celldates import date_in, day_first
from amicity.sources._cells import Cell, Line
from amicity.sources._columns import NUMBER, SIDED, Columns, given, head_of, plain, words
from amicity.sources._placing import Written, placed, undecided
from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.mention import Mention
from amicity.terms.place import Place
from amicity.terms.report import Report
from amicity.terms.source import Refusal, SourceError
from amicity.terms.span import Span
from amicity.terms.status import Status

READER = "table 2"
_LONGEST = 10
"""Words; the longest names of places have eight, the remarks that stray into such tables have more."""
_HEADS = 20
_SAMPLE = 2_000
_DATES = ("since", "signed", "ended")
_NO_DATE = frozenset(["", "present", "today", "now", "n a", "na", "none", "unknown", "heute", "nan", "null", "ongoing", "no", "nein"])
_CHANGES = {"ended": "termination", "suspended": "suspension"}


@dataclass(frozen=True, slots=True)
class Outline:
    """How a table is laid out: what parts its cells, the row that heads it, and what its columns say."""

    sign: str
    head: Line
    columns: Columns


@dataclass(frozen=True, slots=True)
class _Table:
    """What all rows of a table share."""

    report: Report
    digest: str
    rule: str
    outline: Outline
    form: Mention
    day_first: Mapping[str, bool | None]
    owner: Mention | None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row's two sides and what it says of them."""

    line: Line
    sides: tuple[Mention, Mention]
    also: tuple[Span, ...] = ()


def outlined(report: Report, wanted: Mapping[str, str] | None = None) -> Outline:
    """The layout of a report that is a table.

    Raises SourceError where it has no row, where a wished column is not there, or where quotation marks swallow the rest of it.
    """
    sign = _cells.delimiter(report.text)
    if broken := _cells.unclosed(report.text, sign):
        raise SourceError(f"opens quotation marks in line {broken} that nothing closes", report.source, "close them, and give it again")
    first = [row for row in islice(_cells.lines(report.text, sign), _HEADS) if isinstance(row, Line)]
    if not first:
        raise SourceError("has no rows", report.source, "give a table with a head and rows")
    heads = [[cell.value for cell in row.cells] for row in first]
    at = head_of(heads) or 0
    if wanted:
        names = {head.strip().casefold() for head in wanted.values() if head and not NUMBER.fullmatch(head)}
        at = next((n for n, row in enumerate(heads) if names <= {cell.casefold() for cell in row}), at)
        return Outline(sign, first[at], given(heads[at], wanted, where=report.source))
    return Outline(sign, first[at], _columns.told(heads[at]))


def stating(report: Report, wanted: Mapping[str, str] | None = None, *, rule: str = "table") -> Iterator[Finding | Refusal]:
    """What each row states, in order, or why it states nothing. Raises SourceError where no column can be told to name partners."""
    outline = outlined(report, wanted)
    if outline.columns["partner"] is None:
        heads = ", ".join(filter(None, outline.columns.heads)) or "without heads"
        raise SourceError(
            f"has no column that is known to name partners; its columns are {heads}", report.source, "say which, as in --map partner=…"
        )
    if outline.columns["city"] is None and not report.owner:
        raise SourceError("has one column of places, the partners", report.source, "say whose they are, as in --place “Shenyang (CN)”")
    yield from _stated(_table(report, outline, rule=rule))


def first_rows(report: Report, outline: Outline, *, most: int) -> tuple[tuple[str, ...], ...]:
    """The cells of the first rows below the head."""
    rows = islice(_body(report.text, outline), most)
    return tuple(tuple(cell.value for cell in row.cells) for row in rows if isinstance(row, Line))


def _stated(table: _Table) -> Iterator[Finding | Refusal]:
    above: Cell | None = None
    for line in _body(table.report.text, table.outline):
        if isinstance(line, Refusal):
            yield line
            continue
        above = line.cell(table.outline.columns["city"]) or above
        row = _row(line, table, above=above)
        if isinstance(row, Refusal):
            yield row
        else:
            yield from _findings(row, table)


def _table(report: Report, outline: Outline, *, rule: str) -> _Table:
    head = outline.head.cells[outline.columns.fields["partner"]]
    form = _form(head.value)
    form = Form.SISTER.value if form in (None, Form.PARTNERSHIP.value) else form
    columns = {name: number for name in _DATES if (number := outline.columns[name]) is not None}
    sample = [row for row in islice(_body(report.text, outline), _SAMPLE) if isinstance(row, Line)] if columns else []
    orders = {name: day_first(cell.value for row in sample if (cell := row.cell(number))) for name, number in columns.items()}
    owner = None
    if outline.columns["city"] is None and report.owner:
        owner = Mention(head.span, place=placed(_named(report.owner)), derivation=Derivation.INHERITED)
    return _Table(
        report,
        report.digest,
        rule,
        outline,
        Mention(head.span, value=form, derivation=Derivation.NORMALISED),
        orders,
        owner,
    )


def _body(text: str, outline: Outline) -> Iterator[Line | Refusal]:
    rows = _cells.lines(text, outline.sign)
    for row in rows:
        if isinstance(row, Refusal):
            return chain([row], rows)
        if row.number == outline.head.number:
            break
    return rows


def _row(line: Line, table: _Table, *, above: Cell | None) -> _Row | Refusal:
    columns = table.outline.columns
    if len(line.cells) > len(columns.heads) or len(line.cells) <= columns.fields["partner"]:
        return Refusal(line.number, f"has {len(line.cells)} cells where the head has {len(columns.heads)}")
    partner, city = line.cell(columns["partner"]), line.cell(columns["city"]) or above
    if partner is None:
        return Refusal(line.number, "names no partner")
    if city is None and table.owner is None:
        return Refusal(line.number, "names no city")
    for column, cell in (("city", city), ("partner", partner)):
        if cell and len(cell.value.split()) > _LONGEST:
            return Refusal(line.number, f"has a remark where the {column} should stand")
    there = _side(line, partner, columns, side="partner_")
    here = table.owner or _side(line, city, columns, side="")
    if here.key == there.key:
        return Refusal(line.number, f"pairs {there.place.label if there.place else 'a place'} with itself")
    inherited = city is not None and table.owner is None and not line.span.covers(city.span)
    return _Row(line, (here, there), also=(city.span,) if inherited and city else ())


def _side(line: Line, cell: Cell | None, columns: Columns, *, side: str) -> Mention:
    """The place that a row names on one side."""
    assert cell is not None  # noqa: S101 (for the type checker)
    said = {field: found.value if (found := line.cell(columns[side + field])) else None for field in SIDED}
    return Mention(cell.span, place=written_place(cell.value, said), derivation=Derivation.RESOLVED)


def written_place(name: str, said: Mapping[str, str | None]) -> Place:
    """The place of a name and of what is said beside it: its ``country``, ``division``, ``id``, ``latitude``, ``longitude``."""
    identity = said.get("id")
    return placed(
        Written(
            name=name.replace("_", " "),
            country=said.get("country"),
            latitude=_degrees(said.get("latitude"), 90),
            longitude=_degrees(said.get("longitude"), 180),
            ids=_gazetteers(identity),
            own=_own(identity),
            division=said.get("division"),
        )
    )


def _findings(row: _Row, table: _Table) -> Iterator[Finding]:
    """The tie; the paper, where the row tells the day of signing; its end or rest, where the row tells it."""
    columns, line = table.outline.columns, row.line
    dates = {name: _dated(line.cell(columns[name]), table.day_first.get(name)) for name in _DATES}
    cell = line.cell(columns["form"])
    status = line.cell(columns["status"])
    meant = words("status").get(plain(status.value)) if status else None
    flags = doubts(row.sides)
    if any((told := line.cell(columns[name])) and not dates[name] and not _open(told) for name in _DATES):
        flags.append("date_unread")
    if status and meant is None:
        flags.append("status_unread")
    form = Mention(cell.span, value=_form(cell.value) or Form.OTHER.value, derivation=Derivation.NORMALISED) if cell else table.form
    label = (Mention(cell.span, value=cell.value),) if cell else ()
    here, there = (side.place for side in row.sides)
    tie = Finding(
        source=table.report.source,
        report=table.digest,
        kind="relation",
        status=Status.PLANNED if meant == "planned" else Status.HAPPENED,
        roles={"party": row.sides, "form": (form,), "label": label},
        quote=line.span,
        when=dates["since"] or dates["signed"],
        also=row.also,
        confidence=Confidence.C if flags else Confidence.B,
        rule=f"{table.rule}.row",
        reader=READER,
        domestic=_one_country(here, there),
        flags=tuple(flags),
    )
    yield tie
    if dates["signed"] and meant != "planned":
        act = Mention(table.outline.head.cells[columns.fields["signed"]].span, value="signed", derivation=Derivation.NORMALISED)
        roles = {"party": row.sides, "form": (form,), "act": (act,)}
        yield replace(tie, kind="agreement", roles=roles, when=dates["signed"], rule=f"{table.rule}.signed")
    change = "termination" if dates["ended"] else _CHANGES.get(meant or "")
    if change:
        roles = {"party": row.sides, "form": (form,)}
        yield replace(tie, kind=change, status=Status.HAPPENED, roles=roles, when=dates["ended"], rule=f"{table.rule}.ended")


def doubts(sides: tuple[Mention, Mention]) -> list[str]:
    """What makes a row's places unsure."""
    places = [side.place for side in sides if side.place]
    unknown = any(place.id is None or place.id.startswith("wikidata:") for place in places)
    return (["place_unknown"] if unknown else []) + (["place_rivalled"] if any(place.id and undecided(place) for place in places) else [])


def _one_country(here: Place | None, there: Place | None) -> bool:
    return here is not None and there is not None and here.country is not None and here.country == there.country


def _dated(cell: Cell | None, order: bool | None) -> Dated | None:
    value = date_in(cell.value, day_first=order) if cell else None
    if cell is None or value is None:
        return None
    return Dated(value, cell.span, Derivation.LITERAL if value.edtf == cell.value else Derivation.NORMALISED)


def _open(cell: Cell | None) -> bool:
    """Whether a cell says in words that there is no date: "present", "-", "n/a"."""
    return cell is not None and plain(cell.value) in _NO_DATE


@lru_cache(maxsize=4096)
def _form(written: str) -> str | None:
    """The form that a cell or a heading names: by its whole wording, else by the longest that it contains."""
    said = plain(written)
    if whole := words("form").get(said):
        return whole
    contained = [word for word in words("form") if f" {word} " in f" {said} "]
    return words("form")[max(contained, key=len)] if contained else None


def _degrees(written: str | None, most: float) -> float | None:
    try:
        value = float(written.replace(",", ".").rstrip("° ")) if written else None
    except ValueError:
        return None
    return value if value is not None and -most <= value <= most else None


def _gazetteers(identity: str | None) -> tuple[str, ...]:
    """The gazetteer's own ids that a cell writes: ``geonames:2034937``, its plain number, or its address."""
    if not identity:
        return ()
    number = identity.strip().rstrip("/").rpartition("/")[2] if "geonames" in identity else identity.strip()
    number = number.removeprefix("geonames:")
    if number.isascii() and number.isdigit():
        return (f"geonames:{number}",)
    return (identity.strip(),) if ":" in identity and "//" not in identity else ()


def _own(identity: str | None) -> str | None:
    last = (identity or "").strip().rpartition("/")[2].removeprefix("wikidata:")
    return f"wikidata:{last}" if last[:1] == "Q" and last[1:].isdigit() and last.isascii() else None


def _named(owner: str) -> Written:
    """The place of ``Shenyang (CN)``, ``Shenyang, China`` or ``Shenyang``."""
    name, _, country = owner.partition(" (") if owner.endswith(")") else owner.rpartition(", ") if ", " in owner else (owner, "", "")
    return Written(name.strip(), country.rstrip(")").strip() or None)
