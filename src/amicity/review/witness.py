"""How many witnesses there are: near-copies of one report are one, and how near a source stands to what it tells weighs."""

import re
from collections.abc import Iterable, Mapping

from amicity.review.matching import Claim
from amicity.terms.imprint import Imprint
from amicity.terms.report import Grade

NEAR = 92.0
"""How alike (0 to 100) two passages are that one report took from the other: agencies' copies differ in a name or a comma."""
LONG_ENOUGH = 40
"""Shorter passages are alike by chance: "signed an agreement" is in everybody's words."""
WEIGHTS: Mapping[Grade, int] = {
    Grade.OFFICIAL: 5,
    Grade.CITY: 4,
    Grade.AGENCY: 3,
    Grade.NEWSPAPER: 2,
    Grade.UNGRADED: 2,
    Grade.MIRROR: 1,
    Grade.MACHINE: 0,
}
"""How much a source weighs, best first; one that nobody graded counts as a newspaper."""

_NO_WORD = re.compile(r"\W+")


def plain(text: str) -> str:
    """A passage without case, signs and spaces that copies change."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def copies(one: str, other: str) -> bool:
    """Whether two passages are one, copied."""
    left, right = plain(one), plain(other)
    if left == right:
        return True
    if min(len(left), len(right)) < LONG_ENOUGH or 2 * min(len(left), len(right)) < max(len(left), len(right)):
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(left, right, score_cutoff=NEAR) > 0


def witnesses(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims by who really says so: claims of one report, and of reports that copy each other's passage, are one witness."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims):
        home = next((group for group in groups if any(_one(claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _one(left: Claim, right: Claim) -> bool:
    return left.finding.report == right.finding.report or copies(left.finding.quote.text, right.finding.quote.text)


def grade_of(report: str, imprints: Mapping[str, Imprint]) -> Grade:
    """The grade of a report (its digest)."""
    imprint = imprints.get(report)
    return imprint.grade if imprint else Grade.UNGRADED


def best(claims: Iterable[Claim], imprints: Mapping[str, Imprint]) -> Grade:
    """The grade of the best source among those of some claims."""
    return max((grade_of(claim.finding.report, imprints) for claim in claims), key=lambda grade: WEIGHTS[grade], default=Grade.UNGRADED)
