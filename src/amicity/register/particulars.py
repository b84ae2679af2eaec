"""What few steps in a tie's life say of themselves: how it ended, what was done to the paper, how long it binds."""

import re
from functools import cache

from amicity.languages import languages
from amicity.terms.finding import Finding
from amicity.terms.partial_date import PartialDate
from amicity.terms.relation import NOTHING_PARTICULAR, Ending, Particulars

ENDINGS = (Ending.PROHIBITED, Ending.SUPERSEDED, Ending.TERMINATED, Ending.EXPIRED)
"""How an end is told apart, in order: the first of which a language has words in the reason or the passage; else it is a termination."""

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
    told = (ending for ending in ENDINGS for words in _words(ending) if words.search(said))
    return next(told, Ending.TERMINATED)


@cache
def _words(ending: Ending) -> tuple[re.Pattern[str], ...]:
    return tuple(language.endings[ending] for language in languages().values() if ending in language.endings)


def _decided(finding: Finding) -> PartialDate | None:
    said = _text(finding, "decided")
    try:
        return PartialDate(said) if said else None
    except ValueError:
        return None


def _text(finding: Finding, role: str) -> str | None:
    mention = next(iter(finding.roles.get(role, ())), None)
    return None if mention is None else str(mention.span.text if mention.value is None else mention.value)
