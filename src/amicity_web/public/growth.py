"""How a place's ties grew: for each year the ties begun by then that still stand, as steps of a picture with its words."""

from collections.abc import Iterable
from datetime import date

from amicity.terms.relation import Relation
from amicity_web.public.page import Page

LEAST = 3
"""So many dated ties make a picture."""
LONGEST = 400
"""So many years; of a day in the far future there is none."""


def growth(ties: Iterable[Relation], *, day: date) -> Page | None:
    """One bar a year from the first tie to the day, ``tall`` as the ties begun by then; None where too few are dated or the day is far."""
    every = list(ties)
    began = sorted(when for tie in every if tie.since and date.min < (when := tie.since.earliest) <= day)
    if len(began) < LEAST or day.year - began[0].year > LONGEST:
        return None
    years = range(began[0].year, day.year + 1)
    tall = [sum(when.year <= year for when in began) for year in years]
    bars = [{"x": x, "tall": n, "top": len(began) - n, "fresh": n > (tall[x - 1] if x else 0)} for x, n in enumerate(tall)]
    undated = len(every) - len(began)
    more = f"; {undated} more {'has' if undated == 1 else 'have'} no date" if undated else ""
    told = ", ".join(f"{year}: {n}" for year, n, bar in zip(years, tall, bars, strict=True) if bar["fresh"])
    return {
        "bars": bars,
        "wide": len(bars),
        "high": len(began),
        "first": years[0],
        "last": years[-1],
        "says": f"{len(began)} ties that stand, by the year from which they are told{more}.",
        "told": told,
    }
