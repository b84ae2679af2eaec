"""The register in other formats: every file of ``amicity.exports``, by itself."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from ninja import Router

import amicity
from amicity.exports import exports as formats
from amicity_web.api import parameters, shapes
from amicity_web.api.moment import today
from amicity_web.api.places import row_of
from amicity_web.api.problems import ProblemError
from amicity_web.store import load
from amicity_web.store.holdings import edition

router = Router(tags=["exports"])


@router.get("exports", response=shapes.Formats, operation_id="listExports", url_name="exports")
def exports(request: HttpRequest) -> shapes.Formats:
    """The formats."""
    return shapes.Formats(
        items=[
            shapes.Format(name=each.name, says=each.says, suffix=each.suffix, media=each.media, url=reverse("api:export", args=[name]))
            for name, each in formats().items()
        ]
    )


@router.get("exports/{name}", operation_id="getExport", url_name="export")
def export(
    request: HttpRequest,
    *,
    name: parameters.Name,
    place: parameters.Key = "",
    as_of: parameters.Day = None,
    known_at: parameters.Known = None,
) -> HttpResponse:
    """The register in one format, of one place or whole, as of a day, and as was known at one: what has been accepted and nothing else."""
    asked = formats().get(name)
    if asked is None:
        raise ProblemError(404, f"There is no format {name!r}; there are {', '.join(formats())}.")
    key, day = (row_of(place).key if place else None), as_of or today()
    tag = f'"{sha256(repr((amicity.__version__, name, key, day, known_at, load.revision())).encode()).hexdigest()[:32]}"'
    known = get_conditional_response(request, etag=tag)
    if known is not None:
        return known
    content = asked.write(edition(key, day=day, known_at=known_at, address=request.build_absolute_uri("/")))
    filename = f"amicity-{day}.{asked.suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{filename}"', "ETag": tag}
    return HttpResponse(content, content_type=asked.media, headers=headers)
