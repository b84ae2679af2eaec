"""A page of the site as one file among others: where it lies, and its links as they lead from there."""

import json
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from html import escape
from posixpath import relpath
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from lxml import etree, html

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
"""The site's own policy, without what only a header may say."""

SHUT = ("/accounts/", "/desk/", "/api/")
"""What needs the site itself."""

Find = Callable[[str], str | None]
_LINKS = ("href", "src")
_SAFE = re.compile(r"[\w.+=~-]+")
_DROPPED = ("fact",)


def internal(address: str) -> bool:
    """Whether a link stays on the site and is one that a still copy can hold."""
    return address.startswith(("/", "?")) and not address.startswith("//") and not urlsplit(address).path.startswith(SHUT)


def asked_for(link: str, *, page: str) -> str:
    """The address that a link on a page asks the site for: without its fragment, and without what only lights a passage."""
    parts = urlsplit(link)
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in _DROPPED])
    path = parts.path or urlsplit(page).path
    return f"{path}?{query}" if query else path


def file_of(address: str, *, name: str = "") -> str:
    """Where an address lies: ``/places/?page=2`` in ``places/page=2/index.html``; ``name`` is that of a file handed out."""
    parts = urlsplit(address)
    said = parse_qsl(parts.query, keep_blank_values=True)
    steps = [*filter(None, map(unquote, parts.path.split("/"))), *(f"{key}={value}" for key, value in said)]
    if parts.path.startswith("/static/"):
        return "/".join(steps)
    plain = ("format", "json") in said or parts.path.startswith("/api/")
    last = name or ("index.json" if plain else "index.html")
    return "/".join([*map(safe, (step for step in steps if step != "format=json")), last])


def links_of(page: bytes) -> set[str]:
    """Every internal link of a page, scripts, pictures and the figures of its map among them."""
    tree = html.document_fromstring(page)
    found = {element.get(name, "") for element in _elements(tree) for name in (*_LINKS, "data-map")}
    return {link for link in found if link.startswith("/api/v1/map") or internal(link)}


def anchors_of(page: bytes) -> set[str]:
    """The names of the passages on a page."""
    named = (element.get("id", "") for element in _elements(html.document_fromstring(page)))
    return {name for name in named if name.startswith("f-")}


def still(page: bytes, *, file: str, find: Find, note: str) -> bytes:
    """The page as a file: links lead to files, what needs the site is gone, and a note says what this is.

    ``find`` gives the file to which a link leads, or None where there is none.
    """
    tree = html.document_fromstring(page)
    for element in _elements(tree):
        if element.tag == "form" or "who" in element.get("class", "").split():
            _drop(element)
    for element in _elements(tree):
        for name in (*_LINKS, "data-map"):
            link = element.get(name, "")
            if link.startswith(("/", "?")) and not link.startswith("//"):
                _lead(element, name, file=file, target=find(link))
        if element.tag == "footer":
            element.insert(0, html.fragment_fromstring(f'<p class="wrap">{escape(note)}</p>'))
        if element.tag == "head":
            element.insert(1, html.Element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}))
    return bytes(html.tostring(tree, encoding="utf-8", doctype="<!doctype html>"))


def still_map(figures: bytes, *, page: str, find: Find) -> bytes:
    """The figures of a page's map, whose links lead from that page."""
    said = json.loads(figures)
    for tie in said.get("ties", ()):
        target = find(tie.get("url", ""))
        tie["url"] = _from(page, target) if target else ""
    return json.dumps(said, ensure_ascii=False).encode()


def link_to(link: str, *, page: str, files: Mapping[str, str], passages: Mapping[tuple[str, str], str]) -> str | None:
    """The file to which a link leads, with its fragment; a passage of a report of several pages is found on its own page."""
    fragment = urlsplit(link).fragment
    address = asked_for(link, page=page)
    target = passages.get((urlsplit(address).path, fragment)) or files.get(address)
    return None if target is None else f"{target}#{fragment}" if fragment else target


def safe(step: str) -> str:
    """A step of a path that every file system takes and no browser reads as code."""
    if _SAFE.fullmatch(step) and step.isascii() and len(step) < 100 and step not in (".", ".."):
        return step
    bare = "-".join(re.findall(r"[A-Za-z0-9=]+", step))[:60]
    return f"{bare}-{sha256(step.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _elements(tree: etree._Element) -> list[etree._Element]:
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def _drop(element: etree._Element) -> None:
    """Take an element out, and leave the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _lead(element: etree._Element, name: str, *, file: str, target: str | None) -> None:
    if target is None:
        del element.attrib[name]
    else:
        element.set(name, _from(file, target))


def _from(file: str, target: str) -> str:
    path, _, fragment = target.partition("#")
    way = relpath(f"/{path}", f"/{file}".rpartition("/")[0] or "/")
    quoted = "/".join(_quoted(step) for step in way.split("/"))
    return f"{quoted}#{fragment}" if fragment else quoted


def _quoted(step: str) -> str:
    return quote(step, safe="+=~.,")
