"""What the child process and its parent write to each other: one JSON object a line."""

import json
from dataclasses import asdict, fields

from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade, Report
from amicity.terms.source import Lead, SourceError

Answer = Report | SourceError | Lead
"""What the child gives: reports, what is wrong with one of them, or leads."""

_FIELDS = tuple(field.name for field in fields(Report))


def written(answer: Answer) -> bytes:
    """The line of an answer. Lone surrogates pass, as escapes."""
    match answer:
        case Report():
            told = {"report": {name: getattr(answer, name) for name in _FIELDS} | {"published": _day(answer.published)}}
        case Lead():
            told = {"lead": asdict(answer) | {"published": _day(answer.published)}}
        case SourceError():
            told = {"error": {"what": answer.what, "where": answer.where, "remedy": answer.remedy}}
    return json.dumps(told, separators=(",", ":")).encode() + b"\n"


def answer_in(line: bytes) -> Answer | None:
    """The answer in a line; None where it says that there are no more. Raises ValueError, KeyError or TypeError for others."""
    told = json.loads(line)
    if report := told.get("report"):
        changed = {"published": _date(report["published"]), "grade": Grade(report["grade"]), "notes": tuple(report["notes"])}
        return Report(**report | changed)
    if lead := told.get("lead"):
        return Lead(**lead | {"published": _date(lead["published"])})
    if error := told.get("error"):
        return SourceError(**error)
    if "end" in told:
        return None
    raise ValueError("neither a report, a lead, an error nor an end")


def _day(date: PartialDate | None) -> str | None:
    return date.edtf if date else None


def _date(written: str | None) -> PartialDate | None:
    return PartialDate(written) if written else None
