"""The register's rows, table by table: what stands in each cell."""

from collections.abc import Iterable, Iterator
from datetime import date

from amicity.exports._days import edtf, full_day
from amicity.register.wording import told
from amicity.terms.export import Edition
from amicity.terms.place import Place
from amicity.terms.register import Register

Cell = str | int | float | bool | date | None
Rows = Iterator[tuple[Cell, ...]]


def places(_edition: Edition, held: Register) -> Rows:
    """Every place that has a part."""
    for key, place in sorted(held.places.items()):
        yield (
            key,
            _named(place),
            place.country,
            place.level.value,
            place.latitude,
            place.longitude,
            place.population,
            " ".join(place.known_by) or None,
        )


def ties(edition: Edition, held: Register) -> Rows:
    """The ties of the day."""
    for tie in held.relations:
        since, begun = tie.since, tie.begun
        form = tie.form.value if tie.form else None
        page = f"{edition.address.rstrip('/')}/ties/{tie.id}/" if edition.address else None
        yield tie.id, tie.label, form, tie.status.value, edtf(since), full_day(since), edtf(begun), tie.domestic, page


def parties(_edition: Edition, held: Register) -> Rows:
    """Each side of each tie."""
    for tie in held.relations:
        sides = {side.place.key: side for side in tie.sides}
        for place in tie.parties:
            side = sides.get(place.key)
            yield tie.id, place.key, side.status.value if side else None, edtf(side.since) if side else None


def steps(_edition: Edition, held: Register) -> Rows:
    """The steps of each tie, in order."""
    for tie in held.relations:
        for number, step in enumerate(tie.transitions, 1):
            form = step.form.value if step.form else None
            yield tie.id, number, step.change.value, form, edtf(step.when), step.status.value, step.counts, step.label, step.reason


def reports(_edition: Edition, held: Register) -> Rows:
    """What is known of the reports that the findings quote."""
    for digest, imprint in sorted(held.imprints.items()):
        yield digest, imprint.source, imprint.title, edtf(imprint.published), imprint.publisher, imprint.address, imprint.grade.value


def findings(_edition: Edition, held: Register) -> Rows:
    """The claims, as accepted or corrected."""
    for id_, finding in held.findings.items():
        ruling = held.rulings.get(id_)
        day = edtf(finding.when.value) if finding.when else None
        quote = finding.quote
        passage = (quote.text, quote.start, quote.end)
        judged = (ruling.fate.value, ruling.by, ruling.at, ruling.policy) if ruling else (None, None, None, None)
        yield id_, finding.report, finding.kind, finding.status.value, day, finding.confidence.value, *passage, *judged, finding.reader


def mentions(_edition: Edition, held: Register) -> Rows:
    """The values of each claim."""
    for id_, finding in held.findings.items():
        for role, mentions in sorted(finding.roles.items()):
            for number, mention in enumerate(mentions, 1):
                value = None if mention.value is None else str(mention.value)
                span = mention.span
                yield id_, role, number, mention.place.key if mention.place else None, value, span.text, span.start, span.end


def evidence(_edition: Edition, held: Register) -> Rows:
    """Which claims each entry rests on."""
    for entry, item in sorted(held.items.items()):
        yield from ((entry, id_) for id_ in sorted(set(item.findings)) if id_ in held.findings)


def promises(_edition: Edition, held: Register) -> Rows:
    """The promises."""
    for each in held.promises:
        due = edtf(each.due)
        yield each.id, _names(each.by), _names(each.to), each.action, each.strength, due, full_day(each.due), each.state.value


def figures(_edition: Edition, held: Register) -> Rows:
    """The published numbers."""
    for each in held.figures:
        number = each.value if isinstance(each.value, int | float) else None
        said = (str(each.value), number, each.comparator, each.unit, each.scope, each.counted_by, edtf(each.when))
        yield each.id, _names(each.about), each.measure, *said


def events(_edition: Edition, held: Register) -> Rows:
    """All other entries."""
    for each in sorted((*held.events, *held.other), key=lambda entry: entry.id):
        yield each.id, each.kind, each.status.value, edtf(each.when), full_day(each.when), told(each)


def judgements(edition: Edition, _held: Register) -> Rows:
    """The judgements that the edition holds."""
    for each in sorted(edition.judgements, key=lambda judgement: judgement.id):
        yield each.id, each.verdict.value, " ".join(each.subjects), each.by, each.at, each.reason


def _named(place: Place) -> str:
    return place.name or "unnamed"


def _names(places: Iterable[Place]) -> str:
    return "; ".join(map(_named, places))
