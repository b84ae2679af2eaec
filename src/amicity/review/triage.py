"""Triage: an ordered table of small deciders, each with one thing to say to the reviewer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from amicity.kinds import kinds
from amicity.review.identity import TIE_EFFECTS, tie_keys
from amicity.review.known import Known
from amicity.review.matching import Claim, bucket, day_of, form_of, may_be_one
from amicity.review.sums import checks
from amicity.review.witness import WEIGHTS, best, grade_of, witnesses
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding, FindingId
from amicity.terms.judgement import Verdict
from amicity.terms.kind import Effect
from amicity.terms.ladder import height
from amicity.terms.report import Grade
from amicity.terms.ruling import Fate
from amicity.terms.status import Status
from amicity.terms.triage import Reason, Triage

DAYS_APART = 366
"""Two dates of one paper nearer than this contradict each other; farther apart they tell of two papers."""


@dataclass(frozen=True, slots=True)
class Decider:
    """One question put to a finding. ``says`` is its public explanation; ``look``: a yes is a reason to look before accepting."""

    name: str
    says: str
    ask: Callable[[Finding, Known], Iterable[tuple[str, tuple[FindingId, ...]]]]
    look: bool = False


_AT_ODDS = ("contradiction", "inflated", "against_paper", "after_the_end")
Said = Iterator[tuple[str, tuple[FindingId, ...]]]


def triage(finding: Finding, known: Known) -> Triage:
    """Everything that the deciders say of a finding beside what is known, and what they propose. Pure; ``known`` may hold the finding."""
    reasons = tuple(
        Reason(decider.name, sentence, ids, decider.look) for decider in DECIDERS for sentence, ids in decider.ask(finding, known)
    )
    duplicates = _ids(reasons, "duplicate")
    contradictions = tuple(dict.fromkeys(id_ for name in _AT_ODDS for id_ in _ids(reasons, name)))
    proposed = None if any(reason.look for reason in reasons) else Verdict.ACCEPT
    return Triage(finding.id, reasons, duplicates, contradictions, proposed)


def _ids(reasons: Iterable[Reason], name: str) -> tuple[FindingId, ...]:
    return tuple(dict.fromkeys(id_ for reason in reasons if reason.name == name for id_ in reason.findings))


def _weak(finding: Finding, known: Known) -> Said:
    if finding.confidence is Confidence.C:
        yield "The reader is not sure of this: compare it with the passage.", ()


def _repaired(finding: Finding, known: Known) -> Said:
    if "repaired" in finding.flags or any(m.repaired for mentions in finding.roles.values() for m in mentions):
        yield "The text is noisy here, and the reader mended a word.", ()


def _unresolved(finding: Finding, known: Known) -> Said:
    lost = [p.name for p in finding.places() if p.id is None and p.name and p.key not in known.known_as]
    if lost:
        yield f"The gazetteer does not know {' or '.join(lost)}: say which place is meant.", ()


def _contradiction(finding: Finding, known: Known) -> Said:
    for other in known.beside(finding):
        if why := _at_odds(finding, other.finding):
            yield f"Contradicts a claim of {other.finding.source}: {why}.", (other.id,)


def _at_odds(finding: Finding, other: Finding) -> str | None:
    if finding.kind != other.kind:
        return None
    if Status.DENIED in (finding.status, other.status) and finding.status is not other.status:
        return "one denies what the other tells"
    mine, theirs = day_of(finding), day_of(other)
    if finding.kind == "figure":
        differ = finding.values("value") != other.values("value") and finding.values("scope") == other.values("scope")
        return "another number as of the same time" if differ and mine and theirs and mine.compatible(theirs) else None
    near = mine and theirs and not mine.compatible(theirs) and abs((mine.earliest - theirs.earliest).days) <= DAYS_APART
    if near and finding.kind in ("agreement", "relation") and bucket(finding) == bucket(other):
        return f"{mine} here, {theirs} there"
    return None


def _inflated(finding: Finding, known: Known) -> Said:
    if finding.kind != "relation" or finding.status is not Status.HAPPENED:
        return
    for other in known.beside(finding):
        paper = other.finding
        if paper.kind == "agreement" and paper.report == finding.report and paper.status is Status.HAPPENED and _lower(paper, finding):
            yield (
                f"The same report tells of a mere {str(paper.first('form')).replace('_', ' ')} being signed: the press may inflate.",
                (other.id,),
            )


def _lower(paper: Finding, claim: Finding) -> bool:
    return height(form_of(paper)) < height(form_of(claim))


def _arithmetic(finding: Finding, known: Known) -> Said:
    if finding.kind != "figure":
        return
    measure = finding.first("measure")
    numbers, ids = _set_of(finding, known)
    for check in checks(numbers):
        if not check.holds and measure in (check.rule.whole, *check.rule.parts):
            added = " + ".join(map(str, check.parts))
            yield f"The report's figures do not add up: {added} = {check.added}, but the total says {check.total}.", ids


def _set_of(finding: Finding, known: Known) -> tuple[dict[str, int], tuple[FindingId, ...]]:
    """The exact figures of the finding's report about the same places as of the same time."""
    about, when = {p.key for p in finding.places("about")}, day_of(finding)
    claims = [Claim(finding.id, finding), *known.reports.get(finding.report, ())]
    numbers: dict[str, int] = {}
    ids: list[FindingId] = []
    for id_, other in claims:
        value = other.first("value")
        same = other.kind == "figure" and {p.key for p in other.places("about")} == about and day_of(other) == when
        if same and isinstance(value, int) and other.first("comparator") in (None, "exact"):
            numbers.setdefault(str(other.first("measure")), value)
            ids += [id_] if id_ != finding.id else []
    return numbers, tuple(dict.fromkeys(ids))


def _duplicate(finding: Finding, known: Known) -> Said:
    for other in known.beside(finding):
        if may_be_one(finding, other.finding, known.known_as):
            yield f"{other.finding.source} tells the same.", (other.id,)


def _fulfils(finding: Finding, known: Known) -> Said:
    acts = {Effect.CONTACT, Effect.PAPER}
    if finding.status is not Status.HAPPENED or finding.kind not in kinds() or kinds()[finding.kind].effect not in acts:
        return
    when = day_of(finding)
    for other in known.beside(finding):
        due = day_of(other.finding)
        if other.finding.kind == "promise" and (due is None or when is None or due.compatible(when)):
            yield f"May fulfil a promise: {' '.join(map(str, other.finding.values('action'))) or other.finding.quote.text}.", (other.id,)


def _new_partner(finding: Finding, known: Known) -> Said:
    if _is_tie(finding) and tie_keys(finding, known.known_as) and not any(_accepted_tie(other, known) for other in known.beside(finding)):
        yield "The register knows no tie between these places yet.", ()


def _is_tie(finding: Finding) -> bool:
    return finding.kind in kinds() and kinds()[finding.kind].effect in TIE_EFFECTS


def _accepted_tie(claim: Claim, known: Known) -> bool:
    return _is_tie(claim.finding) and known.rulings[claim.id].fate in (Fate.ACCEPTED, Fate.CORRECTED)


def _new_country(finding: Finding, known: Known) -> Said:
    if known.partners is None or not _is_tie(finding) or len(tie_keys(finding, known.known_as)) < 2:
        return
    places = [place for place in finding.places("party") if place.name and place.country]
    for place in places:
        theirs = known.partners.get(known.known_as.get(place.key, place.key))
        fresh = sorted({str(other.country) for other in places if other.country != place.country} - (theirs or frozenset()))
        if theirs and fresh:
            yield f"A new partner country for {place.name}: {' and '.join(fresh)}.", ()


def _alike(finding: Finding, known: Known) -> list[Claim]:
    """The claim with the others that tell of the same thing."""
    return [
        Claim(finding.id, finding),
        *(other for other in known.beside(finding) if may_be_one(finding, other.finding, known.known_as)),
    ]


def _alone(finding: Finding, known: Known) -> Said:
    if len({claim.finding.report for claim in _alike(finding, known)}) == 1:
        yield "Only this report says so.", ()


def _copied(finding: Finding, known: Known) -> Said:
    alike = _alike(finding, known)
    reports = {claim.finding.report for claim in alike}
    if len(reports) > 1 and len(witnesses(alike)) == 1:
        ids = tuple(claim.id for claim in alike if claim.id != finding.id)
        yield f"{len(reports)} reports tell this in one and the same words: they are one witness.", ids


def _poor(finding: Finding, known: Known) -> Said:
    alike = _alike(finding, known)
    graded = best(alike, known.imprints)
    if graded in _POOR:
        only = "One report only" if len({claim.finding.report for claim in alike}) == 1 else "No better source"
        yield f"{only}, and {_POOR[graded]}.", ()


_POOR = {Grade.MIRROR: "a mirror of another's page", Grade.MACHINE: "written by a machine"}


def _outranked(finding: Finding, known: Known) -> Said:
    own = grade_of(finding.report, known.imprints)
    for other in known.beside(finding):
        theirs = grade_of(other.finding.report, known.imprints)
        if WEIGHTS[theirs] > WEIGHTS[own] and _at_odds(finding, other.finding):
            yield f"A better source says otherwise: {other.finding.source} ({theirs.value}), this is {own.value}.", (other.id,)


def _against_paper(finding: Finding, known: Known) -> Said:
    when = day_of(finding)
    if finding.kind != "relation" or finding.status is not Status.HAPPENED or when is None or when.interval:
        return
    for other in known.beside(finding):
        paper, signed = other.finding, day_of(other.finding)
        same = paper.kind == "agreement" and paper.status is Status.HAPPENED and form_of(paper) is form_of(finding)
        if same and signed and _accepted_tie(other, known) and not signed.compatible(when):
            yield f"Contradicts the agreement of {signed}: here the tie stands since {when}.", (other.id,)


def _after_the_end(finding: Finding, known: Known) -> Said:
    when = day_of(finding)
    if finding.kind != "relation" or finding.status is not Status.HAPPENED or when is None:
        return
    for other in known.beside(finding):
        ended = day_of(other.finding)
        if other.finding.kind == "termination" and ended and _accepted_tie(other, known) and when.surely_after(ended):
            yield f"Says that the tie stands, but it ended on {ended}: was it signed anew?", (other.id,)


def _ahead(finding: Finding, known: Known) -> Said:
    imprint = known.imprints.get(finding.report)
    when, out = day_of(finding), imprint.published if imprint else None
    if finding.status is Status.HAPPENED and when and out and when.surely_after(out):
        yield f"Tells as done, on {when}, what lies after the report's own day ({out}).", ()


def _reread(finding: Finding, known: Known) -> Said:
    for other in known.reports.get(finding.report, ()):
        newer = other.id != finding.id and other.finding.reader != finding.reader and other.finding.kind == finding.kind
        judged = known.rulings[other.id]
        if newer and judged.judgement and not judged.policy and other.finding.quote == finding.quote:
            yield f"Another reading of this passage was {judged.fate.value} by {judged.by}: this one reads it otherwise.", (other.id,)


DECIDERS = (
    Decider("weak", "the reader's own doubt", _weak, look=True),
    Decider("repaired", "a word mended in noisy text", _repaired, look=True),
    Decider("unresolved", "a place that the gazetteer does not know", _unresolved, look=True),
    Decider("contradiction", "another claim that cannot be true beside this", _contradiction, look=True),
    Decider("inflated", "a standing tie claimed beside a lesser paper", _inflated, look=True),
    Decider("arithmetic", "figures of one report that do not add up", _arithmetic, look=True),
    Decider("outranked", "a better source that says otherwise", _outranked, look=True),
    Decider("against_paper", "a date that the signed paper does not bear out", _against_paper, look=True),
    Decider("after_the_end", "a standing tie claimed after its end", _after_the_end, look=True),
    Decider("ahead", "something told as done that lies after the report", _ahead, look=True),
    Decider("poor", "a source that is a mirror or a machine, and none better", _poor, look=True),
    Decider("reread", "a passage that was judged in another reading", _reread, look=True),
    Decider("duplicate", "another finding of the same thing", _duplicate),
    Decider("fulfils", "a promise that this may keep", _fulfils),
    Decider("new_partner", "a first tie between two places", _new_partner),
    Decider("new_country", "a first tie with a country", _new_country),
    Decider("copied", "reports that copy each other", _copied),
    Decider("alone", "a claim of one report only", _alone),
)
"""In the order in which a reviewer reads them: first what calls for a look, then what is good to know."""
