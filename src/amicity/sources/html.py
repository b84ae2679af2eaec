"""HTML: a saved page; the text extracted from it, title first and one line a row, is the report."""

import re
from pathlib import PurePath

from lxml import etree
from lxml import html as lxml_html

from amicity.sources._bounds import within_bounds
from amicity.sources._decoding import decode
from amicity.sources._page import page
from amicity.terms.report import Report
from amicity.terms.source import Source, SourceError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_MARKUP = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));?")
"""Control characters, which lxml reads from a page and does not take back, and references to them."""
_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml"}
_NO_TEXT = "//script | //style | //template | //noscript | //nav | //footer | //button | //select | //textarea"
_NOT_PLAIN = ("table", "p", "div", "h1", "h2", "li")
_FEW = 200
_ELEMENTS = 30_000  # trafilatura takes time with the square of them; news pages have a few thousand


def _fits(content: bytes, name: str) -> int:
    if _MARKUP.match(content[:10_000]):
        return 3
    return 2 if PurePath(name).suffix.lower() in _SUFFIXES else 0


def _read(content: bytes, name: str) -> Report:
    within_bounds(content, where=name, kind="page")
    declared = _CHARSET.search(content[:10_000])
    markup, notes = decode(content, where=name, declared=declared.group(1).decode() if declared else None)
    tree = _tree(markup, where=name)
    about = page(tree)
    text = _text(tree, title=about.title, where=name)
    if "<html" in markup[:10_000].lower() and "</html" not in markup[-10_000:].lower():
        notes = (*notes, "breaks off before the page ends: what is there was read")
    return Report(
        source=name,
        text=text,
        title=about.title,
        published=about.published,
        publisher=about.publisher,
        address=about.address,
        language=about.language,
        media="text/html",
        notes=notes,
    )


def _tree(markup: str, *, where: str) -> lxml_html.HtmlElement:
    """The parsed page. The parser itself drops what is nested deeper than 256 levels."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(_ODD_REFERENCE.sub("", _NO_XML.sub("", markup)).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("is no page that can be parsed", where, "save the page again") from error
    return tree


def _text(tree: lxml_html.HtmlElement, *, title: str | None, where: str) -> str:
    """The article's text; where none stands out, or among more elements than an extractor bears, all that the page shows."""
    import trafilatura

    signs_in = bool(tree.xpath("//input[@type='password']"))
    _strip(tree)
    _flatten_rows(tree)
    _unlink_items(tree)
    shown = _shown(tree)
    small = sum(1 for _ in tree.iter()) <= _ELEMENTS
    found = trafilatura.extract(tree, fast=True, include_comments=False, include_tables=True) if small else None
    text = found if found and len(found) >= min(_FEW, len(shown) // 2) else shown
    if len(text) < _FEW and signs_in:
        raise SourceError("is a sign-in page", where, "sign in, save the page itself and read that")
    if not text.strip() or text.strip() == title:
        raise SourceError(
            "is a page without text: a script would draw it", where, "save it from a browser as complete page, or paste the text"
        )
    return text if not title or title in " ".join(text.split()) else f"{title}\n{text}"


def _strip(tree: lxml_html.HtmlElement) -> None:
    for element in tree.xpath(_NO_TEXT):
        if element.getparent() is not None:
            element.drop_tree()


def _flatten_rows(tree: lxml_html.HtmlElement) -> None:
    """Turn each row of a table of plain cells into a paragraph, ``cell | cell``: extractors tear small tables into single cells.

    Under a cell that reaches over several rows the rows below begin with an empty one, as in the table that people see.
    """
    for table in list(tree.iter("table")):
        reaching: list[int] = []
        for row in [row for row in table.iter("tr") if next(row.iter(*_NOT_PLAIN), None) is None]:
            line = " | ".join(_cells(row, reaching))
            tail = row.tail
            row.clear()
            row.tag, row.text, row.tail = "p", line, tail
    for part in list(tree.iter("table", "tbody", "thead", "tfoot")):
        if next(part.iter("tr"), None) is None:
            part.tag = "div"


def _cells(row: lxml_html.HtmlElement, reaching: list[int]) -> list[str]:
    """The texts of a row's cells by column; ``reaching`` counts for each column how many more rows a cell above covers."""
    texts: list[str] = []
    for cell in (cell for cell in row if cell.tag in ("td", "th")):
        while len(texts) < len(reaching) and reaching[len(texts)]:
            texts.append("")
        texts.append(" ".join(cell.text_content().split()))
        reaching += [0] * (len(texts) - len(reaching))
        reaching[len(texts) - 1] = _rows_covered(cell)
    reaching[:] = [max(0, rows - 1) for rows in reaching]
    return texts


def _rows_covered(cell: lxml_html.HtmlElement) -> int:
    said = cell.get("rowspan", "1").strip()
    return min(int(said), 1000) if said.isascii() and said.isdigit() else 1


def _unlink_items(tree: lxml_html.HtmlElement) -> None:
    """Keep the items of a list whole: extractors break a line at a link. Items that are a link and no more, as menus have, stay."""
    for item in tree.iter("li"):
        links = list(item.iter("a"))
        if links and len(item.text_content().strip()) > sum(len(link.text_content()) for link in links) + 3:
            for link in links:
                link.drop_tag()


def _shown(tree: lxml_html.HtmlElement) -> str:
    """What the body shows, one line a block."""
    body = tree.find("body")
    if body is None:
        return ""
    lines: list[str] = [""]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            lines.append("")
        if event == "start":
            lines[-1] += element.text or ""
        elif element is not body:
            lines[-1] += element.tail or ""
    return "\n".join(clean for line in lines if (clean := " ".join(line.split())))


_BLOCKS = frozenset(
    [
        *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table"),
        *("section", "article", "main", "header", "figure", "figcaption", "aside", "br", "hr", "form"),
    ]
)

SOURCE = Source(name="html", says="a saved web page", media="text/html", fits=_fits, read=_read)
