"""What must be folded together: whole groups of findings, with every judgement that bears on them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from amicity.register import known_at, passed_by
from amicity.review import Known
from amicity.review.naming import is_name_key
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade
from amicity_web.store.models import FindingGroup, FindingPlace, FindingRow, JudgementRow, JudgementSubject, ReportRow
from amicity_web.store.rows import finding_of, judgement_of

_AT_ONCE = 500
_LINKING = (Verdict.SAME_AS.value, Verdict.DIFFERENT.value)


@dataclass(frozen=True, slots=True)
class Scope:
    """What ``amicity.register.fold`` needs for some groups: nothing is missing, so that its entries are those of the whole register."""

    findings: dict[str, Finding]
    judgements: tuple[Judgement, ...]
    imprints: tuple[Imprint, ...]


def scope_of(findings: Iterable[str]) -> Scope:
    """The scope of the groups to which these findings (ids) belong, as read or as corrected."""
    return _scope(_closed(set(findings)))


def known_by(scope: Scope, day: date) -> Scope:
    """What of a scope was known at the end of a day (UTC): the findings recorded and the judgements passed by then."""
    findings = known_at(scope.findings.values(), day, recorded=recorded(scope.findings), imprints={})
    return replace(scope, findings={finding.id: finding for finding in findings}, judgements=passed_by(scope.judgements, day))


def recorded(findings: Iterable[str]) -> dict[str, str]:
    """When each of these findings was recorded, which is when its report was: the store keeps them together, or not at all."""
    ids, found = list(findings), dict[str, str]()
    for start in range(0, len(ids), _AT_ONCE):
        rows = FindingRow.objects.filter(id__in=ids[start : start + _AT_ONCE]).values_list("id", "report__added_at")
        found |= {id_: time.isoformat() for id_, time in rows}
    return found


def whole() -> Scope:
    """The scope of everything."""
    rows = FindingRow.objects.order_by("report_id", "start", "id")
    judgements = tuple(judgement_of(row) for row in JudgementRow.objects.order_by("seq"))
    return Scope({row.id: finding_of(row) for row in rows.iterator(2000)}, judgements, _imprints(ReportRow.objects.all()))


def findings_naming(places: Iterable[str], *, kinds: Iterable[str]) -> list[Finding]:
    """The findings, as they were read, that name one of these places (keys), and those of these kinds."""
    keys, rows = sorted(places), {row.id: row for row in FindingRow.objects.filter(kind__in=list(kinds))}
    for start in range(0, len(keys), _AT_ONCE):
        rows |= {row.id: row for row in FindingRow.objects.filter(named__place__in=keys[start : start + _AT_ONCE])}
    return [finding_of(row) for row in rows.values()]


def bearing_on(findings: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements that bear on these findings: about them, on places, by policy, and what takes such a judgement back."""
    about = JudgementSubject.objects.filter(subject__in=list(findings)).values("judgement")
    linking = JudgementRow.objects.filter(verdict__in=_LINKING).values("seq")
    on_places = JudgementSubject.objects.filter(judgement__in=linking, subject__contains=":").values("judgement")
    bearing = Q(seq__in=about) | Q(seq__in=on_places) | Q(verdict=Verdict.POLICY.value)
    rows = {row.id: row for row in JudgementRow.objects.filter(bearing)}
    judgements = [judgement_of(row) for row in rows.values()]
    return tuple(judgements + _taking_back(set(rows)))


def _taking_back(ids: set[str]) -> list[Judgement]:
    """The withdrawals of these judgements, and the withdrawals of those."""
    found: dict[str, JudgementRow] = {}
    fresh = ids
    while fresh:
        backs = JudgementRow.objects.filter(verdict=Verdict.WITHDRAW.value, about__subject__in=fresh)
        rows = {row.id: row for row in backs if row.id not in found and row.id not in ids}
        found |= rows
        fresh = set(rows)
    return [judgement_of(row) for row in found.values()]


def known_for(judgement: Judgement) -> Known:
    """What must be known to say whether this judgement can be passed: its subjects, and what was judged of them."""
    subjects = [subject[-20:] for subject in judgement.subjects]
    naming = [FindingPlace.objects.filter(place=s).values_list("finding_id", flat=True).first() for s in judgement.subjects if ":" in s]
    naming += [_naming(subject.partition(":")[2]) for subject in judgement.subjects if is_name_key(subject)]
    rows = FindingRow.objects.filter(id__in=[*subjects, *filter(None, naming)])
    about = bearing_on(subjects)
    named = [judgement_of(row) for row in JudgementRow.objects.filter(id__in=judgement.subjects)]
    return Known.of([finding_of(row) for row in rows], [*about, *named, *_taking_back({judgement.id for judgement in named})])


def _naming(name: str) -> str | None:
    """A finding in which this name stands, for one."""
    return FindingRow.objects.filter(wire__contains=name).values_list("id", flat=True).first() if name else None


def _scope(ids: set[str]) -> Scope:
    rows = list(FindingRow.objects.filter(id__in=ids).order_by("report_id", "start", "id"))
    reports = ReportRow.objects.filter(id__in={row.report_id for row in rows})
    return Scope({row.id: finding_of(row) for row in rows}, bearing_on(ids), _imprints(reports))


def _closed(ids: set[str]) -> set[str]:
    """These findings with all that share a group or a link with them, directly or by way of others."""
    fresh = ids
    while fresh:
        keys = FindingGroup.objects.filter(finding__in=fresh).values("key")
        near = set(FindingGroup.objects.filter(key__in=keys).values_list("finding_id", flat=True))
        links = JudgementRow.objects.filter(verdict__in=_LINKING, about__subject__in=fresh)
        said = JudgementSubject.objects.filter(judgement__in=links).values_list("subject", flat=True)
        near |= set(FindingRow.objects.filter(id__in={subject[-20:] for subject in said}).values_list("id", flat=True))
        fresh = near - ids
        ids = ids | fresh
    return ids


def _imprints(reports: QuerySet[ReportRow]) -> tuple[Imprint, ...]:
    fields = ("digest", "source", "title", "published", "publisher", "address", "grade", "owner")
    return tuple(
        Imprint(digest, source, title, PartialDate(published) if published else None, publisher, address, Grade(grade), owner)
        for digest, source, title, published, publisher, address, grade, owner in reports.values_list(*fields)
    )
