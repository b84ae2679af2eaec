"""Published counts of ties as bars: each published set on one line, the register's own count below."""

from collections.abc import Iterable
from datetime import date

from amicity.register import tie_on
from amicity.terms.figure_claim import FigureClaim
from amicity.terms.form import Form
from amicity.terms.register import Register
from amicity.terms.relation import TieStatus
from amicity_web.public.page import Page
from amicity_web.wording.dates import in_words

TONES = {"sister_cities": ("sister", "sister cities"), "cooperative_cities": ("cooperation", "cooperative cities")}


def bars(register: Register, place: str, *, day: date) -> Page | None:
    """Lines for a chart with their longest total as ``scale``; None where nothing was published."""
    published = [claim for claim in register.figures if place in {p.key for p in claim.about} and claim.measure in TONES]
    sets = {report: [claim for claim in published if report in claim.reports] for report in {r for c in published for r in c.reports}}
    lines = sorted({line["key"]: line for line in map(_line, sets.values()) if line["shares"]}.values(), key=lambda line: str(line["on"]))
    if not lines:
        return None
    own = _own(register, place, day=day)
    scale = max(line["total"] for line in (*lines, own))
    return {"scale": scale or 1, "lines": [*lines, own]}


def _line(claims: Iterable[FigureClaim]) -> Page:
    counted = {claim.measure: claim for claim in claims if isinstance(claim.value, int)}
    shares = [(*TONES[measure], int(counted[measure].value)) for measure in TONES if measure in counted]
    when = next((claim.when for claim in counted.values() if claim.when), None)
    return _shared(f"Published, {in_words(when) or 'no date told'}", shares, on=when.latest if when else date.min)


def _own(register: Register, place: str, *, day: date) -> Page:
    stand = [tie for old in register.ties_of(place) if (tie := tie_on(old, day)) and tie.status is TieStatus.STANDING and not tie.domestic]
    sister = sum(tie.form is Form.SISTER for tie in stand)
    return _shared(
        "Named in this register", [("sister", "sister cities", sister), ("cooperation", "other ties", len(stand) - sister)], on=day
    )


def _shared(label: str, shares: list[tuple[str, str, int]], *, on: date) -> Page:
    at, drawn = 0, []
    for tone, name, value in shares:
        drawn.append({"tone": tone, "name": name, "value": value, "x": at})
        at += value
    words = " + ".join(f"{share['value']} {share['name']}" for share in drawn)
    return {
        "label": label,
        "on": on.isoformat(),
        "shares": drawn,
        "total": at,
        "words": f"{words} = {at}" if len(drawn) > 1 else words,
        "key": f"{label}{words}",
    }
