"""From what a person filled in to a finding: a correction of one that was read, or a fact entered by hand."""

from dataclasses import replace

from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.span import Span
from amicity.terms.status import Status
from amicity_web.desk.claim_form import line_of
from amicity_web.store.entered import Value, domestic, entered, mention

__all__ = ["corrected", "entered"]


def corrected(finding: Finding, *, status: Status, when: PartialDate | None, values: dict[str, list[Value]]) -> Finding:
    """The finding as it should read. Its passage stays; what was not changed keeps where it was read."""
    roles = {role: tuple(_kept(finding, role, value) for value in held) for role, held in values.items()}
    dated = finding.when if finding.when and when == finding.when.value else (Dated(when, None, Derivation.ENTERED) if when else None)
    return replace(finding, status=status, when=dated, roles=roles, domestic=domestic(roles))


def _kept(finding: Finding, role: str, value: Value) -> Mention:
    for held in finding.roles.get(role, ()):
        same = held.place is not None and held.place.key == value.key if isinstance(value, Place) else line_of(held) == str(value)
        if same:
            return held
    named = (value.name or "") if isinstance(value, Place) else str(value)
    start = finding.quote.text.find(named) if named else -1
    span = Span(finding.quote.start + start, finding.quote.start + start + len(named), named) if start >= 0 else finding.quote
    return mention(span, value)
