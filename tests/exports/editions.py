"""Registers to export: a small tale, and one in which every text is hostile."""

from dataclasses import replace
from datetime import date

from amicity.exports import exports
from amicity.register import fold
from amicity.terms.export import Edition
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.mention import Mention
from amicity.terms.place import Place
from amicity.terms.report import digest_of
from amicity.terms.span import Span
from amicity.terms.status import Status
from builders import BELFAST, DALIAN, SAPPORO, SHENYANG, accept_all, agreement, finding, imprint, relation, story, visit
from exports.payloads import PAYLOADS

DAY = date(2022, 10, 17)
FINDINGS = (
    *story(),
    relation(SHENYANG, SAPPORO, when="1980-11-18", report="list"),
    visit(SHENYANG, SAPPORO, when="2022-09-01", report="trip", leader="Li Na"),
    agreement(SHENYANG, BELFAST, when="2016-05", report="three", form="memorandum"),
    relation(SHENYANG, SAPPORO, DALIAN, form="cooperation", when="2019", report="trio"),
    finding("termination", when="2020-02-03", report="over", party=(SHENYANG, BELFAST)),
)
JUDGEMENTS = (accept_all(),)


def edition(*findings: Finding, day: date = DAY, place: str | None = None, judgements: tuple[Judgement, ...] = JUDGEMENTS) -> Edition:
    """The tale's register (or that of other findings) on a day."""
    told = findings or FINDINGS
    printed = (imprint("list", "2010-01-01"), imprint("trip", "2022-09-02"))
    return Edition(fold(told, judgements, imprints=printed), day, place, told, judgements, revision=len(judgements))


def written(name: str, *findings: Finding, day: date = DAY) -> bytes:
    """The tale in a format."""
    return exports()[name].write(edition(*findings, day=day))


def hostile() -> Edition:
    """Each payload as a place's name, a word of the report, a title, a publisher and a reason; and all as the publisher."""
    found: list[Finding] = []
    printed: list[Imprint] = []
    for number, payload in enumerate(PAYLOADS):
        digest = digest_of(f"{number}{payload}")
        bad = Place(payload, "CN", latitude=1.0 + number / 10, longitude=2.0)
        span = Span(0, len(payload), payload)
        says, where = Mention(span, value=payload), Mention(span, place=bad)
        other = Mention(Span(0, 7, "Sapporo"), place=SAPPORO)
        base = replace(relation(bad, SAPPORO, when="1980-11-18"), source=payload, report=digest, quote=span, reader=payload)
        found += [
            replace(base, roles={**base.roles, "label": (says,)}),
            replace(base, kind="promise", status=Status.PLANNED, roles={"by": (where,), "to": (other,), "action": (says,)}),
            replace(base, kind="figure", roles={"about": (where,), "measure": (says,), "value": (says,), "unit": (says,)}),
            replace(base, kind="visit", roles={"visitor": (where,), "host": (other,), "leader": (says,)}),
            replace(base, kind="post", roles={"person": (says,), "place": (where,), "post": (says,)}),
        ]
        printed.append(Imprint(digest, payload, payload, None, payload, payload))
    said = replace(accept_all(by=PAYLOADS[0]), reason=PAYLOADS[1])
    refused = Judgement(Verdict.REJECT, ("0" * 20,), PAYLOADS[2], "2026-01-01T00:00:00Z", PAYLOADS[3])
    judgements = (said, refused)
    register = fold(found, judgements, imprints=printed)
    return Edition(register, date(1981, 6, 1), None, tuple(found), judgements, "https://r.example", publisher=PAYLOADS[60])
