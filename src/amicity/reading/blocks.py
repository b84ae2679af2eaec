"""A report in blocks: what is title, dateline, body, caption, list, tail, and what belongs to another article."""

import re
from typing import NamedTuple

_TAIL = re.compile(
    r"\s*(?:related (?:posts?|articles?|news|stories|suggestions?|links|content|reading|topics)\b"
    r"|leave a (?:reply|comment)\b|you (?:may|might) also (?:like|be interested)|your email address|"
    r"copyright\b|©|\(c\) ?\d{4}|all rights reserved|about the author|post navigation|more (?:from|news"
    r"|stories)\b|read (?:more|also|next)\b|also read\b|share this\b|share on\b|"
    r"recommended (?:for you|stories|articles)|comments? ?(?:\(\d+\))?\s*:?$|\d+ comments?\b|latest (?:news"
    r"|posts|stories)|popular (?:posts|news)|most (?:read|popular)|subscribe\b|sign up (?:for|to)\b|newsletter|"
    r"文章来源|相关|previous (?:post|article)|next (?:post|article)|trending\b|editor'?s picks?|recent posts"
    r"|categories\b|tags?:|advertisement\b|back to top|follow us\b|see also\b|other news\b|don'?t miss)",
    re.I,
)
_SOFT_TAIL = re.compile(
    r"\s*(?:advertisement|share (?:this|on)|read (?:more|also)|also read|tags?:|subscribe|sign up|newsletter"
    r"|follow us|see also|more from|trending|categories)",
    re.I,
)
_CAPTION = re.compile(
    r"\(?\b(?:photo|image|picture|file photo|photograph|pic)\b ?(?:/|:|by|courtesy|credit|\||from)|\((?:photo"
    r"|image|xinhua|afp|reuters|ap|supplied)\b[^)]*\)\s*$|^\s*(?:caption|photo)\s*:",
    re.I,
)
_META = re.compile(
    r"\s*(?:by [A-Z][\w .,'-]{2,50}$|by [A-Z]{2}.*\||(?:last )?updated ?(?:on|at|:)|published ?(?:on|at|:)"
    r"|posted ?(?:on|by|at|:)|source ?:|date ?:|time ?:|time\d{4}|author ?:|【?fonts? ?:|print$|clicks"
    r"|release (?:date|time)|from:|editor ?:|reporter ?:|written by"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2})?\s*$|时间|来源|发布|home\s*[>»/|]|\[[\w ]{3,30}\]$)",
    re.I,
)
_RESOLUTION = re.compile(r"\s*(?:A|AN) (?:JOINT )?(?:RESOLUTION|ORDINANCE|PROCLAMATION)\b[^a-z]*$")
"""A resolution's title, set in capitals, runs over as many lines as it needs."""
_WIDE_GAP = re.compile(r"\s\s\s")
_PICTURED = ("photo", "image", "pic", "caption", "(xinhua", "(afp", "(reuters", "(ap", "(supplied")
_BULLET = re.compile(r"\s*(?:[-*•·▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+")
_NUMBERED = re.compile(r"\s*(\d{1,3})\s+(?=[A-Z])")
_WORDED = re.compile(r"[^\W_]{2}")
_TWO = re.compile(r"[a-z]{3}[.!?] [A-Z]")
_FOOTNOTE = re.compile(r"(?:\[\w{1,3}\])+$")
_ASIDE = re.compile(r"(?<=\w)\s?(?:\([^()]{2,40}\)|(?<=\.[A-Z])\.)$")
_ENTRY_WORDS = 8
_HEAD = 4
_LONG_CELL = 60
_SPOKEN = 160
_SHORTEST, _WIDEST = 45, 130
_ENDS = re.compile(r"[.!?:;\"')\]]\s*$")


class Block(NamedTuple):
    """One paragraph, line or row. ``label``: title, heading, meta, body, caption, row, tail."""

    start: int
    end: int
    label: str


def blocks_of(text: str) -> list[Block]:
    """The text's blocks in order; everything after a tail's mark is tail."""
    rows = _numbered(text)
    lines = _paragraphs(text, rows)
    found: list[Block] = []
    tail = False
    seen = 0
    body_seen = False
    labels: dict[tuple[str, int, bool], str] = {}
    for start, end in lines:
        line = text[start:end]
        if not tail and (body_seen or seen > 3) and len(line) < 400 and _TAIL.match(line):
            soft = _SOFT_TAIL.match(line) and len(line) < 200 and end < len(text) * 0.6
            if soft:
                found.append(Block(start, end, "tail"))
                continue
            tail = body_seen
            if not tail:
                found.append(Block(start, end, "tail"))
                continue
        known = (line, min(seen, _HEAD), body_seen)
        if known not in labels:
            labels[known] = _label(line, *known[1:])
        label = "tail" if tail else "row" if start in rows else labels[known]
        body_seen = body_seen or label == "body"
        seen += 1
        found.append(Block(start, end, label))
    return found


def _label(line: str, seen: int, body_seen: bool) -> str:
    bare = line.strip()
    if not _WORDED.search(bare):
        return "meta"
    if len(bare) < 160 and _META.match(bare) and not re.search(r"\b(?:signed|visited|met)\b", bare):
        return "meta"
    if len(bare) < 600 and _pictured(bare.lower()) and _CAPTION.search(bare):
        return "caption"
    if (_BULLET.match(line) and not (len(bare) > _SPOKEN and _TWO.search(bare))) or (len(bare) < 300 and _cells(bare)):
        return "row"
    if (
        seen == 0
        and len(bare) < 220
        and not (bare.endswith(".") and (len(bare) > 120 or _TWO.search(bare)))
        and not re.match(r"(?:date )?\d{4}-\d\d-\d\d \w+, ", bare)
    ):
        return "title"
    entry = _ASIDE.sub("", bare) if bare.count(" ") < _ENTRY_WORDS else bare
    if len(bare) < 120 and not _ENDS.search(_FOOTNOTE.sub("", entry)):
        return "title" if not body_seen and seen < _HEAD and len(bare) > 25 else "heading"
    return "body"


def _pictured(lower: str) -> bool:
    return any(word in lower for word in _PICTURED)


def _numbered(text: str) -> frozenset[int]:
    """Where the rows of a table begin that are numbered one after the other, with nothing but spaces between their cells."""
    rows: set[int] = set()
    position, above, number = 0, -1, -1
    for line in text.split("\n"):
        match = _NUMBERED.match(line) if line[:8].strip()[:1].isdigit() else None
        if match is not None:
            if int(match.group(1)) == number + 1:
                rows |= {above, position}
            above, number = position, int(match.group(1))
        elif line.strip() and len(line) > _LONG_CELL:
            number = -1
        position += len(line) + 1
    return frozenset(rows)


def _paragraphs(text: str, rows: frozenset[int]) -> list[tuple[int, int]]:
    """Lines, with hard-wrapped ones joined: a line that runs on in lower case belongs to the one before."""
    lines: list[tuple[int, int]] = []
    position = 0
    for raw in text.split("\n"):
        start, end = position, position + len(raw)
        position = end + 1
        bare = raw.strip()
        if not bare:
            lines.append((end, end))
            continue
        apart = start in rows or (lines and lines[-1][0] in rows and not bare[0].islower())
        if lines and not apart and lines[-1][0] < lines[-1][1] and _runs_on(text[lines[-1][0] : lines[-1][1]], bare):
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
    return [(a, b) for a, b in lines if b > a]


def _cells(line: str) -> bool:
    """Whether a line is parted as a table's row is."""
    return "|" in line or "\t" in line or _WIDE_GAP.search(line) is not None


def _runs_on(above: str, line: str) -> bool:
    last = above[above.rfind("\n") + 1 :].strip()
    if line.isupper() and last[-1:] not in ".!?:;" and _RESOLUTION.match(above):
        return True
    if not _SHORTEST <= len(last) <= _WIDEST or _BULLET.match(line) or _cells(last):
        return False
    if line[0].islower():
        return not last.endswith((".", "!", "?", ":"))
    return (
        len(last) >= 55
        and not _META.match(line)
        and last[-1:].isalnum() | (last[-1:] in ",-(")
        and "|" not in last
        and "\t" not in last
        and len(line) > 8
        and not _BULLET.match(last)
        and (last.count(" ") >= 7)
    )
