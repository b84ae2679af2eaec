"""Ties."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Router

from amicity.register import as_of as register_on
from amicity.register import tie_on
from amicity.terms.form import Form
from amicity.terms.place import Place
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity_web.api import cursors, parameters, shapes, told
from amicity_web.api.places import row_of
from amicity_web.api.problems import ProblemError
from amicity_web.store import browse, load
from amicity_web.store.models import TieRow

router = Router(tags=["ties"])
Status = Annotated[Literal["standing", "suspended", "ended", "prospect", ""], parameters.Says("How it stands.")]
_FORMS = "|".join(form.value for form in Form)
FormName = Annotated[str, Field(pattern=f"^({_FORMS})?$"), parameters.Says("The form, such as `sister`.")]


@router.get("ties", response=shapes.Ties, operation_id="listTies", url_name="ties")
def ties(
    request: HttpRequest,
    *,
    place: parameters.Key = "",
    form: FormName = "",
    status: Status = "",
    country: parameters.Country = "",
    as_of: parameters.Day = None,
    known_at: parameters.Known = None,
    limit: parameters.Limit = 50,
    cursor: parameters.Cursor = "",
) -> shapes.Ties:
    """Ties that fulfil all that is asked, as they stand, or as they stood on a day; of one place also as was known at a day."""
    key = row_of(place).key if place else ""
    if known_at is not None:
        if not key:
            raise ProblemError(422, errors=[{"where": "query.place", "says": "name a place: known_at is asked of one place at a time"}])
        known = (tie for tie in load.register_for(key, known_at=known_at).ties_of(key) if _in(tie.parties, country))
        told_of = [tie for old in known if (tie := tie_on(old, as_of) if as_of else old) and _fits(tie, form, status)]
        leaf = cursors.of_list(request, told_of, by=lambda tie: tie.id, limit=limit, cursor=cursor)
        return shapes.Ties(items=[told.tie_line(tie) for tie in leaf.items], next=leaf.next)
    if as_of is None:
        rows = browse.ties(place=key, form=form, status=status, country=country)
        sheet = cursors.of_rows(request, rows, by=(("id", str),), limit=limit, cursor=cursor)
        return shapes.Ties(items=[told.tie_row(row) for row in sheet.items], next=sheet.next)
    looked = cursors.of_rows(request, browse.ties(place=key, country=country), by=(("id", str),), limit=limit, cursor=cursor)
    then = [tie for tie in _then(looked.items, as_of) if _fits(tie, form, status)]
    return shapes.Ties(items=[told.tie_line(tie) for tie in then], next=looked.next)


@router.get("ties/{tie}", response=shapes.Tie, operation_id="getTie", url_name="tie")
def tie(request: HttpRequest, tie: parameters.TieKey, as_of: parameters.Day = None, known_at: parameters.Known = None) -> shapes.Tie:
    """One tie with the steps of its life and the passage under each, as of a day, and as was known at one."""
    register = load.register_for_tie(tie, known_at=known_at)
    if as_of:
        register = register_on(register, as_of)
    found = register.relation(tie)
    if found is None:
        raise ProblemError(
            404, f"The register {f'at {known_at} knew' if known_at else 'knows'} no tie {tie!r}{f' on {as_of}' if as_of else ''}."
        )
    return told.tie(found, register, load.passages(found.findings))


def _fits(tie: Relation, form: str, status: str) -> bool:
    return form in ("", tie.form) and status in ("", tie.status)


def _in(parties: Iterable[Place], country: str) -> bool:
    return not country or any(place.country == country.upper() for place in parties)


def _then(rows: list[TieRow], day: date) -> Iterator[Relation]:
    register: Register = browse.register_of_ties(row.id for row in rows)
    for row in rows:
        whole = register.relation(row.id)
        if whole and (stood := tie_on(whole, day)):
            yield stood
