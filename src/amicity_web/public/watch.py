"""What is worth a look today: reports that differ, promises overdue, anniversaries near."""

from datetime import date

from amicity.terms.place import Place
from amicity.terms.promise_entry import PromiseState
from amicity.terms.register import Register
from amicity_web.public.addresses import item_url, tie_url
from amicity_web.public.cards import promise_line
from amicity_web.public.page import Page

AT_MOST = 7


def watch(place: Place, register: Register, *, day: date) -> list[Page]:
    """At most seven things, the most pressing first."""
    lapsed = [p for p in register.promises if p.state_on(day) is PromiseState.LAPSED]
    overdue = [_item("overdue", "bad", item_url(p, register), promise_line(p)) for p in lapsed]
    differ = [
        _item("reports differ", "warn", f"{tie_url(tie.id)}#notes", f"{tie.label}: {note.says}")
        for tie in register.ties_of(place.key)
        for note in tie.notes
    ]
    return [*differ, *overdue][:AT_MOST]


def _item(what: str, tone: str, url: str, says: str) -> Page:
    return {"what": what, "tone": tone, "url": url, "says": says}
