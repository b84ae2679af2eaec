"""Does a tie live? The verdict on a day, from the last contact told, with its reasons and the rule that was used."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amicity.register.contacts import is_contact
from amicity.register.days import moved
from amicity.terms.entry import Entry
from amicity.terms.finding import FindingId
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

YEARS_ASLEEP = 5
"""Years without a contact after which councils that review their ties ask whether one still lives."""
YEARS_TO_REVIEW = 3
"""Years after which a tie is looked at again: Christchurch reviews each tie every three years."""
RULE = f"asleep after {YEARS_ASLEEP} years without a contact or a step that any report tells"


class Pulse(StrEnum):
    """How a tie lives. Asleep on one side: that side alone has paused or ended it, or the other side alone still reaches out."""

    AWAKE = "awake"
    ONE_SIDED = "asleep on one side"
    ASLEEP = "asleep"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of life: the day by which it was given, the entry (None: a step of the tie itself), and its evidence."""

    when: PartialDate
    entry: Entry | None
    findings: tuple[FindingId, ...]


@dataclass(frozen=True, slots=True)
class Vitality:
    """``silent`` are the names of the sides that sleep; ``review`` is the day by which the tie should be looked at again;
    ``asleep`` the first day on which the rule takes the whole tie to sleep, where it does."""

    pulse: Pulse
    last: Sign | None
    reasons: tuple[str, ...]
    silent: tuple[str, ...] = ()
    review: date | None = None
    rule: str = RULE
    asleep: date | None = None


def vitality(tie: Relation, register: Register, day: date) -> Vitality:
    """The verdict on a tie that stands or rests on a day, in the register as of that day."""
    signs = _signs(tie, register, day)
    if not signs:
        return Vitality(Pulse.UNKNOWN, None, ("No report gives a day for any step or contact of this tie.",))
    last = signs[-1]
    review = moved(last.when.latest, YEARS_TO_REVIEW * 365)
    resting = [side for side in tie.sides if side.status in (TieStatus.SUSPENDED, TieStatus.ENDED)]
    if resting and len(resting) < len(tie.sides):
        names = tuple(side.place.name or "one side" for side in resting)
        since = f" since {resting[0].since}" if resting[0].since else ""
        reason = f"{' and '.join(names)} has {resting[0].status.value} it{since}; the other side has not."
        return Vitality(Pulse.ONE_SIDED, last, (reason,), names, review)
    limit = moved(day, -YEARS_ASLEEP * 365)
    if last.when.latest >= limit:
        unsure = last.when.earliest < limit
        says = f"Last told of on {last.when}" + (": perhaps before the limit, perhaps after." if unsure else ".")
        return Vitality(Pulse.AWAKE, last, (says,), (), review)
    years = (day - last.when.latest).days // 365
    reason = f"Nothing is told since {last.when}, {years} years before."
    reaching = _reaching_out(tie, register, limit)
    if reaching and len(reaching) < len(tie.parties):
        silent = tuple(place.name or "one side" for place in tie.parties if place.key not in reaching)
        return Vitality(Pulse.ONE_SIDED, last, (reason, f"{' and '.join(sorted(reaching.values()))} still reaches out."), silent, review)
    everybody = tuple(place.name or "one side" for place in tie.parties)
    asleep = moved(last.when.latest, YEARS_ASLEEP * 365 + 1)
    return Vitality(Pulse.ASLEEP, last, (reason,), everybody, review, asleep=asleep)


def meetings(tie: Relation, register: Register) -> list[Entry]:
    """The dated contacts of the parties of a tie with each other, earliest first; of a tie of many, of two of them at least."""
    met: dict[str, int] = {}
    for place in tie.parties:
        for id_ in register.at.get(place.key, ()):
            met[id_] = met.get(id_, 0) + 1
    shared = (register.items[id_] for id_, count in met.items() if count > 1)
    contacts = (item for item in shared if isinstance(item, Entry) and is_contact(item))
    return sorted(contacts, key=lambda entry: (entry.when.latest if entry.when else date.min, entry.id))


def _signs(tie: Relation, register: Register, day: date) -> list[Sign]:
    met = [Sign(entry.when, entry, entry.findings) for entry in meetings(tie, register) if entry.when]
    stepped = [Sign(step.when, None, step.findings) for step in tie.transitions if step.counts and step.when]
    known = [sign for sign in (*stepped, *met) if sign.when.latest < date.max and sign.when.earliest <= day]
    return sorted(known, key=lambda sign: (sign.when.latest, sign.entry.id if sign.entry else ""))


def _reaching_out(tie: Relation, register: Register, limit: date) -> dict[str, str]:
    """The sides that promised, invited or hoped for something of the other within the limit, key → name."""
    keys = {place.key for place in tie.parties}
    return {
        by.key: by.name or "one side"
        for promise in register.promises
        if (day := promise.due or _published(promise.findings, register)) and day.latest >= limit
        for by in promise.by
        if by.key in keys and any(to.key in keys and to.key != by.key for to in promise.to)
    }


def _published(findings: tuple[FindingId, ...], register: Register) -> PartialDate | None:
    days = [
        day
        for id_ in findings
        if id_ in register.findings
        if (imprint := register.imprints.get(register.findings[id_].report)) and (day := imprint.published)
    ]
    return max(days, key=lambda day: day.latest, default=None)
