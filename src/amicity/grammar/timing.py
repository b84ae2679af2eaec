"""When: the date that belongs to a trigger, or the month the report inherits it from."""

import datetime
import re
from dataclasses import replace

from amicity.grammar.draft import When
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.terms.derivation import Derivation
from amicity.terms.partial_date import PartialDate
from amicity.terms.status import Status

_SINCE = re.compile(
    r"\b(?:since|from|as of|until|till|by|before|after|ago in|between|dates? back to|dating "
    r"(?:back )?(?:to|from))\s+(?:the year |as early as |as far back as |at least )?$",
    re.I,
)
_WHICH = re.compile(r"\b(?:last|this|next|same|that|\d{4}|yesterday|today|tomorrow)\b", re.I)
_TO_COME = (Status.PLANNED, Status.HOPED, Status.PROPOSED)
_DAY, _LATE_MONTHS = len("2020-01-01"), 2
_THAT = re.compile(r" that\b")
_EVENTS = ("sign", "establish", "renew", "end", "suspend", "visit", "meet", "twin", "become")
_SUBORDINATE = re.compile(r"\b(?:since|after|before|when|which|who|that|following|where|until)\b", re.I)
_BEHIND = re.compile(
    r"\s*(?:,|\(|\)|-|:)?\s*(?:[A-Z][a-z]+,\s*)?(?:(?:since|in|on|from|est\.?|established|established "
    r"in|dated|signed)\s+)?(?:the year )?\(?",
    re.I,
)


def when_near(sentence: Sentence, trigger: Symbol, *, status: Status = Status.HAPPENED, inherit: bool = True) -> When | None:
    """The date nearest the trigger in its clause, then in its sentence; else, for what happened, the month of publication."""
    start, stop = sentence.clause(trigger.start)
    dates = [
        d
        for d in sentence.of("date")
        if not _bound(sentence, d)
        and not _of_saying(sentence, d, trigger)
        and not _of_another(sentence, d, trigger)
        and not _of_what_was_said(sentence, d, trigger)
    ]
    inside = [d for d in dates if start <= d.start < stop] or dates
    if inside:
        best = min(inside, key=lambda d: (_distance(sentence, d, trigger), d.start))
        return _ahead(sentence, best) if status in _TO_COME else dated(best)
    return inherited(sentence, status=status) if inherit else None


def _ahead(sentence: Sentence, symbol: Symbol) -> When:
    """What is to come lies ahead: "will visit on Friday", "in October", told in March, is the next one, unless the text says which.

    A month gone by not long ago stays: reports are often put up after the day.
    """
    when, anchor = dated(symbol), sentence.context.anchor
    edtf = when.value.edtf
    if anchor is None or when.derivation is not Derivation.INHERITED or "/" in edtf or _WHICH.search(sentence.says(symbol)):
        return when
    if len(edtf) == _DAY and not any(c.isdigit() for c in sentence.says(symbol)):
        day = datetime.date.fromisoformat(edtf)
        return replace(when, value=PartialDate((day + datetime.timedelta(7)).isoformat())) if day < anchor else when
    behind = (anchor.year - int(edtf[:4])) * 12 + anchor.month - int(edtf[5:7] or anchor.month)
    return replace(when, value=PartialDate(f"{int(edtf[:4]) + 1:04d}{edtf[4:]}")) if behind > _LATE_MONTHS else when


def since_in(sentence: Sentence, trigger: Symbol) -> When | None:
    """The date that a standing tie counts from: "since 1994", "established in 1994"."""
    dates = [d for d in sentence.of("date") if "/" not in d.more.edtf]
    if not dates:
        return None
    marked = [
        d
        for d in dates
        if re.search(
            r"\b(?:since|from|back to|in|on|of|\(|,|as of|dates?)\s*(?:the year )?\(?$",
            sentence.gap(max(sentence.start, d.start - 20), d.start),
            re.I,
        )
    ]
    best = min(marked or dates, key=lambda d: (_distance(sentence, d, trigger), d.start))
    return dated(best)


def dated(symbol: Symbol) -> When:
    """A date symbol as a finding's date."""
    return When(symbol.more, symbol.start, symbol.end, Derivation(symbol.value))


def inherited(sentence: Sentence, *, status: Status = Status.HAPPENED) -> When | None:
    """The month of publication, for what a report tells as news."""
    context = sentence.context
    month = context.month()
    if status is not Status.HAPPENED or month is None or context.published is None:
        return None
    return When(PartialDate(month.edtf), context.published.start, context.published.end, Derivation.INHERITED)


def _bound(sentence: Sentence, date: Symbol) -> bool:
    """Whether the date only bounds something else ("since 2012", "by 2030")."""
    bound = _SINCE.search(sentence.gap(max(sentence.start, date.start - 30), date.start))
    begun = bound is not None and bound.group().startswith("until") and re.search(r"\bnot\b", sentence.gap(sentence.start, date.start))
    return "/" not in date.more.edtf and bound is not None and not begun


def beside(sentence: Sentence, party: Symbol) -> When | None:
    """The date that stands right behind a party: "Sapporo (1980)", "with Haiphong in April 2014"."""
    for date in sentence.of("date"):
        if 0 <= date.start - party.end < 40 and _BEHIND.fullmatch(
            sentence.gap(max(party.reach, party.end) if party.reach <= date.start else party.end, date.start)
        ):
            return dated(date)
    return None


def _of_saying(sentence: Sentence, date: Symbol, trigger: Symbol) -> bool:
    """ "said here on Tuesday" dates the saying."""
    said = sentence.before(date.start, sort="attribution", within=26)
    return said is not None and not (said.end <= trigger.start < date.start) and not re.search(r"[,;]", sentence.gap(said.end, date.start))


def _of_another(sentence: Sentence, date: Symbol, trigger: Symbol) -> bool:
    """A date inside "since the two cities signed a letter in August 2018" is the signing's, not the visit's before it."""
    if date.start < trigger.end:
        return False
    between = (v.start for sort in _EVENTS for v in sentence.within(trigger.end, date.start, sort=sort) if v.value in ("past", "present"))
    last = max(between, default=trigger.end)
    return last > trigger.end and _SUBORDINATE.search(sentence.gap(trigger.end, last)) is not None


def _of_what_was_said(sentence: Sentence, date: Symbol, trigger: Symbol) -> bool:
    """ "Brooks, who is visiting Lagos, said that Atlanta would host it in October": not the visit."""
    said = sentence.after(trigger.end, sort="attribution", within=120)
    return said is not None and said.end <= date.start and _THAT.match(sentence.gap(said.end, date.start)) is not None


def _distance(sentence: Sentence, date: Symbol, trigger: Symbol) -> int:
    """Nearer is better; a date behind the trigger is nearer than one before it; a finer date wins a tie."""
    gap = date.start - trigger.end if date.start >= trigger.end else int(1.3 * (trigger.start - date.end)) + 5
    if "," in sentence.gap(min(date.end, trigger.end), max(date.start, trigger.start)):
        gap += 15
    return gap - 4 * (len(date.more.edtf) == 10)
