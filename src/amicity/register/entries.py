"""One cluster → one entry: an event, a promise, a tenure, a figure."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from amicity.register.clusters import Cluster
from amicity.terms.entry import Entry, Value
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.mention import Mention
from amicity.terms.note import Concern, Note
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseEntry, PromiseState
from amicity.terms.status import Status
from amicity.terms.tenure import Tenure

Places = Mapping[str, Place]
"""The place that each key goes by."""
Roles = Mapping[str, Sequence[Mention]]


_DENIED, _OPEN, _WITHDRAWN = Status.DENIED, PromiseState.OPEN, PromiseState.WITHDRAWN


def entry_id(made: Cluster) -> str:
    """The id of a cluster's entry: its kind and the first of its findings' ids, so that any of them leads to it."""
    return f"{made.kind}-{made.ids[0]}"


def entry_of(made: Cluster, places: Places) -> Entry:
    """The event or other thing that a cluster tells of."""
    first = made.claims[0].finding
    roles = MappingProxyType({role: _values(ms, places) for role, ms in _roles(made).items()})
    return Entry(entry_id(made), first.kind, first.status, made.when, roles, made.ids, first.domestic, _notes(made))


def promise_of(made: Cluster, places: Places) -> PromiseEntry:
    """The promise that a cluster tells of; one that a report denies or takes back is withdrawn."""
    said = [claim.finding for claim in made.claims if claim.finding.status is not _DENIED]
    roles = _roles(made)
    return PromiseEntry(
        id=entry_id(made),
        by=_places(roles, "by", places),
        to=_places(roles, "to", places),
        action=_longest(roles, "action"),
        strength=_first(roles, "strength"),
        fields=tuple(sorted(_texts(roles, "field"))),
        due=made.when,
        state=_OPEN if len(said) == len(made.claims) else _WITHDRAWN,
        findings=made.ids,
    )


def tenure_of(made: Cluster, places: Places, seen: Iterable[PartialDate]) -> Tenure:
    """The tenure that a cluster tells of, ``seen`` on these dates besides its own."""
    roles = _roles(made)
    days = [claim.finding.when.value for claim in made.claims if claim.finding.when]
    days = sorted(days or seen, key=lambda day: (day.earliest, day.latest, day.edtf))
    return Tenure(
        id=entry_id(made),
        person=_longest(roles, "person"),
        post=_first(roles, "post"),
        place=next(iter(_places(roles, "place", places)), None),
        body=_first(roles, "body"),
        portfolio=_first(roles, "portfolio"),
        tenure=_first(roles, "tenure"),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        findings=made.ids,
    )


def figure_of(made: Cluster, places: Places, seen: Iterable[PartialDate]) -> FigureClaim:
    """The published figure that a cluster tells of; one without a date of its own is as of its report's day (``seen``)."""
    roles = _roles(made)
    values = [m.value for m in roles.get("value", ()) if m.value is not None]
    days = sorted(seen, key=lambda day: (day.earliest, day.edtf))
    return FigureClaim(
        id=entry_id(made),
        about=_places(roles, "about", places),
        measure=_first(roles, "measure") or "",
        value=values[0] if values else "",
        comparator=_first(roles, "comparator") or "exact",
        unit=_first(roles, "unit"),
        scope=_first(roles, "scope"),
        counted_by=_first(roles, "counted_by"),
        when=made.when or (days[0] if days else None),
        reports=tuple(sorted({claim.finding.report for claim in made.claims})),
        findings=made.ids,
    )


def _roles(made: Cluster) -> Roles:
    if len(made.claims) == 1:
        return made.claims[0].finding.roles
    united: dict[str, list[Mention]] = {}
    for claim in sorted(made.claims):
        for role, mentions in claim.finding.roles.items():
            if role in united:
                united[role].extend(mentions)
            else:
                united[role] = [*mentions]
    return {role: united[role] for role in sorted(united)}


def _values(mentions: Sequence[Mention], places: Places) -> tuple[Value, ...]:
    if len(mentions) == 1:
        place, value = mentions[0].place, mentions[0].value
        return (mentions[0].span.text if value is None else value,) if place is None else (places[place.key],)
    values: dict[str, Value] = {}
    for mention in mentions:
        if (place := mention.place) is not None:
            place = places[place.key]
            if place.key not in values:
                values[place.key] = place
        elif (key := mention.key) not in values:
            values[key] = mention.span.text if mention.value is None else mention.value
    return tuple(values.values())


def _places(roles: Roles, role: str, places: Places) -> tuple[Place, ...]:
    named = [places[mention.place.key] for mention in roles.get(role, ()) if mention.place is not None]
    return tuple(named) if len(named) < 2 else tuple({place.key: place for place in named}.values())


def _texts(roles: Roles, role: str) -> set[str]:
    return {_text(mention) for mention in roles[role]} if role in roles else set()


def _longest(roles: Roles, role: str) -> str:
    texts = _texts(roles, role)
    return texts.pop() if len(texts) == 1 else max(texts, key=lambda text: (len(text), text), default="")


def _first(roles: Roles, role: str) -> str | None:
    return _text(roles[role][0]) if role in roles else None


def _text(mention: Mention) -> str:
    if mention.place is not None:
        return mention.place.name or "unnamed"
    return str(mention.span.text if mention.value is None else mention.value)


def _notes(made: Cluster) -> tuple[Note, ...]:
    """A person may join claims whose dates cannot be one: both are kept, and said."""
    if len(made.claims) == 1:
        return ()
    days = {claim.finding.when.value.edtf: claim.finding.when.value for claim in made.claims if claim.finding.when}
    if len(days) < 2 or made.when is None or all(day.compatible(made.when) for day in days.values()):
        return ()
    return (Note(Concern.DATES, f"Reports give different dates: {', '.join(sorted(days))}.", made.ids),)
