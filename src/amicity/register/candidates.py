"""What might explain a change between two published counts that the register cannot explain: candidates, never conclusions."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, takewhile

from amicity.register.counting import COUNTERS, ties_on
from amicity.register.days import moved
from amicity.register.edition import tie_on
from amicity.register.moves import Account
from amicity.register.wording import form_words, names
from amicity.terms.entry import Entry
from amicity.terms.finding import FindingId
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity.terms.relation import Change, Relation, TieStatus, Transition
from amicity.terms.status import Status

_STANDING = (Change.PAPER, Change.STANDS)
_AHEAD = (Status.PLANNED, Status.PROPOSED)
_SILENT = 5 * 365
"""Five years, as for dormant ties."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What might account for some of it, in a sentence, with the claims it rests on and the entry it is about."""

    says: str
    findings: tuple[FindingId, ...]
    entry: str


def candidates(register: Register, place: str, *, account: Account, measure: str) -> tuple[Candidate, ...]:
    """The candidates for what stays unexplained of one measure's change; none where all of it is explained.

    Only what would move the count in the way that is left: beginnings where it is to grow, ends and promotions where it is to fall.
    """
    rest = account.changes[measure] - account.effects[measure]
    if rest == 0:
        return ()
    ties = [tie for tie in register.ties_of(place) if not tie.domestic]
    counted = [tie for tie in ties if tie.form in COUNTERS[measure].forms]
    if rest > 0:
        found = [each for tie in counted for each in _begun(tie, place, account)]
    else:
        found = [each for tie in counted for each in _ended(tie, place, account)]
        found += _sole(register, place, account) if COUNTERS[measure].countries else _silent(register, counted, place, account)
        found += [each for tie in ties if tie not in counted for each in _promoted(tie, place, account)]
    found += _place_changes(register, place, account)
    return tuple({each.says: each for each in found}.values())


def _begun(tie: Relation, place: str, account: Account) -> Iterator[Candidate]:
    """Beginnings that may lie between, and are not told as such."""
    who = names(tie.partners(place))
    for step in tie.transitions:
        form = form_words(step.form)
        if step.change not in _STANDING or not _may_lie(step, account):
            continue
        if not step.counts and step.status is Status.HAPPENED:
            yield Candidate(f"{who}: one report calls it a {form}, and the register does not follow it", step.findings, tie.id)
        elif step.status in _AHEAD:
            yield Candidate(f"{who}: a {form} was {step.status.value}, and no report tells whether it came", step.findings, tie.id)
        elif step.counts and not _surely(step):
            when = f"dated no closer than {step.when}" if step.when else "without a date"
            yield Candidate(f"{who}: said to be a {form}, {when}", step.findings, tie.id)


def _ended(tie: Relation, place: str, account: Account) -> Iterator[Candidate]:
    """Ends and suspensions that may lie between, and are not told as such."""
    for step in tie.transitions:
        if step.change in (Change.ENDED, Change.SUSPENDED) and _may_lie(step, account) and not (step.counts and _surely(step)):
            when = f"dated no closer than {step.when}" if step.counts and step.when else step.status.value
            yield Candidate(f"{names(tie.partners(place))}: {step.change.value}, {when}", step.findings, tie.id)


def _promoted(tie: Relation, place: str, account: Account) -> Iterator[Candidate]:
    """Ties of a form that the measure does not count, which may have been counted before they climbed to it."""
    for step in tie.transitions:
        if step.counts and step.change in _STANDING and step.form is tie.form and _may_lie(step, account) and not _surely(step):
            form, when = form_words(step.form), step.when or "a day that no report gives"
            says = f"{names(tie.partners(place))}: a {form} since {when}; it may have been counted in a lower form before"
            yield Candidate(says, step.findings, tie.id)


def _silent(register: Register, ties: Iterable[Relation], place: str, account: Account) -> Iterator[Candidate]:
    """Ties that no report has told of for long before the later count: they may have been dropped from it."""
    limit = moved(account.second, -_SILENT)
    for tie in ties:
        now = tie_on(tie, account.second)
        if now is not None and now.status is TieStatus.STANDING and not _told_since(register, tie, limit) and _dated(register, tie):
            says = f"{names(tie.partners(place))}: no report since {limit} tells of the tie; it may have been dropped from the count"
            yield Candidate(says, tie.findings, tie.id)


def _may_lie(step: Transition, account: Account) -> bool:
    """Whether a step may have been taken between the two counts, wherever within their dates these were made."""
    when = step.when
    return when is None or (when.latest > account.before.when.earliest and when.earliest <= account.after.when.latest)


def _surely(step: Transition) -> bool:
    """Whether a step's own date is close enough to say on which side of a count it lies."""
    when = step.when
    return when is not None and when.earliest > date.min and (when.latest - when.earliest) <= timedelta(days=31)


def _sole(register: Register, place: str, account: Account) -> Iterator[Candidate]:
    """Countries with one tie only, of which no report has told since the first count: its end would take the country from the count."""
    ties = ties_on(register, place, account.second)
    by_country: dict[str, list[Relation]] = {}
    for tie in ties:
        for country in {partner.country for partner in tie.partners(place) if partner.country}:
            by_country.setdefault(country, []).append(tie)
    for country, alone in sorted(by_country.items()):
        tie = alone[0]
        now = tie_on(tie, account.second)
        if len(alone) == 1 and now is not None and now.status is TieStatus.STANDING and not _told_since(register, tie, account.first):
            says = f"{names(tie.partners(place))}: the only tie with {country}, and no report since {account.first} tells of it"
            yield Candidate(says, tie.findings, tie.id)


def _told_since(register: Register, tie: Relation, day: date) -> bool:
    """Whether a step of the tie, or a report that tells of it, may be of that day or later."""
    if any(step.counts and step.when and day <= step.when.latest < date.max for step in tie.transitions):
        return True
    imprints = (register.imprints.get(register.findings[id_].report) for id_ in tie.findings if id_ in register.findings)
    return any(imprint and imprint.published and imprint.published.latest >= day for imprint in imprints)


def _dated(register: Register, tie: Relation) -> bool:
    """Whether it is known of any report of the tie when it came out."""
    imprints = (register.imprints.get(register.findings[id_].report) for id_ in tie.findings if id_ in register.findings)
    return any(imprint and imprint.published for imprint in imprints)


def _place_changes(register: Register, place: str, account: Account) -> Iterator[Candidate]:
    partners: dict[str, Place] = {p.key: p for tie in register.ties_of(place) for p in tie.partners(place)}
    told = {id_ for key in partners for id_ in _beginning("place_change-", register.at.get(key, ()))}
    for id_ in sorted(told):
        entry = register.items[id_]
        if isinstance(entry, Entry) and entry.when is not None:
            touched = [p for p in entry.places() if p.key in partners]
            within = entry.when.latest > account.before.when.earliest and entry.when.earliest <= account.after.when.latest
            if touched and within:
                yield Candidate(f"{names(touched)} changed as a place on {entry.when}", entry.findings, entry.id)


def _beginning(start: str, ids: Sequence[str]) -> Iterator[str]:
    """Those of these ids, which are in order, that begin so."""
    return takewhile(lambda id_: id_.startswith(start), islice(ids, bisect_left(ids, start), None))
