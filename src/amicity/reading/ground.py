"""Drafts to findings: every value tied to the exact passage of the source, or not said at all."""

from amicity.grammar.draft import Draft, Slot
from amicity.reading.clean import Canonical
from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.place import Place
from amicity.terms.report import Report
from amicity.terms.span import Span

_RIVAL = 0.05
_TIES = frozenset({"agreement", "relation", "renewal", "suspension", "termination"})


def grounded(draft: Draft, *, report: Report, digest: str, cut: "Cutter", reader: str) -> Finding:
    """The finding that the draft makes in the report's own text."""
    repaired = cut.mended(*draft.quote)
    roles = {role: tuple(cut.mention(slot) for slot in _once(slots)) for role, slots in draft.roles.items()}
    when = Dated(draft.when.value, cut.span(draft.when.start, draft.when.end), draft.when.derivation) if draft.when else None
    return Finding(
        source=report.source,
        report=digest,
        kind=draft.kind,
        status=draft.status,
        roles=roles,
        quote=cut.span(*draft.quote),
        when=when,
        also=tuple(cut.span(*bounds) for bounds in draft.also),
        attribution=draft.attribution,
        confidence=_confidence(draft),
        rule=draft.rule,
        reader=reader,
        domestic=_domestic(draft),
        flags=(*draft.flags, *(("repaired",) if repaired else ())),
    )


class Cutter:
    """Cuts spans of a report by canonical offsets, each once."""

    def __init__(self, source: str, canonical: Canonical) -> None:
        """``canonical`` is made from ``source``."""
        self._source, self._canonical = source, canonical
        self._cut: dict[tuple[int, int], Span] = {}
        self.mended = canonical.mended

    def span(self, start: int, end: int) -> Span:
        """The passage of the source that the canonical stretch was made from."""
        span = self._cut.get((start, end))
        if span is None:
            span = self._cut[start, end] = Span.of(self._source, *self._canonical.source(start, end))
        return span

    def mention(self, slot: Slot) -> Mention:
        """A slot's value with its passage."""
        return Mention(self.span(slot.start, slot.end), slot.value, slot.place, slot.derivation, self.mended(slot.start, slot.end))


def _once(slots: list[Slot]) -> list[Slot]:
    seen: dict[str, Slot] = {}
    for slot in slots:
        seen.setdefault(slot.key, slot)
    return list(seen.values())


def _confidence(draft: Draft) -> Confidence:
    """A claim about a place that the sentence does not name, or that the gazetteer does not know or knows with a rival as likely, is no
    better than B."""
    unsure = any(
        slot.derivation is Derivation.COREF or _unsure(slot.place)
        for slots in draft.roles.values()
        for slot in slots
        if slot.place is not None
    )
    return Confidence.B if unsure and draft.confidence is Confidence.A else draft.confidence


def _unsure(place: Place) -> bool:
    return place.id is None or (len(place.candidates) > 1 and place.candidates[0].score - place.candidates[1].score < _RIVAL)


def _domestic(draft: Draft) -> bool:
    """Whether all parties of a tie are of one country."""
    if draft.kind not in _TIES:
        return False
    countries = {slot.place.country for slot in draft.roles.get("party", []) if slot.place is not None}
    return len(countries) == 1 and None not in countries and len(draft.roles.get("party", [])) > 1
