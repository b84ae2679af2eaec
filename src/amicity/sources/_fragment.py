"""The text of a piece of markup inside something else, such as an entry of a feed."""

import re

from lxml import etree
from lxml import html as lxml_html

from amicity.sources._clean import clean

_BLOCKS = set("p div li ul ol br hr tr table blockquote figure h1 h2 h3 h4 h5 h6 dt dd section article".split())  # noqa: SIM905
_NO_TEXT = ("script", "style", "template", "noscript")
_MARKED = re.compile(r"<[a-zA-Z/!]|&[#\w]{2,30};")


def text_of(fragment: str) -> str:
    """What the fragment shows, one line a block; a plain text as it stands."""
    if not _MARKED.search(fragment):
        return clean(fragment).strip()
    try:
        tree = lxml_html.fragment_fromstring(clean(fragment), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return clean(fragment).strip()
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    lines = [""]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            lines.append("")
        said = element.text if event == "start" else element.tail
        if isinstance(element.tag, str) or event == "end":
            lines[-1] += said or ""
    return "\n".join(line for each in lines if (line := " ".join(each.split())))
