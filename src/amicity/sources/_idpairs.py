"""Pairs of Wikidata's ids, one link a line, with lines of names (an id, a tab, a name) beside them or not."""

import re
from collections.abc import Iterator

from amicity.sources._links import ties
from amicity.sources._placing import Written, placed
from amicity.sources._rows import lines, part
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal

PAIR = re.compile(rb"Q[1-9]\d*\t[^\t\r\n]+\r?(?:\n|\Z)")
_LINK = re.compile(r"(Q[1-9]\d{0,11})\t(Q[1-9]\d{0,11})")
_NAME = re.compile(r"(Q[1-9]\d{0,11})\t(?!Q\d+\Z)(\S[^\t]*)")


def stated(report: Report) -> Iterator[Finding | Refusal]:
    """A finding for each link, in order, each a claim of the first of its two items; or why a line says nothing."""
    digest = report.digest
    held = list(lines(report.text.removeprefix("\ufeff")))
    shift = len(report.text) - len(report.text.removeprefix("\ufeff"))
    names = {found[1]: found[2] for line in held if (found := _NAME.fullmatch(line.text))}
    linked = {line.text for line in held}
    for line in held:
        found = _LINK.fullmatch(line.text)
        if not found:
            if not _NAME.fullmatch(line.text):
                yield Refusal(line.number, f"is neither two ids nor an id and a name: {line.text[:60]!r}")
            continue
        one, other = found[1], found[2]
        if one == other:
            yield Refusal(line.number, f"pairs {one} with itself")
            continue
        quote = line._replace(start=line.start + shift).span
        cells = part(quote, 0, len(one)), part(quote, len(one) + 1, len(line.text))
        places = (placed(Written(names.get(id_, id_), own=f"wikidata:{id_}")) for id_ in (one, other))
        yield from ties(
            report=report,
            digest=digest,
            quote=quote,
            sides=tuple(zip(cells, places, strict=True)),
            by=f"{names[one]} ({one})" if one in names else one,
            form=quote,
            one_way=f"{other}\t{one}" not in linked,
        )
