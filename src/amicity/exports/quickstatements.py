"""What Wikidata lacks: a difference to read first, and the statements for QuickStatements (version 1) that would add it.

Only sister ties that stand by accepted findings of other sources are written, with the day that is known (P580) and the address of a
report (S854); all else is listed with the reason why not. Nothing is sent anywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from amicity.exports._archive import zipped
from amicity.exports._credits import provenance, rights
from amicity.exports._rfc4180 import written
from amicity.exports._text import clean
from amicity.exports._then import then
from amicity.exports._wikidata import Snapshot, from_wikidata, snapshot
from amicity.register.wording import counted
from amicity.review.identity import aliases
from amicity.review.rulings import standing
from amicity.terms.export import Edition, Export
from amicity.terms.finding import Finding
from amicity.terms.form import Form
from amicity.terms.imprint import Imprint
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

_TWINNED, _START, _ADDRESS, _PUBLISHED = "P190", "P580", "S854", "S577"
_WEB = re.compile(r"https?://[^\s\"<>|\\^`{}\x00-\x20\ud800-\udfff]+")
_EXACT = re.compile(r"\d{4}(-(0\d|1[0-2]))?(-\d{2})?")
_NONE = (
    "The register holds nothing from Wikidata to compare with. Bring in what Wikidata has (`amicity import wikidata`), add it to the\n"
    "register (it need not be accepted), and write this again.\n"
)


@dataclass(frozen=True, slots=True)
class Lack:
    """One statement that Wikidata lacks: who would state whom, since when as far as the report says so, and whether the other way
    is stated already."""

    tie: Relation
    one: str
    other: str
    returned: bool
    imprint: Imprint
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A tie of which nothing is written, and why."""

    tie: Relation
    why: str


def write(edition: Edition) -> bytes:
    """``difference.md`` to read, ``statements.txt`` to paste, ``left-out.csv`` with the reasons."""
    held, known = then(edition), snapshot(edition.findings, aliases(standing(edition.judgements)))
    found = [each for tie in held.relations for each in _compared(tie, held, known)] if known.links else []
    lacks = [each for each in found if isinstance(each, Lack)]
    left = [each for each in found if isinstance(each, LeftOut)]
    rows = ((each.tie.id, clean(each.tie.label), clean(each.why)) for each in left)
    return zipped(
        {
            "difference.md": _difference(edition, held, known, lacks, left).encode(),
            "statements.txt": "".join(f"{_statement(lack)}\n" for lack in lacks).encode(),
            "left-out.csv": written(("tie", "parties", "why"), rows, mark=True),
            "LICENCE.txt": f"{rights(edition)}\n".encode(),
        }
    )


def _compared(tie: Relation, held: Register, known: Snapshot) -> Iterator[Lack | LeftOut]:
    claims = [held.findings[id_] for id_ in tie.findings if id_ in held.findings]
    others = [claim for claim in claims if not from_wikidata(claim)]
    if not others or tie.status is TieStatus.PROSPECT:
        return
    if why := _unfit(tie):
        yield LeftOut(tie, why)
        return
    items = [known.item(place) for place in tie.parties]
    if None in items or items[0] == items[1]:
        unknown = [place for place, item in zip(tie.parties, items, strict=True) if item is None]
        names = ", ".join(f"{place.label}{known.likely(place)}" for place in unknown)
        yield LeftOut(tie, f"nobody knows the item of {names}" if names else "both places are one item")
        return
    here, there = zip(tie.parties, map(str, items), strict=True)
    source = _source(tie, others, held)
    for (place, one), (partner, other) in ((here, there), (there, here)):
        if known.stated(place, partner):
            continue
        if one not in known.listed:
            yield LeftOut(tie, f"it is not known what {one} states: get that item first")
        elif source is None:
            yield LeftOut(tie, "no report behind it has an address on the web")
        else:
            yield Lack(tie, one, other, known.stated(partner, place), *source)


def _source(tie: Relation, claims: list[Finding], held: Register) -> tuple[Imprint, PartialDate | None] | None:
    """A report on the web that says so, best one that gives the day since when; the day only where that very report gives it."""
    cited: list[tuple[Imprint, PartialDate | None]] = []
    for claim in claims:
        imprint = held.imprints.get(claim.report)
        address = imprint and (imprint.address or imprint.source)
        if imprint and address and _WEB.fullmatch(address):
            dated = claim.when is not None and claim.when.value == tie.since
            cited.append((replace(imprint, address=address), tie.since if dated else None))
    return min(cited, key=lambda each: (each[1] is None, each[0].report), default=None)


def _unfit(tie: Relation) -> str:
    if len(tie.parties) != 2:
        return f"it has {len(tie.parties)} parties"
    if tie.status is not TieStatus.STANDING:
        return f"it is {tie.status.value}"
    return "" if tie.form is Form.SISTER else f"its form is {tie.form.value if tie.form else 'not known'}, and P190 says twinned"


def _statement(lack: Lack) -> str:
    cells = [lack.one, _TWINNED, lack.other]
    if start := _time(lack.since):
        cells += [_START, start]
    cells += [_ADDRESS, f'"{lack.imprint.address}"']
    if published := _time(lack.imprint.published):
        cells += [_PUBLISHED, published]
    return "\t".join(cells)


def _time(when: PartialDate | None) -> str:
    """A sure day, month or year with its precision (11, 10, 9); else nothing."""
    if when is None or not _EXACT.fullmatch(when.edtf) or when.edtf < "1583":
        return ""
    year, month, day = (*when.edtf.split("-"), "00", "00")[:3]
    return f"+{year}-{month}-{day}T00:00:00Z/{9 + when.edtf.count('-')}"


def _difference(edition: Edition, held: Register, known: Snapshot, lacks: list[Lack], left: list[LeftOut]) -> str:
    fresh = sorted({lack.tie.label for lack in lacks if not lack.returned})
    head = f"# What Wikidata lacks\n\n{provenance(edition, held)}\n\n"
    if not known.links:
        return head + _NONE
    days = sorted(str(each.published) for each in _imprints(edition, known) if each.published)
    stood = f", last on {days[-1]}" if days else ""
    ties = counted(len(fresh), "tie", "ties")
    one_way = sum(lack.returned for lack in lacks)
    return (
        f"{head}Compared with {counted(len(known.links), 'link', 'links')} read from Wikidata{stood}.\n\n"
        f"**The register has {ties} that Wikidata lacks, with references**, and {counted(one_way, 'link', 'links')} that Wikidata states "
        f"from one side only. {counted(len(left), 'comparison', 'comparisons')} led to nothing: see `left-out.csv`.\n\n"
        "Read each line and its report. Take out of `statements.txt` what you would not sign, and paste the rest into\n"
        "https://quickstatements.toolforge.org/ under your own name. Look at the items first: they may have changed since.\n\n"
        f"{''.join(map(_line, lacks))}"
    )


def _imprints(edition: Edition, known: Snapshot) -> list[Imprint]:
    return [imprint for digest in sorted(known.reports) if (imprint := edition.register.imprints.get(digest))]


def _line(lack: Lack) -> str:
    since = f", since {lack.since}" if lack.since else ""
    also = " (Wikidata has it the other way round)" if lack.returned else ""
    label = re.sub(r"([\\`*_{}\[\]<>()#|!])", r"\\\1", clean(lack.tie.label).replace("\n", " ").replace("\r", " "))
    return f"- {lack.one} → {lack.other}: {label}{since}{also}. <{lack.imprint.address}>\n"


EXPORT = Export(
    "quickstatements",
    "ties that Wikidata lacks, as a difference to read and statements to add",
    "quickstatements.zip",
    "application/zip",
    write,
    "for giving back to Wikidata, after a person has looked",
    "https://www.wikidata.org/wiki/Help:QuickStatements",
)
