"""What few steps in a tie's life say of themselves: how it ended, what was done to the paper, how long it binds."""

import re

from amicity.terms.finding import Finding
from amicity.terms.partial_date import PartialDate
from amicity.terms.relation import NOTHING_PARTICULAR, Ending, Particulars

ENDINGS: tuple[tuple[Ending, re.Pattern[str]], ...] = (
    (Ending.PROHIBITED, re.compile(r"\b(?:prohibit|bann?ed|banning|outlaw|forb[ia]d|unlawful|illegal)", re.I)),
    (Ending.SUPERSEDED, re.compile(r"\b(?:supersed|replaced by|merged into|absorbed)", re.I)),
    (
        Ending.TERMINATED,
        re.compile(r"\b(?:terminat|cancel|revok|withdr|annul|rescind|broke|cut |sever|end(?:s|ed|ing)? (?:its|the|their))", re.I),
    ),
    (Ending.EXPIRED, re.compile(r"\b(?:expir|laps|r[au]ns? out|not (?:be )?(?:renew|extend|prolong))", re.I)),
)
"""How an end is told apart, in order: the first whose words stand in the reason or the passage; a plain end is a termination."""

_TERMS = {ending.value: ending for ending in Ending}


def has_particulars(finding: Finding) -> bool:
    """Whether a paper or a claim that a tie stands says anything of itself; most do not."""
    roles = finding.roles
    return "term" in roles or "decided" in roles or ("act" in roles and roles["act"][0].value != "signed")


def particulars_of(finding: Finding) -> Particulars:
    """What a finding of a tie says beside its date, form and sides."""
    act = finding.first("act")
    said = Particulars(
        act=str(act) if act not in (None, "signed") else None,
        ending=_ending(finding) if finding.kind == "termination" else None,
        decided=_decided(finding),
        term=_text(finding, "term"),
    )
    return said if said != NOTHING_PARTICULAR else NOTHING_PARTICULAR


def _ending(finding: Finding) -> Ending:
    reason = str(finding.first("reason") or "")
    if reason in _TERMS:
        return _TERMS[reason]
    said = f"{reason} {finding.quote.text}"
    return next((ending for ending, words in ENDINGS if words.search(said)), Ending.TERMINATED)


def _decided(finding: Finding) -> PartialDate | None:
    said = _text(finding, "decided")
    try:
        return PartialDate(said) if said else None
    except ValueError:
        return None


def _text(finding: Finding, role: str) -> str | None:
    mention = next(iter(finding.roles.get(role, ())), None)
    return None if mention is None else str(mention.span.text if mention.value is None else mention.value)
