"""Text that no format chokes on and no program runs."""

import re
from xml.sax.saxutils import escape

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def clean(text: str) -> str:
    """The text with what neither XML nor RDF nor UTF-8 can carry (control characters, lone surrogates) as U+FFFD."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)


def dead(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def xml(text: str) -> str:
    """The text as XML's character data or as an attribute in double quotes."""
    return escape(clean(text), {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})
