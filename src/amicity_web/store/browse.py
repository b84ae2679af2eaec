"""Rows in lists as programs page through them, and findings with what the judgements say of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q, QuerySet

from amicity.register.fold import fold
from amicity.review import rule, standing
from amicity.terms.finding import Finding
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity.terms.ruling import Fate, Ruling
from amicity_web.store import load
from amicity_web.store.models import FindingPlace, FindingRow, JudgementRow, PlaceRow, ReportRow, Telling, TiePlace, TieRow
from amicity_web.store.rows import finding_of, folded, place_of
from amicity_web.store.scope import bearing_on, scope_of


@dataclass(frozen=True, slots=True)
class Ruled:
    """A finding as it was read, the ruling on it, how it then reads, and the number of the last judgement about it."""

    row: FindingRow
    finding: Finding
    ruling: Ruling
    reads: Finding
    last: int

    @property
    def public(self) -> bool:
        """Whether anyone may see it."""
        return self.ruling.fate in (Fate.ACCEPTED, Fate.CORRECTED)

    @property
    def state(self) -> str:
        """What changes with everything that is judged of it."""
        return f"{self.last}-{self.ruling.judgement or 'waiting'}"


def places(search: str = "", *, country: str = "") -> QuerySet[PlaceRow]:
    """The places with ties, or those whose name contains ``search``, or in a country (ISO 3166-1 alpha-2)."""
    found = load.places(search)
    return found.filter(country=country.upper()) if country else found


def ties(*, place: str = "", form: str = "", status: str = "", country: str = "") -> QuerySet[TieRow]:
    """The ties that fulfil all of these, with their parties; ``place`` is a key, ``country`` a code."""
    found = TieRow.objects.prefetch_related("parties__place")
    if place:
        found = found.filter(id__in=TiePlace.objects.filter(place=place).values("tie"))
    if country:
        found = found.filter(id__in=TiePlace.objects.filter(place__country=country.upper()).values("tie"))
    if form:
        found = found.filter(form=form)
    return found.filter(status=status) if status else found


def findings(*, standings: Iterable[str], report: str = "", tie: str = "", place: str = "", kind: str = "") -> QuerySet[FindingRow]:
    """The findings of these standings (``waiting`` among them) that fulfil all the rest."""
    wanted = list(standings)
    found = FindingRow.objects.select_related("report").defer("report__text")
    judged = Q(standing__verdict__in=wanted)
    found = found.filter(judged | Q(standing=None) if "waiting" in wanted else judged)
    if report:
        found = found.filter(report__digest=report)
    if tie:
        found = found.filter(id__in=Telling.objects.filter(entry=tie).values("finding"))
    if place:
        found = found.filter(id__in=FindingPlace.objects.filter(place=place).values("finding"))
    return found.filter(kind=kind) if kind else found


def ruled(rows: Iterable[FindingRow]) -> list[Ruled]:
    """These findings with what the judgements say of each, in a few queries for all."""
    held = {row.id: (row, finding_of(row)) for row in rows}
    judgements = bearing_on(held)
    decided = rule({finding.id: finding for _, finding in held.values()}, standing(judgements))
    last = _last_words(list(held))
    return [Ruled(row, finding, *decided[finding.id], last.get(id_, 0)) for id_, (row, finding) in held.items()]


def ruled_one(id_: str) -> Ruled | None:
    """The finding with this id."""
    rows = FindingRow.objects.select_related("report").defer("report__text").filter(id=id_)
    return next(iter(ruled(rows)), None)


def _last_words(ids: list[str]) -> dict[str, int]:
    """For each finding the number of the last judgement about it, withdrawals among them."""
    about = JudgementRow.objects.filter(about__subject__in=ids).values_list("seq", "id", "about__subject")
    spoken = {(seq, id_, subject) for seq, id_, subject in about if subject in ids}
    of = {id_: subject for _, id_, subject in spoken}
    backs = JudgementRow.objects.filter(about__subject__in=list(of)).values_list("seq", "about__subject")
    last: dict[str, int] = {}
    for seq, subject in (*((seq, subject) for seq, _, subject in spoken), *((seq, of[id_]) for seq, id_ in backs if id_ in of)):
        last[subject] = max(last.get(subject, 0), seq)
    return last


def judgements_of(finding: str) -> list[JudgementRow]:
    """The judgements about a finding and their withdrawals, in the order in which they were passed."""
    about = JudgementRow.objects.filter(about__subject=finding)
    rows = {row.seq: row for row in (*about, *JudgementRow.objects.filter(about__subject__in=about.values("id")))}
    return [row for _, row in sorted(rows.items())]


def register_of_ties(ties: Iterable[str]) -> Register:
    """The register as far as these ties rest on it: each of them whole."""
    told = Telling.objects.filter(entry__in=list(ties)).values_list("finding_id", flat=True)
    scope = scope_of(told)
    return fold(scope.findings.values(), scope.judgements, imprints=scope.imprints)


def seek(wanted: str) -> list[Place]:
    """The public places meant by a key, a slug, a name, or a name with its country (``Karachi,PK``); the one with most ties first."""
    row = load.place(wanted)
    if row is not None:
        return [place_of(row)] if in_public(row.key) else []
    name, _, country = wanted.partition(",")
    named = PlaceRow.objects.filter(search=folded(name)).order_by("-ties", "-population", "key")
    named = named.filter(country=country.strip().upper()) if country.strip() else named
    tied = [place_of(found) for found in named[:6] if found.ties]
    return tied or [place_of(found) for found in named[:6] if in_public(found.key)]


def in_public(place: str) -> bool:
    """Whether an accepted finding names the place with this key."""
    return FindingPlace.objects.filter(place=place, finding__standing__verdict__in=load.MADE).exists()


def ties_by_place(keys: Iterable[str]) -> dict[str, list[TieRow]]:
    """The standing ties of each of these places, the oldest first, in one query."""
    found: dict[str, list[TieRow]] = {}
    rows = TiePlace.objects.filter(place__in=list(keys), tie__status="standing").select_related("tie")
    for row in rows:
        found.setdefault(row.place_id, []).append(row.tie)
    return {key: sorted(ties, key=lambda tie: (tie.since_on is None, tie.since_on, tie.id)) for key, ties in found.items()}


def report_row(digest: str, *, drafts: bool) -> ReportRow | None:
    """The report with this digest, where anyone may see it or ``drafts`` may be seen."""
    found = ReportRow.objects.filter(digest=digest)
    return found.first() if drafts else found.filter(findings__standing__verdict__in=load.MADE).first()


def whole_register() -> Register:
    """The whole register; folded once for each state of the record."""
    return _whole(load.revision())


@lru_cache(maxsize=1)
def _whole(at: load.Revision) -> Register:
    return load.whole_register()
