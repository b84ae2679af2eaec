"""Ties."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Router

from amicity.register import as_of as register_on
from amicity.register import tie_on
from amicity.terms.form import Form
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
    limit: parameters.Limit = 50,
    cursor: parameters.Cursor = "",
) -> shapes.Ties:
    """Ties that fulfil all that is asked, as they stand, or as they stood on a day."""
    key = row_of(place).key if place else ""
    if as_of is None:
        rows = browse.ties(place=key, form=form, status=status, country=country)
        sheet = cursors.of_rows(request, rows, by=(("id", str),), limit=limit, cursor=cursor)
        return shapes.Ties(items=[told.tie_row(row) for row in sheet.items], next=sheet.next)
    looked = cursors.of_rows(request, browse.ties(place=key, country=country), by=(("id", str),), limit=limit, cursor=cursor)
    then = [tie for tie in _then(looked.items, as_of) if form in ("", tie.form) and status in ("", tie.status)]
    return shapes.Ties(items=[told.tie_line(tie) for tie in then], next=looked.next)


@router.get("ties/{tie}", response=shapes.Tie, operation_id="getTie", url_name="tie")
def tie(request: HttpRequest, tie: parameters.TieKey, as_of: parameters.Day = None) -> shapes.Tie:
    """One tie with the steps of its life and the passage under each, as of a day."""
    register = load.register_for_tie(tie)
    if as_of:
        register = register_on(register, as_of)
    found = register.relation(tie)
    if found is None:
        raise ProblemError(404, f"The register knows no tie {tie!r}{f' on {as_of}' if as_of else ''}.")
    return told.tie(found, register, load.passages(found.findings))


def _then(rows: list[TieRow], day: date) -> Iterator[Relation]:
    register: Register = browse.register_of_ties(row.id for row in rows)
    for row in rows:
        whole = register.relation(row.id)
        if whole and (stood := tie_on(whole, day)):
            yield stood
