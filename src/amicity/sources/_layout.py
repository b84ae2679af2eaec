"""A page of lists as lines of text: ``## Heading``, ``- item``, ``-- item of an item``, ``| cell | cell``.

Footnotes stand in brackets at the end of the line that points to them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from amicity.sources._bounds import within_bounds
from amicity.sources._decoding import decode
from amicity.sources._rows import one_line
from amicity.terms.source import SourceError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));?")
_PASSED = frozenset(["script", "style", "template", "noscript", "nav", "footer", "button", "select", "textarea", "figure", "head", "svg"])
_PASSED_CLASSES = frozenset(
    [
        *(
            "navbox",
            "toc",
            "mw-editsection",
            "noprint",
            "hatnote",
            "sidebar",
            "metadata",
            "ambox",
            "reflist",
            "mw-references-wrap",
            "catlinks",
        ),
        *("thumb", "references", "mw-jump-link", "vector-header-container", "mw-footer", "printfooter", "navigation-not-searchable"),
    ]
)
_BLOCKS = frozenset(
    [
        *(
            "p",
            "div",
            "ul",
            "ol",
            "dl",
            "table",
            "section",
            "article",
            "main",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "dt",
            "dd",
        ),
        *(
            "body",
            "form",
            "center",
            "blockquote",
            "aside",
            "details",
            "summary",
            "html",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
            "address",
        ),
    ]
)
_NOTE = 300
_WIDEST = 50
_MOST_LINES = 50_000


@dataclass(slots=True)
class _Page:
    notes: dict[str, str]
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """A line in the making: its words, the notes that it points to, and whether all of it is bold."""

    words: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    plain: bool = False


def laid_out(content: bytes, *, where: str) -> tuple[str, str, tuple[str, ...]]:
    """The page's title, its lines, and notes on what was mended. Raises SourceError where it is no page, or has no list."""
    within_bounds(content, where=where, kind="page")
    declared = _CHARSET.search(content[:10_000])
    markup, notes = decode(content, where=where, declared=declared.group(1).decode() if declared else None)
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(_ODD_REFERENCE.sub("", _NO_XML.sub("", markup)).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("is no page that can be parsed", where, "save the page again") from error
    page = _Page(dict(_notes(tree)))
    _block(tree, page, depth=0)
    if not any(line.startswith(("-", "|")) for line in page.lines):
        what = "is a sign-in page" if tree.xpath("//input[@type='password']") else "has no list and no table"
        raise SourceError(what, where, "save the page that lists the partners, complete, from a browser")
    if len(page.lines) > _MOST_LINES:
        raise SourceError(f"has {len(page.lines):,} lines, more than a list of partners can have", where, "save the part that lists them")
    heads = (element for tag in ("h1", "title") for element in tree.iter(tag))
    title = next((said for head in heads if (said := one_line("".join(map(str, head.itertext()))))), "")
    return title, "\n".join(page.lines) + "\n", notes


def _notes(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """What the footnotes say, by the id that the text points to."""
    for note in list(tree.iter("li")):
        if not (note.get("id") or "").startswith("cite_note"):
            continue
        for part in [*note.find_class("mw-cite-backlink"), *note.iter("style")]:
            part.drop_tree()
        links = [str(link.get("href")) for link in note.iter("a") if str(link.get("href")).startswith(("http://", "https://"))]
        yield str(note.get("id")), one_line(f"{note.text_content()} {links[0] if links else ''}")[:_NOTE]


def _block(element: HtmlElement, page: _Page, *, depth: int) -> None:
    """The lines of an element that holds others; ``depth`` is how deep in lists it stands."""
    if _passed(element):
        return
    tag = element.tag
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        _put(page, "#" * int(tag[1]) + " ", _inline(element, page))
    elif tag == "table" and not element.xpath(".//ul | .//ol | .//table"):
        _table(element, page)
    elif tag in ("ul", "ol"):
        for item in element.iterchildren("li", "ul", "ol"):
            if item.tag == "li":
                _item(item, page, depth=depth + 1)
            else:
                _block(item, page, depth=depth + 1)
    elif tag == "dt":
        _put(page, "####### ", _inline(element, page))
    elif tag == "dd" and not _holds_blocks(element):
        _put(page, "-" * max(1, depth) + " ", _inline(element, page))
    elif _holds_blocks(element):
        _mixed(element, page, depth=depth)
    else:
        line = _inline(element, page)
        _put(page, "####### " if not line.plain else "", line)


def _mixed(element: HtmlElement, page: _Page, *, depth: int) -> None:
    """Blocks with words between them."""
    line = _Line([element.text or ""], plain=bool((element.text or "").strip()))
    for child in element:
        if child.tag in _BLOCKS or _holds_blocks(child):
            _put(page, "" if line.plain else "####### ", line)
            _block(child, page, depth=depth)
            line = _Line()
        elif isinstance(child.tag, str):
            _words(child, line, page, bold=False)
        line.words.append(child.tail or "")
        line.plain = line.plain or bool((child.tail or "").strip())
    _put(page, "" if line.plain else "####### ", line)


def _item(item: HtmlElement, page: _Page, *, depth: int) -> None:
    line = _Line()
    nested = []
    line.words.append(item.text or "")
    for child in item:
        if child.tag in ("ul", "ol", "dl", "table"):
            nested.append(child)
        elif isinstance(child.tag, str):
            nested += [each for each in child.iter("ul", "ol") if each.getparent().tag not in ("li", "ul", "ol")]
            _words(child, line, page, bold=False)
        line.words.append(child.tail or "")
    _put(page, "-" * depth + " ", line)
    for each in nested:
        _block(each, page, depth=depth)


def _table(table: HtmlElement, page: _Page) -> None:
    """The rows of a table, heads behind ``!``. A cell that reaches over several rows stands in each."""
    reaching: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        notes: list[str] = []
        own = [cell for cell in row if cell.tag in ("td", "th")][:_WIDEST]
        for cell in own:
            _reach(cells, reaching)
            line = _inline(cell, page)
            text = one_line("".join(line.words))
            notes += line.notes
            if (rows := _number(cell.get("rowspan"))) > 1:
                reaching[len(cells)] = (rows, text)
            cells += [text] + [""] * (_number(cell.get("colspan")) - 1)
        _reach(cells, reaching)
        reaching = {column: (rows - 1, text) for column, (rows, text) in reaching.items() if rows > 1}
        if any(cells):
            mark = "! " if own and all(cell.tag == "th" for cell in own) else "| "
            page.lines.append(mark + " | ".join(cells[:_WIDEST]) + "".join(f" [{note}]" for note in notes))
    page.lines.append("")


def _reach(cells: list[str], reaching: dict[int, tuple[int, str]]) -> None:
    while len(cells) in reaching and reaching[len(cells)][0] > 0 and len(cells) < _WIDEST:
        cells.append(reaching[len(cells)][1])


def _number(said: str | None) -> int:
    said = (said or "1").strip()
    return max(1, min(int(said[:4]), 1000)) if said.isascii() and said.isdigit() else 1


def _inline(element: HtmlElement, page: _Page) -> _Line:
    line = _Line()
    _words(element, line, page, bold=False, tail=True)
    return line


def _words(element: HtmlElement, line: _Line, page: _Page, *, bold: bool, tail: bool = False) -> None:
    """The words of an element that flow in a line; flags become ``{France} ``, what is struck out stands between ``~~``."""
    if element.tag in ("ul", "ol", "dl", "table") or (_passed(element) and not tail):
        return
    kind = element.get("class") or ""
    if "reference" in kind.split() and element.tag == "sup":
        line.notes += [note for href in element.xpath(".//a/@href") if (note := page.notes.get(str(href).partition("#")[2]))]
        return
    if "flagicon" in kind:
        line.words.append(_flag(element))
        return
    if element.tag in ("br", "td", "th", "p", "div"):
        line.words.append(" ")
    struck = element.tag in ("s", "del", "strike")
    bold = bold or element.tag in ("b", "strong")
    line.words.append(("~~" if struck else "") + (element.text or ""))
    line.plain = line.plain or (not bold and bool((element.text or "").strip()))
    for child in element:
        if isinstance(child.tag, str):
            _words(child, line, page, bold=bold)
        line.words.append(child.tail or "")
        line.plain = line.plain or (not bold and bool((child.tail or "").strip()))
    line.words.append(_target(element) + ("~~" if struck else ""))


def _target(element: HtmlElement) -> str:
    """Where a link to another page of a wiki leads, where its words say less."""
    title = one_line(element.get("title") or "")
    says_more = title and ("," in title or "(" in title) and title != one_line(element.text_content())
    return f" (→ {title})" if element.tag == "a" and says_more and "/wiki/" in (element.get("href") or "") else ""


def _flag(element: HtmlElement) -> str:
    named = [str(name) for name in element.xpath(".//a/@title | .//img/@alt | .//img/@title") if str(name).strip()]
    return f"{{{one_line(named[0]).removeprefix('Flag of ')}}} " if named else ""


def _put(page: _Page, mark: str, line: _Line) -> None:
    text = one_line("".join(line.words))
    if text:
        page.lines.append(mark + text + "".join(f" [{note}]" for note in line.notes))


def _passed(element: HtmlElement) -> bool:
    kind = (element.get("class") or "").split()
    hidden = "display:none" in (element.get("style") or "").replace(" ", "")
    return element.tag in _PASSED or not _PASSED_CLASSES.isdisjoint(kind) or hidden or element.get("role") == "navigation"


def _holds_blocks(element: HtmlElement) -> bool:
    return next((True for each in element.iter(*_BLOCKS) if each is not element), False)
