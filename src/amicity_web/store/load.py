"""The record's rows → terms: registers as wide as a page needs, reports and findings for those who may see them.

Every register given here has whole entries: whatever shares a group with what was asked for is folded with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from amicity.register import fold
from amicity.review import aliases, place_slug, standing
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement
from amicity.terms.register import Register
from amicity.terms.report import Report
from amicity_web.store.models import FindingPlace, FindingRow, JudgementRow, PlaceRow, ReportRow, Telling, TiePlace, TieRow
from amicity_web.store.rows import finding_of, folded, judgement_of, report_of
from amicity_web.store.scope import Scope, bearing_on, known_by, scope_of, whole

_AT_ONCE = 500
_LATELY = timedelta(minutes=10)

Revision = tuple[tuple[int, datetime] | None, str | None]

MADE = ("accepted", "corrected")
"""The standings of findings that make the register and may be shown to anyone."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a finding stands: its report's digest, title, source and date (EDTF), and the passage's bounds."""

    finding: str
    report: str
    title: str | None
    source: str
    published: str | None
    start: int
    end: int


def register_for(place: str, *, known_at: date | None = None) -> Register:
    """The register as far as it concerns the place with this key: every entry in which it has a part is whole.

    With ``known_at`` as it was known at the end of that day (UTC): from the reports added and the judgements passed by then.
    """
    return _for_place(place, revision()) if known_at is None else _for_place_known(place, known_at, revision())


def register_for_tie(tie: str, *, known_at: date | None = None) -> Register:
    """The register as far as it concerns the parties of this tie together: the tie, and what the same places did with each other.

    With ``known_at`` as it was known at the end of that day (UTC).
    """
    return _for_tie(tie, revision()) if known_at is None else _for_tie_known(tie, known_at, revision())


def register_for_findings(findings: Iterable[str]) -> Register:
    """The register as far as it rests on these findings and their like."""
    return _folded(scope_of(findings))


def whole_register() -> Register:
    """The whole register. Seconds for tens of thousands of findings: not for a page."""
    return _folded(whole())


def place(key_or_slug: str) -> PlaceRow | None:
    """The place with this key or slug."""
    return PlaceRow.objects.filter(key=key_or_slug).first() or PlaceRow.objects.filter(slug=key_or_slug).first()


def goes_by(key: str) -> str:
    """The key of the place that this one is the same as, by people's judgement; its own where nobody said so."""
    return _known_as(revision()).get(key, key)


def tie_now(tie: str) -> str:
    """The id that a tie goes by, where some of its parties were said to be the same as other places; its own where not."""
    slugs = {place_slug(old): place_slug(new) for old, new in _known_as(revision()).items()}
    return "+".join(sorted({slugs.get(slug, slug) for slug in tie.split("+")}))


def places(search: str = "") -> QuerySet[PlaceRow]:
    """The places that the public may see (those with ties), most ties first; with ``search`` those whose name contains it."""
    found = PlaceRow.objects.filter(ties__gt=0).order_by("-ties", "search", "key")
    return found.filter(search__contains=folded(search)) if search.strip() else found


def ties_of(place: str) -> QuerySet[TieRow]:
    """The ties of the place with this key, with their parties' rows, in two queries."""
    return TieRow.objects.filter(parties__place=place).prefetch_related("parties__place").order_by("form", "id")


def ties_known(ids: Iterable[str]) -> set[str]:
    """Those of these ties that the register holds."""
    wanted, known = sorted(set(ids)), set[str]()
    for start in range(0, len(wanted), _AT_ONCE):
        known |= set(TieRow.objects.filter(id__in=wanted[start : start + _AT_ONCE]).values_list("id", flat=True))
    return known


def partner_countries(places: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each of these places (keys) that has ties, the countries in which its partners lie."""
    ties = TiePlace.objects.filter(place__in=list(places)).values_list("place_id", "tie_id")
    sides = TiePlace.objects.filter(tie__in={tie for _, tie in ties}).values_list("tie_id", "place_id", "place__country")
    found: dict[str, set[str]] = {}
    for place, tie in ties:
        found.setdefault(place, set()).update(country for id_, other, country in sides if id_ == tie and other != place and country)
    return {place: frozenset(countries) for place, countries in found.items()}


def passages(findings: Iterable[str]) -> dict[str, Passage]:
    """For each of these findings where it stands, in one query."""
    fields = ("id", "report__digest", "report__title", "report__source", "report__published", "start", "end")
    rows = FindingRow.objects.filter(id__in=list(findings)).values_list(*fields)
    return {row[0]: Passage(*row) for row in rows}


def public_reports() -> QuerySet[ReportRow]:
    """The reports that anyone may see, without their texts, latest first: those of which at least one finding was accepted."""
    made = FindingRow.objects.filter(report=OuterRef("pk"), standing__verdict__in=MADE)
    return ReportRow.objects.filter(Exists(made)).defer("text").order_by("-published", "id")


def public_report(digest: str) -> Report | None:
    """The report, where anyone may see it."""
    row = ReportRow.objects.filter(digest=digest, findings__standing__verdict__in=MADE).first()
    return report_of(row) if row else None


def public_findings(digest: str) -> list[Finding]:
    """The accepted findings of a report as they were read, in the order of the text. Drafts are never among them."""
    return [finding_of(row) for row in _in_order(digest).filter(standing__verdict__in=MADE)]


def any_report(digest: str) -> Report | None:
    """The report, for who is signed in."""
    row = ReportRow.objects.filter(digest=digest).first()
    return report_of(row) if row else None


def any_findings(digest: str) -> list[tuple[Finding, str]]:
    """All findings of a report with their standing (``waiting`` where nobody judged), for who is signed in."""
    rows = _in_order(digest).select_related("standing")
    return [(finding_of(row), row.standing.verdict if hasattr(row, "standing") else "waiting") for row in rows]


def finding(id_: str) -> Finding | None:
    """The finding as it was read."""
    row = FindingRow.objects.filter(id=id_).first()
    return finding_of(row) if row else None


def entered_lately(report: Report, *, by: str) -> str | None:
    """The finding that this person entered with the same words, document and claim some minutes ago, where it still stands."""
    rows = ReportRow.objects.filter(source__startswith=f"entry/{by}/", added_at__gte=timezone.now() - _LATELY, address=report.address)
    same = [row.pk for row in rows if _without_time(row.text) == _without_time(report.text)]
    return FindingRow.objects.filter(report__in=same, standing__verdict__in=MADE).values_list("id", flat=True).first()


def _without_time(entry: str) -> list[str]:
    words, empty, _, *rest = entry.split("\n")
    return [words, empty, *rest]


def judgement(id_: str) -> Judgement | None:
    """The judgement with this id."""
    row = JudgementRow.objects.filter(id=id_).first()
    return judgement_of(row) if row else None


def revision() -> Revision:
    """Changes with every write of the record: what the last report and the last judgement are. For caches and ETags."""
    last_report = ReportRow.objects.order_by("-id").values_list("id", "added_at").first()
    last_judgement = JudgementRow.objects.order_by("-seq").values_list("own", flat=True).first()
    return last_report, last_judgement


@lru_cache(maxsize=4)
def _known_as(at: Revision) -> dict[str, str]:
    return dict(aliases(standing(bearing_on(()))))


@lru_cache(maxsize=64)
def _for_place(place: str, at: Revision) -> Register:
    return _folded(_about_place(place))


@lru_cache(maxsize=16)
def _for_place_known(place: str, day: date, at: Revision) -> Register:
    return _folded(known_by(_about_place(place), day))


@lru_cache(maxsize=64)
def _for_tie(tie: str, at: Revision) -> Register:
    return _folded(_about_tie(tie))


@lru_cache(maxsize=16)
def _for_tie_known(tie: str, day: date, at: Revision) -> Register:
    return _folded(known_by(_ever_about_tie(tie), day))


def _about_place(place: str) -> Scope:
    return scope_of(FindingPlace.objects.filter(place=place).values_list("finding_id", flat=True))


def _about_tie(tie: str) -> Scope:
    return scope_of(Telling.objects.filter(entry=tie).values_list("finding_id", flat=True))


def _ever_about_tie(tie: str) -> Scope:
    """What tells of the tie today, and what names its first party: of that something may have told of the tie once."""
    told = Telling.objects.filter(entry=tie).values_list("finding_id", flat=True)
    named = FindingPlace.objects.filter(place=tie.partition("+")[0].replace("-", ":", 1)).values_list("finding_id", flat=True)
    return scope_of({*told, *named})


def _in_order(digest: str) -> QuerySet[FindingRow]:
    return FindingRow.objects.filter(report__digest=digest).order_by("start", "end", "id")


def _folded(scope: Scope) -> Register:
    return fold(scope.findings.values(), scope.judgements, imprints=scope.imprints)
