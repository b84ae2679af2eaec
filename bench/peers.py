"""The same questions as plain SQL over SQLite and in pandas: what they cost where judgements, editions and evidence are left out."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from amicity.terms.finding import Finding
from amicity.terms.place import Place

_COLUMNS = ("id", "kind", "form", "since", "place", "partner", "country", "partner_country", "says")
_SEEN = """
create view seen as
select place as mine, partner as other, partner_country as country, form, since, kind, says from finding
union all select partner, place, country, form, since, kind, says from finding
"""
_TIES = "select other, form, min(since) from seen where mine = :p and kind in ('agreement', 'relation') group by other, form"
_FIGURES = """
select form, count(distinct other), count(distinct country) from seen
where mine = :p and kind in ('agreement', 'relation') and since <= :day group by form
"""
SQL = {
    "ties": _TIES,
    "figures": _FIGURES,
    "timeline": "select since, kind, other from seen where mine = :p and since <= :day order by since",
    "promises": "select other, says, since, since < :day from seen where mine = :p and kind = 'promise' order by since",
}
Asked = dict[str, Callable[[], Any]]


def rows(claims: Iterable[Finding]) -> Iterator[tuple[str | None, ...]]:
    """A row a finding, with its first two places."""
    for claim in claims:
        sides: list[Place | None] = [*claim.places()[:2], None, None]
        here, there = sides[0], sides[1]
        form, says = claim.first("form"), claim.first("action")
        yield (
            claim.id,
            claim.kind,
            str(form) if form else None,
            claim.when.value.edtf if claim.when else None,
            here.key if here else None,
            there.key if there else None,
            here.country if here else None,
            there.country if there else None,
            str(says) if says else None,
        )


def sqlite(claims: Iterable[Finding], *, place: str, day: str) -> tuple[float, Asked]:
    """Seconds to load and index the findings, and each question as something to call."""
    store = sqlite3.connect(":memory:")
    store.execute("create table finding(id, kind, form, since, place, partner, country, partner_country, says)")
    start = time.process_time()
    store.executemany("insert into finding values(?, ?, ?, ?, ?, ?, ?, ?, ?)", rows(claims))
    store.execute("create index at_place on finding(place)")
    store.execute("create index at_partner on finding(partner)")
    store.execute(_SEEN)
    taken = time.process_time() - start

    def asked(question: str) -> Callable[[], Any]:
        return lambda: store.execute(SQL[question], {"p": place, "day": day}).fetchall()

    return taken, {question: asked(question) for question in SQL}


def pandas(claims: Iterable[Finding], *, place: str, day: str) -> tuple[float, Asked]:
    """The same in pandas, which scans what it has no index for."""
    import pandas as pd  # type: ignore[import-untyped]

    start = time.process_time()
    frame = pd.DataFrame(rows(claims), columns=_COLUMNS)
    taken = time.process_time() - start
    turned = {"place": "partner", "partner": "place", "country": "partner_country", "partner_country": "country"}

    def seen() -> Any:
        return pd.concat([frame[frame["place"] == place], frame[frame["partner"] == place].rename(columns=turned)])

    def tied() -> Any:
        ours = seen()
        return ours[ours["kind"].isin(["agreement", "relation"])]

    def ties() -> Any:
        return tied().groupby(["partner", "form"])["since"].min()

    def figures() -> Any:
        ours = tied()
        return ours[ours["since"] <= day].groupby("form")[["partner", "partner_country"]].nunique()

    def timeline() -> Any:
        ours = seen()
        return ours[ours["since"] <= day].sort_values("since")

    def promises() -> Any:
        ours = seen()
        ours = ours[ours["kind"] == "promise"].sort_values("since")
        return ours.assign(overdue=ours["since"] < day)

    return taken, {
        "ties": ties,
        "figures": figures,
        "timeline": timeline,
        "promises": promises,
    }


PEERS = {"SQLite": sqlite} | ({"pandas": pandas} if find_spec("pandas") else {})
"""pandas where it is installed; the project itself does not need it."""
