"""What is worth a look today: figures that nothing explains, reports that differ, promises overdue, anniversaries near."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from amicity.register.birthdays import birthdays
from amicity.register.moves import accounts
from amicity.register.published import sets_about
from amicity.register.wording import told
from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseState
from amicity.terms.register import Register
from amicity_web.public.addresses import item_url, tie_url
from amicity_web.public.cards import named
from amicity_web.public.page import Page
from amicity_web.wording.claims import words
from amicity_web.wording.dates import when_in_words
from amicity_web.wording.forms import form_name
from amicity_web.wording.sentences import plainly

SOON = 90
"""How far ahead an anniversary is near, in days."""
A_MONTH = timedelta(days=31)
"""How long an anniversary may be: of a tie whose date is told as a year alone, nobody can say when it is."""
AT_MOST = 3
"""Of each sort."""


def watch(place: Place, register: Register, *, day: date) -> list[Page]:
    """At most three things of each sort, the most pressing first."""
    sorts = (_figures(place, register, day), _differing(place, register), _overdue(register, day), _anniversaries(place, register, day))
    return [item for sort in sorts for item, _ in zip(sort, range(AT_MOST), strict=False)]


def _figures(place: Place, register: Register, day: date) -> Iterator[Page]:
    for change in accounts(register, place.key, sets_about(register, place.key, day), day=day):
        for measure, published in change.changes.items():
            if published != change.effects[measure]:
                before, after = change.before.exact(measure), change.after.exact(measure)
                went = f"went from {before} to {after}" if published else f"stayed at {after}"
                says = f"{words(measure).capitalize()}: the published number {went}, which the register cannot wholly explain"
                yield _item("figures", "warn", reverse("public:figures"), says)


def _differing(place: Place, register: Register) -> Iterator[Page]:
    for tie in register.ties_of(place.key):
        for note in tie.notes:
            yield _item("reports differ", "warn", f"{tie_url(tie.id)}#notes", f"{tie.label}: {plainly(note.says)}")


def _overdue(register: Register, day: date) -> Iterator[Page]:
    for promise in register.promises:
        if promise.state_on(day) is PromiseState.LAPSED:
            yield _item("overdue", "bad", item_url(promise, register), plainly(told(promise)))


def _anniversaries(place: Place, register: Register, day: date) -> Iterator[Page]:
    for each in birthdays(register.ties_of(place.key), day=day, within=SOON):
        if each.form is not each.tie.form or each.on.earliest < day or each.on.latest - each.on.earliest > A_MONTH:
            continue
        partners = ", ".join(named(partner) for partner in each.tie.partners(place.key))
        says = f"{partners}: {form_name(each.form)}, {each.years} year{'' if each.years == 1 else 's'} {when_in_words(each.on)}"
        yield _item("anniversary", "good", tie_url(each.tie.id), says)


def _item(what: str, tone: str, url: str, says: str) -> Page:
    return {"what": what, "tone": tone, "url": url, "says": says}
