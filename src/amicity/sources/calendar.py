"""A calendar (iCalendar): events become findings of visits, meetings and anniversaries, where the summary says that they are.

The events are written down one a line, and that is the report's text: the day, the summary, the location, the status. What stands in a
calendar is planned, unless it was written down after the day. Whose calendar it is, the person who gives it may say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from amicity.sources._bounds import within_bounds
from amicity.sources._contentlines import Block, blocks
from amicity.sources._decoding import decode
from amicity.sources._placing import Written, placed, undecided
from amicity.sources._rows import Line, lines, part, row
from amicity.sources._wording import Said, places, said
from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError
from amicity.terms.span import Span
from amicity.terms.status import Status

_MEDIA = "text/calendar"
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?")
_OURS = re.compile(r"(?m)^PRODID:-//Amicity//Register//")
_INVITED = re.compile(r"\binvit(?:ation|ed?|es)\b", re.IGNORECASE)
_TIES = ("tie", "bond", "twin", "pair")
_SORTS = (*_TIES, "visit", "delegation", "meet", "receive", "anniversary")
_COMES = re.compile(r"\b(?:from|of|by)\b", re.IGNORECASE)
_GOES = re.compile(r"\b(?:to|in|at)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|reception|talks|courtesy call|video conference|conference call)\b", re.IGNORECASE)
_VISIT = re.compile(r"\b(?:visit|delegation|trip)\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th|\.)?[ -](?:year )?(?:anniversary|jubilee)|\b(?:anniversary|jubilee)[^\d]{0,20}(\d{1,3})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Event:
    """An event's line: its cells, the places in its summary, and the sides that stand beside them."""

    line: Line
    day: Span
    summary: Span
    named: tuple[Mention, ...]
    location: tuple[Mention, ...]
    owner: tuple[Mention, ...]

    @property
    def sides(self) -> tuple[Mention, ...]:
        """Whose event it is: the places in the summary, and where it names but one, the calendar's owner."""
        one = {mention.key for mention in self.named}
        return self.named if len(one) > 1 else (*self.named, *(each for each in self.owner if each.key not in one))


def _fits(content: bytes, _name: str) -> int:
    return 3 if content[:200].removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR" else 0


def _read(content: bytes, name: str) -> Report:
    text, notes = decode(within_bounds(content, where=name, kind="calendar"), where=name)
    if not _fits(text[:200].encode("utf-8", "replace"), name):
        raise SourceError("is no calendar", name, "export it as iCalendar (.ics)")
    if _OURS.search(text):
        what = "is a calendar that a register wrote, and proves nothing anew"
        raise SourceError(what, name, "`amicity export jsonl` takes a register elsewhere without loss")
    held = [_written(event) for event in blocks(text, "VEVENT", where=name)]
    if not held:
        raise SourceError("is a calendar without events", name, "export the calendar that has them")
    called = re.search(r"(?mi)^X-WR-CALNAME(?:;[^:\n]*)?:(.{1,200})$", text)
    title = called[1].strip() if called else ""
    return Report(source=name, text="\n".join([row("Calendar", title), *held]) + "\n", title=title or None, media=_MEDIA, notes=notes)


def _written(event: Block) -> str:
    status = "cancelled" if event.text("STATUS").upper() == "CANCELLED" else "repeats" if event.has("RRULE") else ""
    told = "told afterwards" if _day(event.text("DTSTAMP")) > _day(event.text("DTSTART")) > "" else ""
    return row(_days(event) or "no day", event.text("SUMMARY") or "no summary", event.text("LOCATION"), status or told, event.text("UID"))


def _days(event: Block) -> str:
    """The event's day or days as EDTF. The end of an event of whole days is the day after it."""
    first = _day(event.text("DTSTART"))
    last = _day(event.text("DTEND"))
    if first and last and "T" not in event.text("DTEND").upper():
        last = (date.fromisoformat(last) - timedelta(days=1)).isoformat()
    return f"{first}/{last}" if first and last > first else first


def _day(stamp: str) -> str:
    """The day of a stamp; empty where no calendar has it."""
    found = _STAMP.fullmatch(stamp.strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else ""
    except ValueError:
        return ""


def _states(report: Report) -> Iterator[Finding | Refusal]:
    held = lines(report.text)
    head, digest = next(held), report.digest
    owner = _owner(report, head)
    for line in held:
        day, summary, location, state, *_ = line.cells()
        event = _Event(line, day, summary, _mentions(summary), _mentions(location)[:1], owner)
        stated = _stated(event, state.text)
        if isinstance(stated, str):
            yield Refusal(line.number, f"{summary.text[:60]!r} {stated}")
        else:
            kind, roles = stated
            yield _finding(event, kind, roles, report=report, digest=digest, afterwards=state.text == "told afterwards")


def _stated(event: _Event, state: str) -> tuple[str, dict[str, tuple[Mention, ...]]] | str:
    """The kind and the roles that the summary states, or why it states none."""
    summary = event.summary.text
    words = list(said(summary, *_SORTS))
    years = _YEARS.search(summary)
    if state == "cancelled":
        return "is cancelled"
    if years or any(each.sort == "anniversary" for each in words):
        return _anniversary(event, words, years)
    if state == "repeats":
        return "repeats: on which days it took place cannot be told"
    if _INVITED.search(summary):
        return "is an invitation, and no visit"
    if _VISIT.search(summary) or any(each.sort in ("visit", "delegation") for each in words):
        return _visit(event, words)
    if _MEETING.search(summary) or any(each.sort in ("meet", "receive") for each in words):
        return ("meeting", {"party": event.sides, "place": event.location}) if len(event.sides) > 1 else _one_side(event)
    return "says nothing of a visit, a meeting or an anniversary"


def _anniversary(event: _Event, words: list[Said], years: re.Match[str] | None) -> tuple[str, dict[str, tuple[Mention, ...]]] | str:
    """Of a tie only: where two places stand, or one and a word for ties."""
    if len(event.named) < 2 and not any(each.sort in _TIES for each in words):
        return "does not say that it is a tie's anniversary"
    return ("anniversary", {"party": event.sides, "years": _years(event, years)}) if len(event.sides) > 1 else _one_side(event)


def _one_side(event: _Event) -> str:
    return "names one side only: say whose calendar it is, as in --place" if event.named else "names no place that the gazetteer knows"


def _years(event: _Event, found: re.Match[str] | None) -> tuple[Mention, ...]:
    if not found:
        return ()
    group = 1 if found[1] else 2
    return (Mention(part(event.summary, *found.span(group)), value=int(found[group]), derivation=Derivation.NORMALISED),)


def _visit(event: _Event, words: list[Said]) -> tuple[str, dict[str, tuple[Mention, ...]]] | str:
    """Who visits whom: "from", "of" and "by" lead to who comes, "to", "in" and "at" to whom; else who stands before the verb comes."""
    summary, start = event.summary, event.summary.start
    come: list[Mention] = []
    go: list[Mention] = []
    before = 0
    for mention in event.named:
        at = mention.span.start - start
        gap = summary.text[before:at]
        comes, goes = (max((found.end() for found in pattern.finditer(gap)), default=-1) for pattern in (_COMES, _GOES))
        verbs = [each for each in words if each.sort == "visit" and each.start >= mention.span.end - start]
        (come if comes > goes or (comes == goes and verbs) else go).append(mention)
        before = mention.span.end - start
    taken = {mention.key for mention in (*come, *go)}
    beside = [each for each in event.owner if each.key not in taken]
    visitors = tuple(come) or tuple(beside)
    hosts = tuple(go) or tuple(each for each in event.location if each.key not in taken) or tuple(beside if come else ())
    if not visitors or not hosts:
        return "does not say who visits whom"
    return "visit", {"visitor": visitors, "host": hosts}


def _finding(event: _Event, kind: str, roles: dict[str, tuple[Mention, ...]], *, report: Report, digest: str, afterwards: bool) -> Finding:
    try:
        when = Dated(PartialDate(event.day.text), event.day, Derivation.NORMALISED)
    except ValueError:
        when = None
    named = [mention.place for mentions in roles.values() for mention in mentions if mention.place]
    countries = {place.country for place in named}
    return Finding(
        source=report.source,
        report=digest,
        kind=kind,
        status=Status.HAPPENED if afterwards else Status.PLANNED,
        roles=roles,
        quote=event.line.span,
        when=when,
        confidence=Confidence.C if when is None or any(map(undecided, named)) else Confidence.B,
        rule=f"calendar.{kind}",
        reader="calendar 1",
        domestic=len(countries) == 1 and None not in countries,
    )


def _mentions(cell: Span) -> tuple[Mention, ...]:
    found = {place.key: Mention(span, place=place, derivation=Derivation.RESOLVED) for span, place in reversed(list(places(cell)))}
    return tuple(sorted(found.values(), key=lambda mention: mention.span))


def _owner(report: Report, head: Line) -> tuple[Mention, ...]:
    """The place whose calendar it is: as a person says, else as its name does."""
    if report.owner:
        name, _, country = report.owner.removesuffix(")").partition(" (") if report.owner.endswith(")") else (report.owner, "", "")
        return (Mention(head.span, place=placed(Written(name, country=country or None)), derivation=Derivation.INHERITED),)
    named = _mentions(head.cells()[1]) if len(head.cells()) > 1 else ()
    return named if len(named) == 1 else ()


SOURCE = Source(name="calendar", says="a calendar (iCalendar)", media=_MEDIA, fits=_fits, read=_read, states=_states)
