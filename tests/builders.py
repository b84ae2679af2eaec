"""Small constructors: a finding in one line, as tests want them."""

from hashlib import sha256

from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Level, Place
from amicity.terms.span import Span
from amicity.terms.status import Status

SHENYANG = Place("Shenyang", "CN", "geonames:2034937", latitude=41.79222, longitude=123.43278)
KARACHI = Place("Karachi", "PK", "geonames:1174872", latitude=24.8608, longitude=67.0104)
SAPPORO = Place("Sapporo", "JP", "geonames:2128295", latitude=43.06667, longitude=141.35)
BELFAST = Place("Belfast", "GB", "geonames:2655984", latitude=54.59682, longitude=-5.92541)
DALIAN = Place("Dalian", "CN", "geonames:1814087", latitude=38.91222, longitude=121.60222)
PAKISTAN = Place("Pakistan", "PK", "iso3166-1:PK", level=Level.COUNTRY)


def finding(
    kind: str,
    *,
    when: str | None = None,
    status: Status = Status.HAPPENED,
    report: str = "a",
    at: int = 0,
    derivation: Derivation = Derivation.LITERAL,
    confidence: Confidence = Confidence.A,
    quote: str | None = None,
    domestic: bool = False,
    **roles: object,
) -> Finding:
    """A finding of report ``report`` whose passage begins at ``at``; a role takes one place or value, or a tuple of them."""
    says = quote or f"{report} says {kind} at {at}"
    given = {role: said if isinstance(said, tuple) else (said,) for role, said in roles.items()}
    return Finding(
        source=f"{report}.txt",
        report=sha256(report.encode()).hexdigest(),
        kind=kind,
        status=status,
        roles={role.rstrip("_"): tuple(_mention(value, at) for value in said) for role, said in given.items()},
        quote=Span(at, at + len(says), says),
        when=Dated(PartialDate(when), Span(at, at + 4, "when"), derivation) if when else None,
        confidence=confidence,
        domestic=domestic,
    )


def _mention(value: object, at: int) -> Mention:
    if isinstance(value, Place):
        return Mention(Span(at, at + 1, value.name or "a city"), place=value, derivation=Derivation.RESOLVED)
    assert isinstance(value, str | int | float)
    return Mention(Span(at, at + 1, str(value)), value=value)


def agreement(*party: Place, form: str = "sister", when: str | None = None, **more: object) -> Finding:
    return finding("agreement", when=when, party=party, form=Form(form), **more)  # type: ignore[arg-type]


def relation(*party: Place, form: str = "sister", when: str | None = None, **more: object) -> Finding:
    return finding("relation", when=when, party=party, form=Form(form), **more)  # type: ignore[arg-type]


def figure(about: Place, measure: str, value: int, when: str | None = None, **more: object) -> Finding:
    return finding("figure", when=when, about=about, measure=measure, value=value, **more)  # type: ignore[arg-type]


def visit(visitor: Place, host: Place, when: str | None = None, **more: object) -> Finding:
    return finding("visit", when=when, visitor=visitor, host=host, **more)  # type: ignore[arg-type]


def imprint(report: str, published: str) -> Imprint:
    return Imprint(sha256(report.encode()).hexdigest(), f"{report}.txt", published=PartialDate(published))


def judge(
    verdict: Verdict, *subjects: str, by: str = "li", at: str = "2026-01-01T09:00:00Z", correction: Finding | None = None
) -> Judgement:
    return Judgement(verdict, subjects, by, at, correction=correction)


def accept_all(by: str = "chief", at: str = "2026-01-01T00:00:00Z") -> Judgement:
    """The policy that admits everything."""
    return Judgement(Verdict.POLICY, (), by, at, policy=Policy(confidences=()))


def story() -> list[Finding]:
    """Shenyang and Karachi, with the figures that Shenyang published."""
    letter = agreement(SHENYANG, KARACHI, form="letter_of_intent", when="2018-08", report="lead", at=10)
    claim = relation(SHENYANG, KARACHI, form="cooperation", when="2018-08-10", report="lead", at=0, derivation=Derivation.INHERITED)
    invited = finding(
        "promise",
        when="2018-12",
        status=Status.PLANNED,
        report="lead",
        at=30,
        by=KARACHI,
        to=SHENYANG,
        action="visit the fair",
        strength="invitation",
    )
    sister = agreement(SHENYANG, KARACHI, when="2021-12-09", report="forum")
    counts = {"partner_cities": (100, 100), "sister_cities": (22, 23), "cooperative_cities": (78, 77), "partner_countries": (44, 43)}
    figures = [
        figure(SHENYANG, measure, values[n], when, report=report, at=40)
        for measure, values in counts.items()
        for n, (when, report) in enumerate((("2021", "office"), ("2022-10-17", "daily")))
    ]
    return [letter, claim, invited, sister, *figures]
