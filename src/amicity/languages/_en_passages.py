"""What English passages tell beside their findings: how long a paper binds, what a promise names, who came first, how a tie ended."""

import re

from amicity.terms.relation import Ending

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

NUMBERS = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)} | {
    f"{ten} {one}".strip(): 10 * tens + ones for tens, ten in enumerate(_TENS, 2) for ones, one in enumerate(("", *_ONES))
}
_NUMBER = "|".join(sorted((word.replace(" ", "[ -]") for word in NUMBERS), key=len, reverse=True))

# English reports quote a term as the partner's paper has it: 5年, bis 2020.
YEARS = re.compile(rf"\b(?P<number>\d{{1,2}}|{_NUMBER})[\s-]*(?:years?\b|年)", re.I)
UNTIL = re.compile(r"\b(?:(?:un)?til|through|to|bis|by)\s+(?:the end of\s+)?(?P<day>\d{4}(?:-\d{2}){0,2})\b", re.I)

PROMISED = {
    "visit": re.compile(r"\b(?:visit|delegation|come|send|attend|travel)", re.I),
    "meeting": re.compile(r"\b(?:meet|talk|receive|consult)", re.I),
    "agreement": re.compile(r"\b(?:sign|agree|memorandum|become|establish|sister|twin|friendship|partner)", re.I),
    "aid": re.compile(r"\b(?:donat|give|provid|suppl|aid|help|support)", re.I),
    "forum": re.compile(r"\b(?:forum|conference|exhibition|fair|expo|festival|host|organi[sz]e|hold|attend)", re.I),
    "project": re.compile(r"\b(?:project|build|open|found|establish|launch|set up)", re.I),
}

FIRST = re.compile(r"\bfirst\b[^.;]{0,160}", re.I)
LIMITED = re.compile(r"\b(?:in|from|on) (?:the |all )?(?P<where>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})")

ENDINGS = {
    Ending.PROHIBITED: re.compile(r"\b(?:prohibit|bann?ed|banning|outlaw|forb[ia]d|unlawful|illegal)", re.I),
    Ending.SUPERSEDED: re.compile(r"\b(?:supersed|replaced by|merged into|absorbed)", re.I),
    Ending.TERMINATED: re.compile(
        r"\b(?:terminat|cancel|revok|withdr|annul|rescind|broke|cut |sever|end(?:s|ed|ing)? (?:its|the|their))", re.I
    ),
    Ending.EXPIRED: re.compile(r"\b(?:expir|laps|r[au]ns? out|not (?:be )?(?:renew|extend|prolong))", re.I),
}
