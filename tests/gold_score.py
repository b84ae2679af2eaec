"""How well the reader reads the gold reports, kind by kind (gold/README.md says how they are annotated).

A finding is paired, one to one, with the gold finding of its kind with which it shares most values, if it shares what tells one such
finding from another. Counted are findings, then the values in their roles, then, over the pairs, status and date.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amicity.kinds import kinds
from amicity.reading import read
from amicity.sources import load
from amicity.terms.finding import Finding
from amicity.terms.kind import Holds
from amicity.terms.mention import Mention

MEASURES = ("findings", "values", "status", "date")
_TIED = frozenset({"agreement", "relation"})
_MOST = 0.8
"""Names and titles agree where this much of the longer one's words stand in both."""


@dataclass(slots=True)
class Tally:
    """What was found and missed of one kind; ``status`` and ``date`` count the pairs that agree in them, of ``found`` and ``dated``."""

    found: int = 0
    missed: int = 0
    spurious: int = 0
    values: Counter[str] = field(default_factory=Counter)
    status: int = 0
    date: int = 0
    dated: int = 0

    def __iadd__(self, other: "Tally") -> "Tally":
        for name in ("found", "missed", "spurious", "values", "status", "date", "dated"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    def rates(self) -> dict[str, tuple[float, ...]]:
        """Precision, recall and F1 of findings and of values; the share of pairs that agree in status and date. Only what was counted."""
        v = self.values
        counted = {
            "findings": _rates(self.found, self.spurious, self.missed),
            "values": _rates(v["found"], v["spurious"], v["missed"]),
            "status": (self.status / self.found,) if self.found else (),
            "date": (self.date / self.dated,) if self.dated else (),
        }
        return {name: rate for name, rate in counted.items() if rate}

    def counted(self) -> dict[str, int]:
        """Of how many each rate tells."""
        values = self.values["found"] + self.values["missed"]
        return {"findings": self.found + self.missed, "values": values, "status": self.found, "date": self.dated}


@dataclass(frozen=True, slots=True)
class Claim:
    """A gold finding: for each role its values, each a set of accepted spellings; ``when`` None is not scored."""

    kind: str
    status: str
    when: frozenset[str] | None
    roles: Mapping[str, tuple[frozenset[str], ...]]
    optional: bool


def score(folder: Path) -> dict[str, Tally]:
    """The tally of each kind over the gold reports of a folder."""
    tallies: dict[str, Tally] = {}
    for file in sorted(folder.glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        _count(tallies, [_claim(each) for each in told["findings"]], read(load(file.with_suffix(".txt"))), unlisted=told["open_kinds"])
    return tallies


def _count(tallies: dict[str, Tally], gold: list[Claim], findings: Iterable[Finding], *, unlisted: list[str]) -> None:
    left = dict(enumerate(findings))
    missed = dict(enumerate(gold))
    offers = [
        (_closeness(claim, finding), -g, -f) for g, claim in missed.items() for f, finding in left.items() if claim.kind == finding.kind
    ]
    for closeness, g, f in sorted(offers, reverse=True):
        if closeness and -g in missed and -f in left:
            claim, finding = missed.pop(-g), left.pop(-f)
            if not claim.optional:
                _add_pair(tallies.setdefault(claim.kind, Tally()), claim, finding)
    for claim in missed.values():
        if not claim.optional:
            tally = tallies.setdefault(claim.kind, Tally())
            tally.missed += 1
            tally.values["missed"] += sum(map(len, claim.roles.values()))
    for finding in left.values():
        if finding.kind not in unlisted:
            tally = tallies.setdefault(finding.kind, Tally())
            tally.spurious += 1
            tally.values["spurious"] += sum(map(len, finding.roles.values()))


def _add_pair(tally: Tally, claim: Claim, finding: Finding) -> None:
    tally.found += 1
    tally.status += claim.status == finding.status
    if claim.when is not None:
        tally.dated += 1
        tally.date += _dates_agree(claim, finding)
    for role, met in _shared(claim, finding).items():
        wanted, offered = len(claim.roles[role]), len(finding.roles.get(role, ()))
        tally.values += Counter(found=met, missed=wanted - met, spurious=offered - met)


def _closeness(claim: Claim, finding: Finding) -> int:
    """How much a finding agrees with the gold; 0 where it tells of something else."""
    shared = _shared(claim, finding)
    same = sum(shared.get(role, 0) for role in kinds()[claim.kind].identity)
    needed = min(2, len(claim.roles.get("party", ()))) if claim.kind in _TIED else 1
    if same < max(1, needed) or (claim.kind == "figure" and not shared.get("measure")):
        return 0
    return 10 * same + 2 * sum(shared.values()) + _dates_agree(claim, finding) + (claim.status == finding.status)


def _shared(claim: Claim, finding: Finding) -> dict[str, int]:
    """For each role that the gold gives, how many of its values the finding has, one to one."""
    shared = {}
    for role, values in claim.roles.items():
        loose = kinds()[claim.kind].role(role).holds in (Holds.NAME, Holds.TEXT)
        left = [_spellings(mention) for mention in finding.roles.get(role, ())]
        for accepted in values:
            met = next((offered for offered in left if _agree(accepted, offered, loose=loose)), None)
            if met is not None:
                left.remove(met)
        shared[role] = len(finding.roles.get(role, ())) - len(left)
    return shared


def _agree(accepted: frozenset[str], offered: frozenset[str], *, loose: bool) -> bool:
    if not accepted.isdisjoint(offered):
        return True
    return loose and any(_alike(set(one.split()), set(other.split())) for one in accepted for other in offered)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _MOST * max(len(one), len(other), 1)


def _dates_agree(claim: Claim, finding: Finding) -> bool:
    return claim.when is not None and finding.when is not None and finding.when.value.edtf in claim.when


def _claim(told: Mapping[str, Any]) -> Claim:
    roles = {role: tuple(frozenset(map(_plain, value)) for value in values) for role, values in told["roles"].items()}
    when = frozenset(told["when"]) if "when" in told else None
    return Claim(str(told["kind"]), str(told["status"]), when, roles, bool(told.get("optional")))


def _spellings(mention: Mention) -> frozenset[str]:
    """What a mention may be written as: ``Name|CC`` for a place, its value, and the words of the text."""
    said: list[object] = [mention.span.text]
    if mention.place is not None and mention.place.name:
        said.append(f"{mention.place.name}|{mention.place.country}")
    if mention.value is not None:
        said.append(int(mention.value) if isinstance(mention.value, float) and mention.value.is_integer() else mention.value)
    return frozenset(map(_plain, said))


def _plain(value: object) -> str:
    """Without case, accents, punctuation and spacing, which do not count."""
    text = unicodedata.normalize("NFKD", str(value).replace("’", "'")).casefold()
    return " ".join(re.sub(r"[^\w|./~%-]+", " ", "".join(c for c in text if not unicodedata.combining(c))).split())


def _rates(found: int, spurious: int, missed: int) -> tuple[float, ...]:
    if not found + spurious + missed:
        return ()
    precision, recall = found / max(1, found + spurious), found / max(1, found + missed)
    return precision, recall, 2 * found / (2 * found + spurious + missed)
