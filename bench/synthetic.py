"""Findings made up by rule, as many as wanted: always the same for the same number."""

from collections.abc import Iterator
from hashlib import sha256

from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.span import Span
from amicity.terms.status import Status

_COUNTRIES = ("CN", "JP", "PK", "US", "DE", "FR", "KR", "GB", "BR", "ZA")
_FORMS = ("letter_of_intent", "cooperation", "friendship", "sister")


def findings(count: int, *, places: int = 5000) -> Iterator[Finding]:
    """``count`` findings over ``places`` cities: four about each pair (papers, ties, visits, promises, figures), two a report."""
    cities = [
        Place(f"City {n}", _COUNTRIES[n % len(_COUNTRIES)], f"geonames:{n}", latitude=n % 120 - 60, longitude=n % 360 - 180)
        for n in range(places)
    ]
    for n in range(count):
        pair = n // 4
        here, there = cities[pair * 7919 % places], cities[(pair * 7919 + pair // places * 31 + 1) % places]
        kind, roles = _claim(n, here, there)
        report = sha256(str(n // 2).encode()).hexdigest()
        at = n % 2 * 100
        yield Finding(
            source=f"synthetic/{n // 2}.txt",
            report=report,
            kind=kind,
            status=Status.PLANNED if kind == "promise" else Status.HAPPENED,
            roles={role: tuple(_mention(value, at) for value in values) for role, values in roles.items()},
            quote=Span(at, at + 80, "x" * 80),
            when=Dated(PartialDate(_day(n, kind)), Span(at, at + 10, "1999-01-01")),
            confidence=(Confidence.A, Confidence.A, Confidence.B)[n % 3],
            rule="synthetic",
            reader="0",
        )


def _day(n: int, kind: str) -> str:
    pair = n // 4
    year = 1980 + pair % 40
    return str(year) if kind == "relation" else f"{year}-{pair % 12 + 1:02d}-{pair % 28 + 1:02d}"


def _claim(n: int, here: Place, there: Place) -> tuple[str, dict[str, tuple[object, ...]]]:
    form = _FORMS[n // 4 % 4]
    match n % 8:
        case 0 | 4:
            return "agreement", {"party": (here, there), "form": (form,), "act": ("signed",)}
        case 1 | 2 | 5:
            return "relation", {"party": (here, there), "form": (form,)}
        case 3:
            return "visit", {"visitor": (here,), "host": (there,), "leader": (f"Mayor {n % 997}",)}
        case 6:
            return "promise", {"by": (here,), "to": (there,), "action": ("send a delegation",), "strength": ("invitation",)}
        case _:
            return "figure", {"about": (here,), "measure": ("sister_cities",), "value": (n % 60,)}


def _mention(value: object, at: int) -> Mention:
    if isinstance(value, Place):
        return Mention(Span(at, at + 4, "City"), place=value)
    assert isinstance(value, str | int | float)
    return Mention(Span(at, at + 4, "said"), value=value)
