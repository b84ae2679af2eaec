"""Lines as a page was set become paragraphs: what breaks only because the line was full runs on."""

import re
from collections.abc import Iterable

_FULL = 0.72
_NARROW = 20
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-\n([^\W\d_A-Z]+)")
_STARTS = re.compile(r"\s*(?:[-*•·▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")


def unwrapped(page: str) -> str:
    """The page with one line a paragraph, heading or row; words broken at a line's end are made whole."""
    whole = _BROKEN.sub(_Joined(page), page)
    lines = [line.rstrip() for line in whole.split("\n")]
    widths = sorted(len(line) for line in lines if line.strip())
    wide = widths[len(widths) * 9 // 10] if widths else 0
    return "\n".join(_run_together(lines, full=max(_NARROW, wide * _FULL)))


def _run_together(lines: Iterable[str], *, full: float) -> list[str]:
    found: list[str] = []
    width = 0.0  # of the last line as it was set; of none, nothing runs on
    for line in lines:
        if found and width >= full and _runs_on(found[-1], line):
            found[-1] = f"{found[-1]} {line.lstrip()}"
        else:
            found.append(line)
        width = len(line)
    return found


def _runs_on(above: str, line: str) -> bool:
    begins = line.lstrip()[:1]
    if not begins or _STARTS.match(line) or "|" in line or "\t" in line:
        return False
    return not above.endswith((".", "!", "?", ":", ";", "|")) or begins.islower()


class _Joined:
    """Whether a hyphen at a line's end belongs to the word: it does where the page writes the word with it, or its first part alone."""

    def __init__(self, page: str) -> None:
        self._words = {word.lower() for word in _WORD.findall(_BROKEN.sub("", page))}

    def __call__(self, found: re.Match[str]) -> str:
        left, right = found.groups()
        if f"{left}{right}".lower() in self._words:
            return f"{left}{right}"
        if f"{left}-{right}".lower() in self._words or left.lower() in self._words:
            return f"{left}-{right}"
        return f"{left}{right}"
