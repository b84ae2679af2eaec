"""The findings that an entry of a list of partners states: a tie that stands, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from amicity.sources._placing import undecided
from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.place import Place
from amicity.terms.report import Report
from amicity.terms.span import Span
from amicity.terms.status import Status

_CHANGES = {"ended": "termination", "suspended": "suspension"}


def claims(
    *,
    report: Report,
    digest: str,
    quote: Span,
    sides: tuple[Mention, Mention],
    form: Mention,
    rule: str,
    since: Dated | None = None,
    until: Dated | None = None,
    change: str = "",
    also: tuple[Span, ...] = (),
    papers: Iterable[tuple[Dated, Mention]] = (),
    unread: bool = False,
) -> Iterator[Finding]:
    """The tie; each of its papers, given with what says that it was signed; and its end or rest, where ``change`` is ``ended`` or
    ``suspended``. ``planned`` makes the tie planned.
    """
    places = [side.place for side in sides if side.place]
    tie = Finding(
        source=report.source,
        report=digest,
        kind="relation",
        status=Status.PLANNED if change == "planned" else Status.HAPPENED,
        roles={"party": sides, "form": (form,)},
        quote=quote,
        when=since,
        also=also,
        confidence=Confidence.C if unread or any(map(undecided, places)) else Confidence.B,
        rule=f"{rule}.entry",
        reader=f"{rule} 1",
        domestic=_one_country(places),
        flags=tuple(flag for flag, stands in (("date_unread", unread), *_doubts(places)) if stands),
    )
    yield tie
    for day, signed in papers:
        yield replace(tie, kind="agreement", roles={"party": sides, "form": (form,), "act": (signed,)}, when=day, rule=f"{rule}.signed")
    if kind := _CHANGES.get(change):
        yield replace(tie, kind=kind, status=Status.HAPPENED, when=until, rule=f"{rule}.{change}")


def _doubts(places: list[Place]) -> tuple[tuple[str, bool], ...]:
    """Why it is unsure which places are meant."""
    rivalled = any(place.id is not None and undecided(place) for place in places)
    return ("place_unknown", any(place.id is None for place in places)), ("place_rivalled", rivalled)


def _one_country(places: list[Place]) -> bool:
    return len({place.country for place in places}) == 1 and places[0].country is not None
