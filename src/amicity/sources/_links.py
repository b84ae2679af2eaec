"""Links between Wikidata's items: written down one a line, and turned into findings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amicity.sources._placing import Written, placed, undecided
from amicity.sources._rows import Line, lines, one_line, part, row
from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.report import Report
from amicity.terms.source import Refusal
from amicity.terms.span import Span
from amicity.terms.status import Status

READER = "wikidata 1"
_TIED = "twinned administrative body"
_ITEM = re.compile(r"(?:(?P<label>.+) \()?(?P<id>Q[1-9]\d*)\)?")
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of Wikidata; the label is empty where the list gives none."""

    id: str
    label: str = ""

    def __str__(self) -> str:
        return f"{one_line(self.label)} ({self.id})" if self.label else self.id


@dataclass(frozen=True, slots=True)
class Link:
    """A statement of one item that another is its twin.

    Dates are EDTF, or words that are no date; ``until`` is ``unknown`` where it ended on some day that nobody knows.
    """

    one: Item
    other: Item | None
    since: str = ""
    until: str = ""
    references: tuple[str, ...] = ()
    deprecated: bool = False
    statement: str = ""

    def __str__(self) -> str:
        told = [("since", self.since), ("until", self.until), *(("reference", each) for each in self.references)]
        told += [("rank", "deprecated" if self.deprecated else ""), ("statement", self.statement)]
        cells = [f"{name} {value}" for name, value in told if value]
        return row(str(self.one), _TIED, str(self.other) if self.other else "no item", *cells)


def place_line(
    item: Item, *, country: str = "", at: tuple[float, float] | None = None, geonames: Iterable[str] = (), links: int | None = None
) -> str:
    """What the list says about where an item lies, as a line of text; ``links`` is how many twins it states, where all are listed."""
    told = [f"in {country}"] if country else []
    told += [f"at {at[0]:.6g}, {at[1]:.6g}"] if at else []
    told += [f"geonames {number}" for number in geonames]
    return row("place", str(item), *told, *([f"links {links}"] if links is not None else ()))


def stated(report: Report) -> Iterator[Finding | Refusal]:
    """A finding for each link, and one more where it has ended; in order, or why a line says nothing."""
    text, digest = report.text, report.digest
    held = [line for line in lines(text) if line.number > 1]
    places = dict(_known(line) for line in held if line.text.startswith("place | "))
    links = [line.cells() for line in held]
    linked = {(cells[0].text, cells[2].text) for cells in links if len(cells) > 2}
    told = {cells[0].text for cells in links if len(cells) > 2 and cells[0].text != "place"}
    told |= {cells[1].text for cells in links if cells[0].text == "place" and cells[-1].text.startswith("links ")}
    for line, cells in zip(held, links, strict=True):
        if not line.text.startswith("place | "):
            one_way = len(cells) > 2 and cells[2].text in told and (cells[2].text, cells[0].text) not in linked
            yield from _findings(line, cells, report=report, digest=digest, places=places, one_way=one_way)


def _known(line: Line) -> tuple[str, Written]:
    _, item, *told = [cell.text for cell in line.cells()]
    said: dict[str, list[str]] = {}
    for cell in told:
        name, _, value = cell.partition(" ")
        said.setdefault(name, []).append(value)
    north, _, east = said.get("at", [""])[0].partition(", ")
    found = _ITEM.fullmatch(item)
    label, identity = (found["label"] or found["id"], found["id"]) if found else (item, item)
    return identity, Written(
        name=label,
        country=said.get("in", [""])[0] or None,
        latitude=float(north) if east else None,
        longitude=float(east) if east else None,
        ids=tuple(f"geonames:{number}" for number in said.get("geonames", ())),
        own=f"wikidata:{identity}",
    )


def _findings(
    line: Line, cells: list[Span], *, report: Report, digest: str, places: Mapping[str, Written], one_way: bool
) -> Iterator[Finding | Refusal]:
    items = [_ITEM.fullmatch(cell.text) for cell in cells[:3:2]]
    said = [
        (cell.text.partition(" ")[0], part(cell, len(cell.text.partition(" ")[0]) + 1, len(cell.text)))
        for cell in cells[3:]
        if " " in cell.text
    ]
    if why := _refused(items, said, tied=len(cells) > 1 and cells[1].text == _TIED):
        yield Refusal(line.number, why)
        return
    sides = tuple(_side(found, cell, places) for found, cell in zip(items, cells[:3:2], strict=True) if found)
    yield from ties(
        report=report,
        digest=digest,
        quote=line.span,
        sides=sides,
        by=cells[0].text,
        form=cells[1],
        since=next((span for name, span in said if name == "since"), None),
        until=next((span for name, span in said if name == "until"), None),
        one_way=one_way,
    )


def _side(found: re.Match[str], cell: Span, places: Mapping[str, Written]) -> tuple[Span, Place]:
    identity = found["id"]
    return cell, placed(places.get(identity) or Written(found["label"] or identity, own=f"wikidata:{identity}"))


def _refused(items: list[re.Match[str] | None], said: list[tuple[str, Span]], *, tied: bool) -> str:
    if not tied or not items or items[0] is None:
        return "is no line of this list"
    if len(items) < 2 or items[1] is None:
        return f"names no partner of {items[0].group()}"
    if items[0]["id"] == items[1]["id"]:
        return f"pairs {items[0].group()} with itself"
    if any(name == "rank" for name, _ in said):
        return f"is marked as deprecated in Wikidata: {items[0].group()} and {items[1].group()}"
    return ""


def ties(
    *,
    report: Report,
    digest: str,
    quote: Span,
    sides: tuple[tuple[Span, Place], ...],
    by: str,
    form: Span,
    since: Span | None = None,
    until: Span | None = None,
    one_way: bool = False,
) -> Iterator[Finding]:
    """That the tie stands, as the side ``by`` states it; and, where it is over, that it has ended."""
    parties = tuple(Mention(span, place=place, derivation=Derivation.RESOLVED) for span, place in sides)
    roles = {"party": parties, "form": (Mention(form, value=Form.SISTER.value, derivation=Derivation.NORMALISED),)}
    one, other = (place for _, place in sides)
    said = (("one_way", one_way), ("nameless", any(f"wikidata:{place.name}" == place.id for place in (one, other))))
    for kind, at in (("relation", since), ("termination", until)):
        if kind == "termination" and at is None:
            continue
        when = dated(at)
        yield Finding(
            source=report.source,
            report=digest,
            kind=kind,
            status=Status.HAPPENED,
            roles=roles,
            quote=quote,
            when=when,
            attribution=by,
            confidence=Confidence.C if _unsure(one) or _unsure(other) else Confidence.B,
            rule=f"wikidata.{'link' if kind == 'relation' else 'until'}",
            reader=READER,
            domestic=one.country is not None and one.country == other.country,
            flags=tuple(flag for flag, stands in (*said, ("undated", at is not None and when is None)) if stands),
        )


def _unsure(place: Place) -> bool:
    """Whether the list gives an id and no name, or nobody can tell the place."""
    return undecided(place) or f"wikidata:{place.name}" == place.id


def dated(span: Span | None) -> Dated | None:
    """The date that the passage writes; None where it writes none that a calendar has."""
    if span is None or span.text == _UNKNOWN:
        return None
    try:
        return Dated(PartialDate(span.text), span)
    except ValueError:
        return None
