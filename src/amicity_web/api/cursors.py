"""Pages that stay put: each says where it ended, and the next begins after that, whatever was added meanwhile."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

import orjson
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from amicity_web.api.problems import ProblemError

Row = TypeVar("Row", bound=Model)
Thing = TypeVar("Thing")
LONGEST = 1024


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Thing]):
    """One page of things, and the address of the next (None for the last)."""

    items: list[Thing]
    next: str | None


def of_rows(request: HttpRequest, rows: QuerySet[Row], *, by: Sequence[tuple[str, type]], limit: int, cursor: str) -> Sheet[Row]:
    """A page of rows in the order of these fields (each with its type, ascending, together unique). Raises ProblemError."""
    names = [name for name, _ in by]
    asked = rows.order_by(*names)
    if cursor:
        asked = asked.filter(_after(names, _read(cursor, [sort for _, sort in by])))
    found = list(asked[: limit + 1])
    return _sheet(request, found, limit=limit, ends=lambda row: [getattr(row, name) for name in names])


def of_list(request: HttpRequest, things: Iterable[Thing], *, by: Callable[[Thing], str], limit: int, cursor: str) -> Sheet[Thing]:
    """A page of things in the order of one text, which no two share. Raises ProblemError."""
    last = _read(cursor, [str])[0] if cursor else None
    kept = sorted((thing for thing in things if last is None or by(thing) > last), key=by)
    return _sheet(request, kept[: limit + 1], limit=limit, ends=lambda thing: [by(thing)])


def _sheet(request: HttpRequest, found: list[Thing], *, limit: int, ends: Callable[[Thing], list[Any]]) -> Sheet[Thing]:
    items = found[:limit]
    return Sheet(items, address(request, ends(items[-1])) if len(found) > limit else None)


def address(request: HttpRequest, end: list[Any]) -> str:
    """The same request, beginning after this end."""
    query = request.GET.copy()
    query["cursor"] = urlsafe_b64encode(orjson.dumps(end)).decode().rstrip("=")
    return f"{request.path}?{urlencode(sorted(query.items()))}"


def read_one(cursor: str) -> str:
    """The single text at which a page ended. Raises ProblemError."""
    return str(_read(cursor, [str])[0])


def _after(names: list[str], values: list[Any]) -> Q:
    """Rows behind these values in the order of the names: greater in one of them, and equal in those before it."""
    behind = Q(pk__in=())
    for at, name in enumerate(names):
        same = Q(**dict(zip(names[:at], values[:at], strict=True)))
        behind |= same & Q(**{f"{name}__gt": values[at]})
    return behind


def _read(cursor: str, sorts: Sequence[type]) -> list[Any]:
    try:
        values = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        values = None
    whole = isinstance(values, list) and len(values) == len(sorts)
    if not whole or not all(_fits(value, sort) for value, sort in zip(values, sorts, strict=True)):
        raise ProblemError(400, "This cursor was not given by this list: begin without one, and follow each page's next.")
    return list(values)


def _fits(value: object, sort: type) -> bool:
    if sort is int:
        return type(value) is int and 0 <= value < 2**63
    return type(value) is sort and "\0" not in str(value)
