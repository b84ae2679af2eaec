"""Terms and rows as the API's shapes."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from amicity.terms.figure_claim import FigureClaim
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity.terms.wire import finding_to_json
from amicity_web.api import shapes
from amicity_web.store.browse import Ruled
from amicity_web.store.load import Passage
from amicity_web.store.models import PlaceRow, ReportRow, TieRow
from amicity_web.store.rows import place_of
from amicity_web.wording.countries import country_name


def place(row: PlaceRow) -> shapes.Place:
    """A place."""
    return shapes.Place(
        key=row.key,
        slug=row.slug,
        name=row.name,
        country=row.country,
        country_name=country_name(row.country),
        level=row.level,
        latitude=row.latitude,
        longitude=row.longitude,
        population=row.population,
        ties=row.ties,
        url=reverse("public:place", args=[row.slug]),
    )


def party(side: Place) -> shapes.Party:
    """A side of a tie."""
    return shapes.Party(
        key=side.key, name=side.name, country=side.country, level=side.level.value, latitude=side.latitude, longitude=side.longitude
    )


def tie_row(row: TieRow) -> shapes.TieLine:
    """A tie of a list, from its row."""
    parties = sorted((place_of(each.place) for each in row.parties.all()), key=lambda side: side.key)
    return _line(row.id, parties, row.form or None, row.status, row.since, domestic=row.domestic, findings=row.findings)


def tie_line(tie: Relation) -> shapes.TieLine:
    """A tie of a list, as it stood on a day."""
    return _line(
        tie.id,
        sorted(tie.parties, key=lambda side: side.key),
        tie.form.value if tie.form else None,
        tie.status.value,
        _date(tie.since),
        domestic=tie.domestic,
        findings=len(tie.findings),
    )


def tie(tie: Relation, register: Register, passages: dict[str, Passage]) -> shapes.Tie:
    """One tie with its life and its evidence."""
    return shapes.Tie(
        **tie_line(tie).model_dump(),
        begun=_date(tie.begun),
        steps=[
            shapes.Step(
                change=step.change.value,
                status=step.status.value,
                form=step.form.value if step.form else None,
                paper=step.paper,
                when=_date(step.when),
                counts=step.counts,
                findings=list(step.findings),
            )
            for step in tie.transitions
        ],
        notes=[shapes.NoteShape(concern=note.concern.value, says=note.says, findings=list(note.findings)) for note in tie.notes],
        evidence=[_evidence(id_, register, passages[id_]) for id_ in tie.findings if id_ in passages and id_ in register.findings],
    )


def finding(held: Ruled) -> shapes.FindingShape:
    """A finding with its ruling."""
    ruling = held.ruling
    return shapes.FindingShape(
        id=held.row.id,
        ruling=shapes.RulingShape(
            fate=ruling.fate.value,
            by=ruling.by,
            at=ruling.at,
            reason=ruling.reason,
            by_policy=ruling.policy,
            judgement=ruling.judgement,
        ),
        finding=finding_to_json(held.finding),
        correction=finding_to_json(held.reads) if held.reads is not held.finding else None,
        report=held.row.report.digest,
        url=f"{reverse('public:report', args=[held.row.report.digest])}?fact={held.row.id}" if held.public else None,
    )


def report_line(row: ReportRow) -> dict[str, Any]:
    """A report of a list."""
    return {
        "digest": row.digest,
        "title": row.title,
        "publisher": row.publisher,
        "published": row.published,
        "address": row.address,
        "language": row.language,
        "grade": row.grade,
    }


def figure(claim: FigureClaim) -> shapes.Figure:
    """A published number."""
    return shapes.Figure(
        id=claim.id,
        about=_parties(claim.about),
        measure=claim.measure,
        value=claim.value,
        comparator=claim.comparator,
        unit=claim.unit,
        scope=claim.scope,
        counted_by=claim.counted_by,
        when=_date(claim.when),
        findings=list(claim.findings),
    )


def promise(entry: PromiseEntry) -> shapes.Promise:
    """A promise, as it stood on the day that its register is of."""
    return shapes.Promise(
        id=entry.id,
        by=_parties(entry.by),
        to=_parties(entry.to),
        action=entry.action,
        strength=entry.strength,
        fields=list(entry.fields),
        due=_date(entry.due),
        state=entry.state.value,
        findings=list(entry.findings),
        kept_by=list(entry.kept_by),
    )


def _line(
    id_: str, parties: Iterable[Place], form: str | None, status: str, since: str | None, *, domestic: bool, findings: int
) -> shapes.TieLine:
    return shapes.TieLine(
        id=id_,
        parties=_parties(parties),
        form=form,
        status=status,  # type: ignore[arg-type]
        since=since,
        domestic=domestic,
        findings=findings,
        url=reverse("public:tie", args=[id_]),
    )


def _evidence(id_: str, register: Register, passage: Passage) -> shapes.Evidence:
    claim, ruling = register.findings[id_], register.rulings[id_]  # type: ignore[index]
    return shapes.Evidence(
        finding=id_,
        quote=claim.quote.text,
        report=passage.report,
        title=passage.title,
        published=passage.published,
        start=passage.start,
        end=passage.end,
        status=claim.status.value,
        confidence=claim.confidence.value,
        judged_by=ruling.by,
        judged_at=ruling.at,
        by_policy=ruling.policy,
    )


def _parties(places: Iterable[Place]) -> list[shapes.Party]:
    return [party(each) for each in places]


def _date(when: object | None) -> str | None:
    return str(when) if when is not None else None
