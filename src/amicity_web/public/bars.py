"""Published counts of ties as bars: each published set on one line, the register's own count below."""

from collections import Counter
from datetime import date

from amicity.register.counting import count, ties_on
from amicity.register.published import sets_about
from amicity.terms.register import Register
from amicity_web.public.page import Page
from amicity_web.wording.countries import country_name
from amicity_web.wording.dates import in_words

SHARES = {"sister_cities": ("sister", "sister cities"), "cooperative_cities": ("cooperation", "cooperative cities")}
"""The measures that together make a whole, each with its colour and its name."""

_LEAST = 2
MOST = 12
"""Of so many countries a picture tells more than the table below it."""


def bars(register: Register, place: str, *, day: date) -> Page | None:
    """Lines for a chart with their longest total as ``scale``; None where nothing was published."""
    lines = []
    for published in sets_about(register, place, day):
        counts = {measure: number for measure in SHARES if (number := published.exact(measure)) is not None}
        if counts:
            lines.append(_line(f"Published, {in_words(published.when)}", counts))
    if not lines:
        return None
    ties = ties_on(register, place, day)
    lines.append(_line("Named in this register", {measure: count(ties, place, measure).number for measure in SHARES}))
    return {"scale": max(line["total"] for line in lines) or 1, "lines": lines}


def _line(label: str, counts: dict[str, int]) -> Page:
    at, shares = 0, []
    for measure, number in counts.items():
        tone, name = SHARES[measure]
        shares.append({"tone": tone, "name": name, "value": number, "x": at})
        at += number
    said = " + ".join(f"{share['value']} {share['name']}" for share in shares)
    return {"label": label, "shares": shares, "total": at, "words": f"{said} = {at}" if len(shares) > 1 else said}


def countries(register: Register, place: str, *, day: date) -> Page | None:
    """The ties that stand abroad by country, the most first; None where they are of fewer than two countries."""
    held = Counter(
        code for tie in ties_on(register, place, day) for code in {party.country for party in tie.partners(place) if party.country}
    )
    if len(held) < _LEAST:
        return None
    ranked = sorted(held.items(), key=lambda each: (-each[1], country_name(each[0])))
    lines = [{"label": country_name(code), "value": number} for code, number in ranked]
    return {"scale": max(held.values()), "lines": lines[:MOST], "more": len(lines[MOST:])}
