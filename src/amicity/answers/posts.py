"""Who held which office on a day?"""

from collections.abc import Iterable
from datetime import date

from amicity.register.wording import counted, name_of, plain
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.register import Register
from amicity.terms.tenure import Tenure

COLUMNS = {"person": "Who", "post": "Office", "of": "Of", "tenure": "As", "first": "First seen", "last": "Last seen", "sure": "How sure"}
_FORMER = "former"
_ORDER = ("surely", "probably", "possibly")


def ask(register: Register, query: Query) -> Result:
    """Who held each office of a place (or all) on the day: surely where seen in it before and after, else as near as reports come."""
    posts = [post for post in register.posts if query.place is None or (post.place and post.place.key == query.place)]
    offices: dict[tuple[str, str], list[Tenure]] = {}
    for post in posts:
        offices.setdefault((_of(post), post.post or ""), []).append(post)
    held = [(sure, post) for tenures in offices.values() for sure, post in _holders(tenures, query.as_of)]
    held.sort(key=lambda each: (_of(each[1]), each[1].post or "", _ORDER.index(each[0]), each[1].person))
    who = name_of(register, query.place) or "all places"
    first = f"On {query.as_of} the register knows {counted(len(held), 'holder', 'holders')} of offices of {who}."
    said = (f"{_words(post)}: {_sure(sure, post)}." for sure, post in held)
    rows = tuple(_row(sure, post) for sure, post in held)
    return Result(f"Offices of {who} on {query.as_of}", (first, *said), (Table("Offices", COLUMNS, rows),) if rows else ())


def _holders(tenures: Iterable[Tenure], day: date) -> list[tuple[str, Tenure]]:
    """Who held one office on a day, most sure alone: who was seen in it before and after, with nobody else between; else of those
    seen before the last, and of those seen only after it the first."""
    here = [post for post in tenures if post.first and post.last]
    gone = {post.person for post in here if post.tenure == _FORMER and post.first and post.first.earliest <= day}
    own = [post for post in here if post.tenure != _FORMER]
    sure = [post for post in own if post.first and post.last and post.first.earliest <= day <= post.last.latest]
    if sure:
        return [("surely", post) for post in sure]
    before = [post for post in own if post.last and post.last.latest < day and post.person not in gone]
    after = [post for post in own if post.first and post.first.earliest > day]
    last, next_ = max(before, key=_last, default=None), min(after, key=_first, default=None)
    if last and next_ and _one_person(last, next_):
        return [("surely", last)]
    latest = [("possibly" if after else "probably", last)] if last else []
    return [*latest, *([("possibly", next_)] if next_ else [])]


def _one_person(left: Tenure, right: Tenure) -> bool:
    return left.person.casefold() == right.person.casefold()


def _first(post: Tenure) -> tuple[date, str]:
    return (post.first.earliest if post.first else date.max), post.id


def _last(post: Tenure) -> tuple[date, str]:
    return (post.last.latest if post.last else date.min), post.id


def _of(post: Tenure) -> str:
    return (post.place.name if post.place else post.body) or ""


def _words(post: Tenure) -> str:
    tenure = f"{post.tenure} " if post.tenure and post.tenure != "current" else ""
    return f"{post.person}, {tenure}{plain(post.post or 'in office')}{f' of {_of(post)}' if _of(post) else ''}"


def _sure(sure: str, post: Tenure) -> str:
    seen = f"seen in office on {post.first}" if post.first == post.last else f"seen in office from {post.first} to {post.last}"
    return f"{sure}, {seen}"


def _row(sure: str, post: Tenure) -> Row:
    return Row(
        {
            "person": post.person,
            "post": plain(post.post) if post.post else None,
            "of": _of(post) or None,
            "tenure": post.tenure,
            "first": str(post.first),
            "last": str(post.last),
            "sure": sure,
        },
        post.findings,
        post.id,
    )


ANSWER = Answer("posts", "Who held which office on a day?", ask)
