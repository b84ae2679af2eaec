"""A place's part of the register, as files for other programs."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from amicity.exports import exports
from amicity.terms.export import Edition
from amicity.terms.place import Place
from amicity_web.public.page import day_asked, show
from amicity_web.public.seek import seek
from amicity_web.store import load
from amicity_web.store.rows import slug_of
from amicity_web.store.site import home


@require_safe
def downloads(request: HttpRequest) -> HttpResponse:
    """The formats there are, for the home city or ``?place=``."""
    place, day = _place(request), day_asked(request)
    asked = urlencode({"place": slug_of(place), "as_of": day.isoformat()})
    files = [{"name": e.name, "says": e.says, "url": f"{reverse('public:download', args=[e.name])}?{asked}"} for e in exports().values()]
    page = {"as_of": day.isoformat(), "place": place.name or "", "files": files}
    return show(request, "downloads", page)


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponse:
    """One file. It holds what has been accepted and nothing else."""
    export, place, day = exports().get(name), _place(request), day_asked(request)
    if export is None:
        raise Http404(f"no format {name}; there are {', '.join(exports())}")
    register = load.register_for(place.key)
    edition = Edition(register, day, place=place.key, findings=tuple(register.findings.values()), address=request.build_absolute_uri("/"))
    filename = f"{slug_of(place)}-{day}.{export.suffix}"
    return HttpResponse(
        export.write(edition), content_type=export.media, headers={"Content-Disposition": f'attachment; filename="{filename}"'}
    )


def _place(request: HttpRequest) -> Place:
    city = home()
    found = seek(request.GET.get("place", "")[:200] or (city.key if city else ""))
    if not found:
        raise Http404("no such place")
    return found[0]
