"""The register, or a place's part of it, as files for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from amicity.exports import exports
from amicity.terms.export import Edition, Export
from amicity.terms.licence import licence_named
from amicity.terms.place import Place
from amicity_web.public.page import Page, day_asked, known_asked, show
from amicity_web.public.seek import seek
from amicity_web.public.shelf import BusyError, put, shelved
from amicity_web.store import load
from amicity_web.store.holdings import edition
from amicity_web.store.roles import Role, role_of
from amicity_web.store.rows import slug_of
from amicity_web.store.site import home

SORTS = {
    "Tables": ("xlsx", "csv", "datapackage", "sqlite"),
    "Everything, without loss": ("jsonl",),
    "Calendars and feeds": ("ical", "ical_anniversaries", "ical_promises", "ical_events", "atom"),
    "Maps and networks": ("geojson", "graphml", "gexf"),
    "Linked data": ("jsonld", "turtle", "dcat", "quickstatements"),
}
OFFICE = ("jsonl", "quickstatements")
"""The formats that the office may have with drafts: a backup, and the comparison with Wikidata, whose links nobody need accept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which file: of a place or (None) of all, as of a day, from where the site is seen; ``office`` with drafts.

    ``dated`` says that somebody named the day: else the address names none, so that a calendar that subscribes to it goes on.
    ``known`` is the day as known at whose end it is; None for all that is known.
    """

    place: Place | None
    day: date
    address: str
    office: bool = False
    dated: bool = False
    known: date | None = None

    @classmethod
    def by(cls, request: HttpRequest, wanted: str, *, office: bool = False) -> "Asked":
        """What a request asks for, of the place called ``wanted`` (empty: of all). Raises Http404 for a place that nobody knows."""
        dated = bool(request.GET.get("as_of", "").strip())
        day, known = day_asked(request), known_asked(request)
        return cls(_place(wanted) if wanted else None, day, request.build_absolute_uri("/"), office, dated, known)

    @property
    def when(self) -> dict[str, str]:
        """The days that were asked for, as an address names them."""
        days = {"as_of": self.day if self.dated else None, "known_at": self.known}
        return {name: day.isoformat() for name, day in days.items() if day}

    def url(self, export: Export, *, beside: bool = False) -> str:
        """Where the file is, or what describes it."""
        asked = {"place": slug_of(self.place)} if self.place else {}
        asked |= self.when
        asked |= {"office": "1"} if self.office else {}
        asked |= {"beside": "1"} if beside else {}
        return reverse("public:download", args=[export.name]) + (f"?{urlencode(asked)}" if asked else "")

    def name(self, export: Export) -> str:
        """What the file is called."""
        return f"{slug_of(self.place) if self.place else 'register'}-{self.day}.{export.suffix}"

    def key(self, export: Export) -> str:
        """Under which the file is kept: what it is of, and the state of the register."""
        licence = f"{settings.LICENCE}|{settings.PUBLISHER}"
        return f"{self.url(export)}|{self.day}|{self.address}|{licence}|{load.revision()}"


@require_safe
def downloads(request: HttpRequest) -> HttpResponse:
    """The formats there are, for the home city, for ``?place=``, or (``?place=`` left empty) for the whole register."""
    city = home()
    ours = city.name if city and seek(city.name) else ""
    wanted = request.GET.get("place", ours)[:200].strip()
    asked = Asked.by(request, wanted)
    place = asked.place
    licence = licence_named(settings.LICENCE)
    page = {
        "as_of": asked.day.isoformat(),
        "known_at": asked.known.isoformat() if asked.known else "",
        "place": (place.name or wanted) if place else "",
        "key": place.key if place else None,
        "licence": {"name": licence.name, "title": licence.title, "url": licence.address},
        "publisher": settings.PUBLISHER,
        "whole": f"?{urlencode({'place': ''} | asked.when)}",
        "sorts": [{"name": sort, "files": [_file(exports()[name], asked) for name in names]} for sort, names in _sorted().items()],
        "office": [_file(exports()[name], replace(asked, office=True)) for name in OFFICE] if _insider(request) else [],
    }
    return show(request, "downloads", page)


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file: what has been accepted and nothing else, of ``?place=`` or of all; with ``?beside=1`` what describes it."""
    export, wanted = exports().get(name), request.GET.get("place", "")[:200].strip()
    if export is None:
        raise Http404(f"no format {name}; there are {', '.join(exports())}")
    office = request.GET.get("office") == "1"
    if office and not _insider(request):
        raise PermissionDenied("This file holds drafts: sign in to have it.")
    asked = Asked.by(request, wanted, office=office)
    if request.GET.get("beside") == "1":
        return _beside(export, asked)
    try:
        return _served(export, asked)
    except BusyError:
        later = render(request, "public/downloads_busy.html", {"again": request.get_full_path()}, status=503)
        later["Retry-After"] = "10"
        return later


def _served(export: Export, asked: Asked) -> HttpResponseBase:
    """The file as a stream from the disk; drafts are never laid down there."""
    headers = _headers(export, asked)
    if asked.office:
        return HttpResponse(export.write(_edition(asked)), content_type=export.media, headers=headers | {"Cache-Control": "no-store"})
    key = asked.key(export)
    found = shelved(key) or put(key, lambda: export.write(_edition(asked)), large=asked.place is None)
    if isinstance(found, Path):
        file = found.open("rb")
        return FileResponse(file, as_attachment=True, filename=asked.name(export), content_type=export.media, headers=headers)
    return HttpResponse(found, content_type=export.media, headers=headers)


def _edition(asked: Asked) -> Edition:
    key = asked.place.key if asked.place else None
    return edition(key, day=asked.day, address=asked.address, known_at=asked.known, office=asked.office)


def _headers(export: Export, asked: Asked) -> dict[str, str]:
    links = [f'<{licence_named(settings.LICENCE).address}>; rel="license"']
    if export.beside:
        links.append(f'<{asked.url(export, beside=True)}>; rel="describedby"')
    disposition = content_disposition_header(as_attachment=True, filename=asked.name(export)) or "attachment"
    return {"Content-Disposition": disposition, "Link": ", ".join(links)}


def _beside(export: Export, asked: Asked) -> HttpResponse:
    files: Mapping[str, bytes] = export.beside(_edition(asked), asked.name(export)) if export.beside else {}
    if not files:
        raise Http404(f"nothing lies beside {export.name}")
    name, content = next(iter(files.items()))
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type="application/json", headers={"Content-Disposition": disposition})


def _file(export: Export, asked: Asked) -> Page:
    kept = None if asked.office else shelved(asked.key(export))
    return {
        "name": export.name,
        "file": asked.name(export),
        "suffix": export.suffix,
        "says": export.says,
        "use": export.use,
        "standard": export.standard,
        "url": asked.url(export),
        "beside": asked.url(export, beside=True) if export.beside else None,
        "bytes": kept.stat().st_size if kept else None,
    }


def _sorted() -> dict[str, tuple[str, ...]]:
    """The formats under their headings; one that has none yet comes last."""
    known = {name for names in SORTS.values() for name in names}
    others = tuple(name for name in exports() if name not in known)
    return SORTS | ({"Other formats": others} if others else {})


def _insider(request: HttpRequest) -> bool:
    return role_of(request.user) >= Role.READER


def _place(wanted: str) -> Place:
    found = seek(wanted)
    if not found:
        raise Http404("no such place")
    return found[0]
