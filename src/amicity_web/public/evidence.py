"""Evidence as a page shows it: the exact passage, where it stands, and who judged it."""

from collections.abc import Iterable

from amicity.terms.finding import FindingId
from amicity.terms.imprint import Imprint
from amicity.terms.register import Register
from amicity.terms.ruling import Fate, Ruling
from amicity_web.public.addresses import passage_url
from amicity_web.public.page import Page
from amicity_web.wording.dates import in_words, spelled


def evidence(register: Register, findings: Iterable[FindingId]) -> list[Page]:
    """The passages of these findings, best-graded source as the register orders them; unknown ids are passed over."""
    return [_piece(register, id_) for id_ in findings if id_ in register.findings]


def report_name(imprint: Imprint | None, digest: str) -> str:
    """What a report is called: its title, else its file's name, else the beginning of its digest."""
    if imprint is None:
        return f"report {digest[:12]}"
    return imprint.title or imprint.source.rpartition("/")[2] or f"report {digest[:12]}"


def judged(ruling: Ruling | None) -> str:
    """Who decided, in a sentence."""
    if ruling is None or not ruling.by:
        return ""
    day = f" on {spelled(ruling.at[:10])}" if ruling.at else ""
    if ruling.policy:
        return f"Accepted under the policy of {ruling.by}{day}."
    verb = {Fate.ACCEPTED: "Accepted", Fate.CORRECTED: "Corrected", Fate.REJECTED: "Rejected"}.get(ruling.fate, "Judged")
    return f"{verb} by {ruling.by}{day}."


def _piece(register: Register, id_: FindingId) -> Page:
    finding = register.findings[id_]
    imprint = register.imprints.get(finding.report)
    return {
        "finding": id_,
        "quote": finding.quote.text,
        "according": finding.attribution,
        "one_way": "one_way" in finding.flags,
        "url": passage_url(finding.report, id_),
        "report": report_name(imprint, finding.report),
        "published": in_words(imprint.published) if imprint else "",
        "status": finding.status.value,
        "confidence": finding.confidence.value,
        "judged": judged(register.rulings.get(id_)),
    }
