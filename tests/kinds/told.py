"""What the reader makes of a few sentences, in a form that tests can say plainly."""

from typing import NamedTuple

from amicity.reading import read
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.report import Report


class Told(NamedTuple):
    """One finding: its status, its roles with places by name and other values as they are, and its date as EDTF."""

    status: str
    roles: dict[str, list[object]]
    when: str | None


CLOSING = "Thanks to the readers of our sister city page who wrote to us this week."


def small_report(text: str, *, closing: str = CLOSING) -> Report:
    """The text as the body of a report that closes with a word on sister cities, unless told otherwise."""
    return Report(source="small.txt", text=f"From our towns\n\n{text}\n\n{closing}")


def told(kind: str, text: str, *, closing: str = CLOSING) -> list[Told]:
    """The findings of a kind in a text that closes with a word on sister cities, unless told otherwise."""
    return [plain(finding) for finding in read(small_report(text, closing=closing)) if finding.kind == kind]


def only(kind: str, text: str) -> Told:
    """The one finding of a kind in a text. Fails where there are none or several."""
    found = told(kind, text)
    assert len(found) == 1, found
    return found[0]


def plain(finding: Finding) -> Told:
    """The finding in plain values."""
    roles = {role: [_value(mention) for mention in mentions] for role, mentions in finding.roles.items()}
    return Told(finding.status.value, roles, finding.when.value.edtf if finding.when else None)


def _value(mention: Mention) -> object:
    return mention.place.name if mention.place is not None else mention.value
