"""The projection: what lists, the map and the search need, folded from the record and never edited.

It is kept up within the transaction that writes the record, group by group, and can be dropped and rebuilt at any time.
"""

from collections.abc import Iterable

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from amicity.register import fold
from amicity.review import aliases, group_keys, rule, standing
from amicity.review.naming import renamed, renamings
from amicity.terms.finding import Finding, FindingId
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.place import Place
from amicity.terms.relation import Relation
from amicity.terms.ruling import Fate
from amicity_web.store.models import (
    PROJECTION,
    FindingGroup,
    FindingPlace,
    JudgementRow,
    PlaceRow,
    ReportRow,
    Standing,
    Telling,
    TiePlace,
    TieRow,
)
from amicity_web.store.pen import pen
from amicity_web.store.pour import Value, pour
from amicity_web.store.rows import judgement_of, place_of, row_of_place
from amicity_web.store.scope import Scope, bearing_on, scope_of, whole

MANY = 2000
"""Above so many findings at once, everything is folded anew rather than group by group."""


def add(findings: Iterable[Finding]) -> None:
    """Take new findings, already in the record, into the projection. Where no policy admits any, no tie changes."""
    claims = {finding.id: finding for finding in findings}
    judgements = standing(bearing_on(()))
    names = renamings(judgements)
    _index([(id_, renamed(claim, names)) for id_, claim in claims.items()], known_as=dict(aliases(judgements)))
    admitted = {id_ for id_, (ruling, _) in rule(claims, judgements).items() if ruling.fate is not Fate.WAITING}
    admitted |= _read_before(claims.values())
    if admitted:
        _refold(admitted)


def _read_before(findings: Iterable[Finding]) -> set[FindingId]:
    """Those of new findings whose source was read before: what people judged then may hold for them."""
    claims = list(findings)
    read = ReportRow.objects.filter(source__in={finding.source for finding in claims}).values("source").annotate(n=Count("pk"))
    again = set(read.filter(n__gt=1).values_list("source", flat=True))
    return {finding.id for finding in claims if finding.source in again}


def judged(judgement: Judgement) -> None:
    """Take a new judgement, already in the record, into the projection."""
    word = _first_word(judgement)
    if word is None or word.verdict is Verdict.POLICY or any(":" in subject for subject in word.subjects):
        _rebuild()
        return
    about = [subject[-20:] for subject in word.subjects]
    if judgement.correction:
        stand = standing(bearing_on(()))
        _index([(about[0], renamed(judgement.correction, renamings(stand)))], known_as=dict(aliases(stand)))
    _refold(about)


def rebuild() -> int:
    """Drop the projection and make it anew. Gives the number of ties."""
    with pen():
        _rebuild()
    return TieRow.objects.count()


def _rebuild() -> None:
    for model in PROJECTION:
        model.objects.all()._raw_delete(using=model.objects.db)
    everything = whole()
    corrected = [(j.subjects[0], j.correction) for j in everything.judgements if j.correction]
    stand = standing(everything.judgements)
    names = renamings(stand)
    claims = [(id_, renamed(claim, names)) for id_, claim in (*everything.findings.items(), *corrected)]
    _index(claims, known_as=dict(aliases(stand)))
    _project(everything)
    _count_ties(PlaceRow.objects.all())


def _refold(findings: Iterable[str]) -> None:
    ids = list(findings)
    if len(ids) > MANY:
        _rebuild()
        return
    scope = scope_of(ids)
    told = Telling.objects.filter(finding__in=list(scope.findings))
    stale = TieRow.objects.filter(id__in=told.values("entry"))
    places = set(TiePlace.objects.filter(tie__in=stale).values_list("place_id", flat=True))
    stale.delete()
    told.delete()
    Standing.objects.filter(finding__in=list(scope.findings)).delete()
    places |= _project(scope)
    _count_ties(PlaceRow.objects.filter(key__in=places))


def _project(scope: Scope) -> set[str]:
    """Write what the scope folds to. Gives the keys of the places that its ties join."""
    register = fold(scope.findings.values(), scope.judgements, imprints=scope.imprints)
    _places(register.places.values())
    pour(Standing, ("finding_id", "verdict"), ((id_, r.fate.value) for id_, r in register.rulings.items() if r.fate is not Fate.WAITING))
    pour(Telling, ("finding_id", "entry"), ((id_, entry) for id_, entries in register.told.items() for entry in entries))
    pour(TieRow, _TIE, (_tie(relation) for relation in register.relations))
    parties = [(relation.id, place.key) for relation in register.relations for place in relation.parties]
    pour(TiePlace, ("tie_id", "place_id"), parties)
    return {key for _, key in parties}


_TIE = ("id", "form", "status", "since", "since_on", "domestic", "findings")


def _tie(relation: Relation) -> tuple[Value, ...]:
    since = relation.since
    return (
        relation.id,
        relation.form.value if relation.form else "",
        relation.status.value,
        since.edtf if since else None,
        since.earliest.isoformat() if since else None,
        relation.domestic,
        len(relation.findings),
    )


def _index(findings: Iterable[tuple[str, Finding]], *, known_as: dict[str, str]) -> None:
    claims = list(findings)
    _places(place for _, finding in claims for place in finding.places())
    keys = [(id_, place.key) for id_, finding in claims for place in finding.places()]
    named = {*keys, *((id_, known_as.get(key, key)) for id_, key in keys)}
    grouped = {(id_, key) for id_, finding in claims for key in group_keys(finding, known_as)}
    pour(FindingPlace, ("finding_id", "place_id"), sorted(named))
    pour(FindingGroup, ("finding_id", "key"), sorted(grouped))


def _places(places: Iterable[Place]) -> None:
    """Add rows for places not yet there; of two spellings of one place the first in the alphabet is kept, whichever came first."""
    best: dict[str, Place] = {}
    for place in places:
        best[place.key] = min(best.get(place.key, place), place, key=_spelling)
    known = {row.key: row for row in PlaceRow.objects.filter(key__in=best)} if len(best) < MANY else PlaceRow.objects.in_bulk()
    fresh = [row_of_place(place) for key, place in sorted(best.items()) if key not in known]
    PlaceRow.objects.bulk_create(fresh, batch_size=500)
    for key, place in best.items():
        if key in known and _spelling(place) < _spelling(place_of(known[key])):
            row_of_place(place).save(update_fields=("name", "country", "level", "latitude", "longitude", "population", "search", "slug"))


def _spelling(place: Place) -> tuple[str, bool]:
    return (place.name or "", place.latitude is None)


def _count_ties(places: QuerySet[PlaceRow]) -> None:
    counted = TiePlace.objects.filter(place=OuterRef("pk")).order_by().values("place").annotate(n=Count("pk")).values("n")
    places.update(ties=Coalesce(Subquery(counted), 0))


def _first_word(judgement: Judgement) -> Judgement | None:
    """The judgement that this one, through however many withdrawals, is about; None where it is not in the record."""
    while judgement.verdict is Verdict.WITHDRAW:
        row = JudgementRow.objects.filter(id=judgement.subjects[0]).first()
        if row is None:
            return None
        judgement = judgement_of(row)
    return judgement
