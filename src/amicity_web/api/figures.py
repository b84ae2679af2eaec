"""Published figures and promises."""

from django.http import HttpRequest
from ninja import Router

from amicity.register import as_of as register_on
from amicity_web.api import cursors, parameters, shapes, told
from amicity_web.api.answers import place_asked
from amicity_web.api.moment import today
from amicity_web.store import load

router = Router(tags=["figures and promises"])


@router.get("figures", response=shapes.Figures, operation_id="listFigures", url_name="figures")
def figures(
    request: HttpRequest,
    *,
    place: parameters.Key = "",
    as_of: parameters.Day = None,
    known_at: parameters.Known = None,
    limit: parameters.Limit = 50,
    cursor: parameters.Cursor = "",
) -> shapes.Figures:
    """What was published in numbers about a place (the home city where none is named) by a day, as was known at one."""
    key = place_asked(place)
    register = register_on(load.register_for(key, known_at=known_at), as_of or today(), place=key)
    about = [figure for figure in register.figures if key in {side.key for side in figure.about}]
    sheet = cursors.of_list(request, about, by=lambda figure: figure.id, limit=limit, cursor=cursor)
    return shapes.Figures(items=[told.figure(figure) for figure in sheet.items], next=sheet.next)


@router.get("promises", response=shapes.Promises, operation_id="listPromises", url_name="promises")
def promises(
    request: HttpRequest,
    *,
    place: parameters.Key = "",
    as_of: parameters.Day = None,
    known_at: parameters.Known = None,
    limit: parameters.Limit = 50,
    cursor: parameters.Cursor = "",
) -> shapes.Promises:
    """What was promised by or to a place (the home city where none is named), as it stands on a day, as was known at one."""
    key = place_asked(place)
    register = register_on(load.register_for(key, known_at=known_at), as_of or today(), place=key)
    made = [promise for promise in register.promises if key in {side.key for side in (*promise.by, *promise.to)}]
    sheet = cursors.of_list(request, made, by=lambda promise: promise.id, limit=limit, cursor=cursor)
    return shapes.Promises(items=[told.promise(promise) for promise in sheet.items], next=sheet.next)
