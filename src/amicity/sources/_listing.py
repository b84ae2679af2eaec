"""Headings, nested items and rows of tables → who is whose partner, each as findings or as the reason why not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from amicity.sources._claims import claims
from amicity.sources._columns import Columns, plain, words
from amicity.sources._columns import told as columns_told
from amicity.sources._elements import Element
from amicity.sources._entry_text import Told, listings, nation, told
from amicity.sources._piece import Piece
from amicity.sources._placing import Written, placed
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.mention import Mention
from amicity.terms.place import Level, Place
from amicity.terms.report import Report
from amicity.terms.source import Refusal

_LETTERS = re.compile(r"[^\W\d_](?:\s*[-–—,/&]\s*[^\W\d_])*|\d+(?:\.\d+)*")
_MEMBER = re.compile(r"\bmembers? of\b|\bmitglied\b|\bmembres? d", re.IGNORECASE)
_REMARK = 3
"""More small words than a name that nobody knows has."""
_WHOSE = re.compile(
    r"(?P<name>[^,.;:]{2,60}?)(?:, [^,.;:]{2,40})? (?:is|are|has been|is also) (?:officially )?(?:twinned|paired|partnered|a sister|sister)"
)
_IN = re.compile(r"\b(?:in|of|for) (?:the )?(?=([^\W\d_][^,.;:|()]{1,40}))")


@dataclass(frozen=True, slots=True)
class Whose:
    """What a page says as a whole: whose partners it lists, if it is one place's page; else where the places lie that it lists."""

    owner: Mention | None = None
    country: str = ""
    division: str = ""


@dataclass(slots=True)
class _Above:
    """What stands above the line that is read."""

    headings: dict[int, Piece] = field(default_factory=dict)
    items: dict[int, Piece] = field(default_factory=dict)
    columns: Columns | None = None
    heads: tuple[Piece, ...] = ()
    network: bool = False


def stated(held: Sequence[Element], *, report: Report, rule: str, whose: Whose) -> Iterator[Finding | Refusal]:
    """What each entry states, in order, or why it states nothing. Menus, footnotes and prose are no entries."""
    above, digest = _Above(), report.digest
    for number, element in enumerate(held):
        if element.sort == "heading":
            above.headings = {level: piece for level, piece in above.headings.items() if level < element.level}
            above.headings[element.level] = element.piece
            above.items, above.columns, above.network = {}, None, _MEMBER.search(element.piece.plain) is not None
        elif element.sort == "text":
            above.columns = None
            above.network = above.network or _MEMBER.search(element.piece.plain) is not None
            if found := _WHOSE.match(element.piece.plain):
                above.headings[8] = element.piece.cut(found.start("name"), found.end("name"))
        elif not _speaks(above, whose):
            continue
        elif element.sort == "head":
            above.columns, above.heads = columns_told([cell.plain for cell in element.pieces]), element.pieces
        else:
            entry = _entry(element, held[number + 1 : number + 2], above, whose)
            if isinstance(entry, _Entry):
                yield from _findings(entry, report=report, digest=digest, rule=rule)
            elif entry:
                yield Refusal(element.number, entry)


@dataclass(frozen=True, slots=True)
class _Entry:
    element: Element
    told: Told
    country: str
    owner: Mention
    form: Mention
    change: str
    act: Piece | None


def _entry(element: Element, behind: Sequence[Element], above: _Above, whose: Whose) -> _Entry | str:
    """The entry, why it names no partner, or nothing where it only heads those below it."""
    if element.sort == "item":
        above.items = {level: piece for level, piece in above.items.items() if level < element.level}
        if behind and behind[0].sort == "item" and behind[0].level > element.level:
            above.items[element.level] = element.piece
            return ""
        said, city = told(element.piece), None
    else:
        row = _row(element, above)
        if isinstance(row, str):
            return row
        said, city = row
    if isinstance(said, str):
        return said
    if above.network:
        return f"is listed among the members of a network: {said.name.plain} need be nobody's partner"
    groups = [*above.items.values(), *(above.headings[level] for level in sorted(above.headings, reverse=True))]
    grouped = "" if said.country else next((piece.plain for piece in reversed(above.items.values()) if nation(piece.plain)), "")
    owner = whose.owner or _owner(city, above, whose)
    if owner is None:
        return f"does not say whose partner {said.name.plain} is"
    if whose.owner and not said.country and not grouped:
        grouped = next((piece.plain for piece in groups if nation(piece.plain)), "")
    form, change = _form(element, above)
    return _Entry(element, said, said.country or grouped, owner, form, said.change or change, _signed(above) if said.signed else None)


def _row(element: Element, above: _Above) -> tuple[Told | str, Piece | None] | str:
    """What a row of a table says, by its columns, and the city in it."""
    columns = above.columns
    if columns is None or columns["partner"] is None:
        if above.columns is None:
            above.columns, above.heads = columns_told([cell.plain for cell in element.pieces]), element.pieces
            if above.columns["partner"] is not None:
                return ""
        return "stands in a table whose heads name no partners"

    def cell(name: str) -> Piece | None:
        number = columns[name]
        return element.pieces[number] if number is not None and number < len(element.pieces) and element.pieces[number].plain else None

    partner, city = cell("partner"), cell("city")
    if partner is None:
        return "names no partner"
    said = told(partner)
    if isinstance(said, str):
        return said
    dates = {name: told_dates(found) for name in ("since", "signed", "ended") if (found := cell(name))}
    country = cell("partner_country") or (cell("country") if city is None else None)
    since, until = dates.get("since") or dates.get("signed"), dates.get("ended")
    status = cell("status")
    meant = words("status").get(plain(status.plain), "") if status else ""
    division = cell("partner_division")
    return (
        Told(
            said.name,
            division.plain if division else said.division,
            (country.plain if country else "") or said.country or (country.flag if country else ""),
            (since.since if since else None) or said.since,
            (until.since if until else None) or (since.until if since else None) or said.until,
            "ended" if until else (meant if meant != "standing" else "") or (since.change if since else "") or said.change,
            any(each.unread for each in dates.values()) or said.unread,
            signed.since if (signed := dates.get("signed")) else None,
        ),
        city,
    )


def _signed(above: _Above) -> Piece | None:
    """The head of the column that tells the day of signing."""
    number = above.columns["signed"] if above.columns else None
    return above.heads[number] if number is not None else None


def told_dates(cell: Piece) -> Told:
    """The dates of a cell: ``1967``, ``12 May 1985``, ``1967–2022``."""
    from amicity.sources._entry_text import dates

    since, until, unread = dates(cell, 0)
    return Told(cell, "", "", since, until, "ended" if until else "", unread or (since is None and any(c.isdigit() for c in cell.plain)))


def _owner(city: Piece | None, above: _Above, whose: Whose) -> Mention | None:
    """The city of the row, else the nearest item or heading above that is no country, no letter and no group."""
    named = (
        [city] if city else [*reversed(above.items.values()), *(above.headings[level] for level in sorted(above.headings, reverse=True))]
    )
    for piece in named:
        said = told(piece) if not _gathers(piece.plain) else ""
        if isinstance(said, Told) and not nation(piece.plain):
            country = said.country or next((each.plain for each in above.headings.values() if nation(each.plain)), "") or whose.country
            place = _place(said.name.plain, nation(country) or country, said.division, beyond=whose.division)
            return Mention(said.name.span(0, len(said.name.plain)), place=place, derivation=Derivation.RESOLVED)
    return None


def _findings(entry: _Entry, *, report: Report, digest: str, rule: str) -> Iterator[Finding | Refusal]:
    said = entry.told
    country = nation(entry.country) or entry.country
    place = _place(said.name.plain, country, said.division)
    if place.id is None and not country and sum(word.islower() for word in said.name.plain.split()) > _REMARK:
        yield Refusal(entry.element.number, "has a remark where the partner should stand")
        return
    if entry.owner.place and place.key == entry.owner.place.key:
        yield Refusal(entry.element.number, f"pairs {place.label} with itself")
        return
    if place.level is Level.COUNTRY:
        yield Refusal(entry.element.number, f"names a country, {place.name}, where a partner should stand")
        return
    papers = []
    if entry.act and said.signed:
        act = entry.act.span(0, len(entry.act.plain))
        papers.append((said.signed, Mention(act, value="signed", derivation=Derivation.NORMALISED)))
    partner = Mention(said.name.span(0, len(said.name.plain)), place=place, derivation=Derivation.RESOLVED)
    yield from claims(
        report=report,
        digest=digest,
        quote=entry.element.quote,
        sides=(entry.owner, partner),
        form=entry.form,
        rule=rule,
        since=said.since,
        until=said.until,
        change=entry.change,
        papers=papers,
        also=() if entry.element.quote.covers(entry.owner.span) else (entry.owner.span,),
        unread=said.unread,
    )


def _place(name: str, country: str, division: str, *, beyond: str = "") -> Place:
    """The place of an entry. One that nobody knows keeps its division in its name: Bayside, Victoria is not Bayside, New South Wales."""
    place = placed(Written(name, country=country or None, division=division or beyond or None))
    return placed(Written(f"{name}, {division}", country=country or None)) if place.id is None and division else place


def _form(element: Element, above: _Above) -> tuple[Mention, str]:
    """The form that the nearest heading names, and whether it says that these ties are over. The heading is its passage."""
    for level in sorted(above.headings, reverse=True):
        piece = above.headings[level]
        said = f" {plain(piece.plain)} "
        over = next((m for word, m in words("status").items() if len(word) > 5 and f" {word} " in said and m in ("ended", "suspended")), "")
        named = _named(said)
        if named or over:
            form = words("form")[max(named, key=len)] if named else Form.SISTER.value
            return Mention(piece.span(0, len(piece.plain)), value=form, derivation=Derivation.NORMALISED), over
    return Mention(element.quote, value=Form.SISTER.value, derivation=Derivation.NORMALISED), ""


def _speaks(above: _Above, whose: Whose) -> bool:
    """Whether entries are looked for here: not under "See also"; on a city's own page only under a heading that speaks of ties."""
    said = [plain(piece.plain) for piece in above.headings.values()]
    if any(each in listings()["stop"] for each in said):
        return False
    return whose.owner is None or any(speaks_of_ties(piece.plain) for piece in above.headings.values())


@cache
def speaks_of_ties(heading: str) -> bool:
    """Whether a heading names a form of ties: "Twin towns", "Our partner cities", "友好城市"."""
    return bool(_named(f" {plain(heading)} "))


def _named(said: str) -> list[str]:
    """The words for forms in a folded heading; a longer one may go on (Partnerstadt, Partnerstädte), an East Asian one stand inside."""
    return [word for word in words("form") if (word if not word.isascii() else f" {word}" if len(word) > 8 else f" {word} ") in said]


def _gathers(heading: str) -> bool:
    return _LETTERS.fullmatch(heading) is not None or plain(heading) in listings()["group"] or speaks_of_ties(heading)


def where(title: str) -> tuple[str, str]:
    """The country and the division that a title names: "List of sister cities in Maryland" gives US and Maryland."""
    from amicity.gazetteer import open_gazetteer

    for found in _IN.finditer(title[:300]):
        name = found[1].strip()
        place = open_gazetteer().resolve(name)
        if place.level is Level.STATE and place.id and place.country:
            return place.country, place.name or ""
        if code := nation(name):
            return code, ""
    return "", ""
