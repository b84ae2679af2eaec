"""A city's own page of its partners: lists, nested or not, and tables, under headings that speak of ties.

The lines that the page shows are the report's text. Whose page it is, its title says, or the person who gives it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from amicity.sources._elements import Element, elements
from amicity.sources._layout import laid_out
from amicity.sources._listing import Whose, speaks_of_ties, stated
from amicity.sources._placing import Written, placed
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.place import Level, Place
from amicity.terms.report import Report
from amicity.terms.source import Refusal, Source, SourceError
from amicity.terms.span import Span

_MEDIA = "text/x-city-page"
_WORD = re.compile(r"[^\W\d_]")


def _fits(_content: bytes, _name: str) -> int:
    """Nobody can tell such a page from others by its first bytes: it is asked for by name."""
    return 0


def _read(content: bytes, name: str) -> Report:
    title, text, notes = laid_out(content, where=name)
    heading = f"# {title}\n" if title and not text.startswith("# ") else ""
    return Report(source=name, text=heading + text, title=title or None, media=_MEDIA, notes=notes)


def _states(report: Report) -> Iterator[Finding | Refusal]:
    held = _led(elements(report.text))
    owner = _owner(report, held)
    if any(element.sort == "heading" and speaks_of_ties(element.piece.plain) for element in held[1:]):
        held = [replace(held[0], sort="text"), *held[1:]]  # the title speaks of the page, its headings of what stands below them
    if not any(element.sort == "heading" and speaks_of_ties(element.piece.plain) for element in held):
        raise SourceError("has no heading that speaks of partners", report.source, "save the page that lists them")
    found = 0
    for each in stated(held, report=report, rule="citypage", whose=Whose(owner=owner)):
        found += 1
        yield each
    if not found:
        raise SourceError(
            "has no list and no table under a heading that speaks of partners", report.source, "save the page that lists them"
        )


def _led(held: list[Element]) -> list[Element]:
    """A line that ends in a colon and speaks of ties heads the list below it, as a heading does."""
    return [
        replace(each, sort="heading", level=8)
        if each.sort == "text" and each.piece.plain.endswith(":") and len(each.piece.plain) < 120 and speaks_of_ties(each.piece.plain)
        else each
        for each in held
    ]


def _owner(report: Report, held: list[Element]) -> Mention:
    """The place whose page it is. Raises SourceError where neither a person nor the title says so."""
    first = held[0].quote
    if report.owner:
        name, _, country = report.owner.removesuffix(")").partition(" (") if report.owner.endswith(")") else (report.owner, "", "")
        return Mention(first, place=placed(Written(name, country=country or None)), derivation=Derivation.INHERITED)
    named = dict(_places(first))
    if len(named) != 1:
        said = "its title names " + (" and ".join(place.label for place in named) if named else "no place")
        raise SourceError(f"does not say whose partners it lists: {said}", report.source, 'say so: --place "Shenyang (CN)"')
    ((place, span),) = named.items()
    return Mention(span, place=place, derivation=Derivation.RESOLVED)


def _places(title: Span) -> Iterator[tuple[Place, Span]]:
    """The towns that a title names, each once."""
    from amicity.gazetteer import open_gazetteer

    gazetteer, at, text = open_gazetteer(), 0, title.text[:300]
    while found := _WORD.search(text, at):
        end = gazetteer.longest(text, found.start())
        if end is not None:
            place = gazetteer.resolve(text[found.start() : end])
            if place.id and place.level in (Level.CITY, Level.DISTRICT, Level.COUNTY, Level.STATE):
                yield place, Span(title.start + found.start(), title.start + end, text[found.start() : end])
        after = re.compile(r"\w+").match(text, found.start())
        at = end or (after.end() if after else found.end())


SOURCE = Source(
    name="citypage",
    says="a city's page of its partners, in lists or tables",
    media=_MEDIA,
    fits=_fits,
    read=_read,
    states=_states,
)
