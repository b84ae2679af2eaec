"""A still copy of the public pages: every page and file that a visitor can reach, in one folder that any web server can show."""

import json
import shutil
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from amicity_web.public.still_pages import anchors_of, asked_for, file_of, internal, link_to, links_of, safe, still, still_map

MARK = "still-copy.json"
_STEP = 100
_FINE, _GONE, _BROKEN = 200, 404, 500


class StillError(Exception):
    """A still copy cannot be made; the message says why and what to do."""


@dataclass(slots=True)
class _Copy:
    """What was fetched: the file of each address, of which sort it is, and where each passage of a report lies."""

    folder: Path
    files: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    maps: dict[str, str] = field(default_factory=dict)
    passages: dict[tuple[str, str], str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def make_still(folder: Path) -> Iterator[str]:
    """Write the copy, whole or not at all, yielding lines of progress. One that lies there already is replaced. Raises StillError."""
    _refuse_strangers(folder)
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        copy = _Copy(part)
        yield from _fetch_all(copy)
        yield from _rewrite(copy)
        day = timezone.localdate().isoformat()
        (part / MARK).write_text(json.dumps({"made": day, "pages": len(copy.pages), "files": len(copy.files)}), encoding="utf-8")
        _put(part, folder)
    except OSError as error:
        raise StillError(f"{error.filename or folder}: {error.strerror or error} (nothing was changed)") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    yield f"{folder}: {len(copy.pages):,} pages and {len(copy.files) - len(copy.pages):,} other files."
    if copy.missing:
        yield f"{len(copy.missing)} links lead nowhere on the site itself and were taken off, e.g. {copy.missing[0]}"


def _refuse_strangers(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).exists())):
        raise StillError(f"{folder} holds other things: name a new or an empty folder, or one with an earlier still copy")


def _fetch_all(copy: _Copy) -> Iterator[str]:
    """Every address that can be reached from the home page, each once; the limits of the API are for visitors."""
    with override_settings(API_LIMITS=dict.fromkeys(settings.API_LIMITS, 10**9)):
        yield from _walk(copy)


def _walk(copy: _Copy) -> Iterator[str]:
    client = Client(SERVER_NAME=next((host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*"), "localhost"))
    waiting, seen = deque(["/"]), {"/"}
    while waiting:
        address = waiting.popleft()
        for link in sorted(_fetch(copy, client, address)):
            wanted = asked_for(link, page=address)
            if wanted not in seen:
                seen.add(wanted)
                waiting.append(wanted)
        if len(copy.files) % _STEP == 0:
            yield f"  {len(copy.files):,} fetched, {len(waiting):,} to go"


def _fetch(copy: _Copy, client: Client, address: str) -> set[str]:
    """Keep what the site answers, and give the links on it."""
    if address.startswith(settings.STATIC_URL):
        return _keep_static(copy, address)
    answer = client.get(address, secure=True)
    if answer.status_code >= _BROKEN:
        raise StillError(f"the site answers {answer.status_code} to {address}: look at its log; nothing was changed")
    if answer.status_code != _FINE:
        copy.missing.append(address)
        return set()
    content = answer.getvalue()
    file = file_of(address, name=_handed_out(answer))
    _write(copy.folder / file, content)
    copy.files[address] = file
    if urlsplit(address).path.startswith("/api/"):
        copy.maps[address] = file
    elif answer["Content-Type"].startswith("text/html"):
        copy.pages[address] = file
        copy.passages |= {(urlsplit(address).path, name): file for name in anchors_of(content)}
        return links_of(content)
    return set()


def _handed_out(answer: HttpResponseBase) -> str:
    """The name of a file that is handed out rather than shown."""
    kind, _, said = answer.headers.get("Content-Disposition", "").partition(";")
    return safe(said.partition("filename=")[2].strip(' "') or "file") if kind == "attachment" else ""


def _keep_static(copy: _Copy, address: str) -> set[str]:
    found = finders.find(address.removeprefix(settings.STATIC_URL))
    if not found:
        copy.missing.append(address)
        return set()
    copy.files[address] = file_of(address)
    _write(copy.folder / copy.files[address], Path(found).read_bytes())
    return set()


def _rewrite(copy: _Copy) -> Iterator[str]:
    """Turn links into ways from file to file, now that it is known what lies where."""
    note = f"A still copy of {timezone.localdate():%Y-%m-%d}. Searching, other days and signing in need the site itself."
    for number, (address, file) in enumerate(copy.pages.items(), 1):

        def find(link: str, address: str = address) -> str | None:
            wanted = internal(link) or link.startswith("/api/v1/map")
            return link_to(link, page=address, files=copy.files, passages=copy.passages) if wanted else None

        content = (copy.folder / file).read_bytes()
        for link in links_of(content):
            if (figures := copy.maps.get(link)) is not None:
                _write(copy.folder / figures, still_map((copy.folder / figures).read_bytes(), page=file, find=find))
        _write(copy.folder / file, still(content, file=file, find=find, note=note))
        if number % (10 * _STEP) == 0:
            yield f"  {number:,} of {len(copy.pages):,} pages linked"


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _put(part: Path, folder: Path) -> None:
    """The new copy in the place of the old one."""
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    part.replace(folder)
    shutil.rmtree(old, ignore_errors=True)
