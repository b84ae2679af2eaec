"""Findings, judgements and imprints as JSON: the codebook's shape, there and back."""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

import orjson

from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Candidate, Level, Place
from amicity.terms.report import Grade
from amicity.terms.span import Span
from amicity.terms.status import Status


class WireError(ValueError):
    """A JSON object is no finding, judgement or imprint; the message says which field and what was wanted."""


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """The finding as the codebook writes it (section 1), ready for ``json.dumps``."""
    written: dict[str, Any] = {
        "id": finding.id,
        "source": finding.source,
        "report": finding.report,
        "kind": finding.kind,
        "status": finding.status.value,
    }
    if finding.when:
        written["when"] = {"value": finding.when.value.edtf, "derivation": finding.when.derivation.value, **_span(finding.when.span)}
    written["roles"] = {role: [_mention(m) for m in mentions] for role, mentions in finding.roles.items()}
    written["quote"] = _quote(finding.quote)
    if finding.also:
        written["also"] = [_quote(span) for span in finding.also]
    written |= {
        "attribution": finding.attribution,
        "confidence": finding.confidence.value,
        "rule": finding.rule,
        "reader": finding.reader,
    }
    if finding.domestic:
        written["domestic"] = True
    if finding.flags:
        written["flags"] = list(finding.flags)
    return written


def finding_from_json(written: Mapping[str, Any]) -> Finding:
    """The finding that was written. Raises WireError where a field is missing or cannot be."""
    try:
        when = written.get("when")
        return Finding(
            source=str(written["source"]),
            report=str(written["report"]),
            kind=str(written["kind"]),
            status=Status(written["status"]),
            roles={role: tuple(_read_mention(m) for m in mentions) for role, mentions in written["roles"].items()},
            quote=_read_quote(written["quote"]),
            when=Dated(PartialDate(when["value"]), _read_span(when), Derivation(when["derivation"])) if when else None,
            also=tuple(_read_quote(q) for q in written.get("also", ())),
            attribution=written.get("attribution"),
            confidence=Confidence(written.get("confidence", "B")),
            rule=written.get("rule", ""),
            reader=written.get("reader", ""),
            domestic=bool(written.get("domestic", False)),
            flags=tuple(written.get("flags", ())),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise WireError(f"this is no finding: {_slip(error)}") from error


def judgement_to_json(judgement: Judgement) -> dict[str, Any]:
    """The judgement as JSON, with its id."""
    written: dict[str, Any] = {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "subjects": list(judgement.subjects),
        "by": judgement.by,
        "at": judgement.at,
    }
    if judgement.reason:
        written["reason"] = judgement.reason
    if judgement.correction:
        written["correction"] = finding_to_json(judgement.correction)
    if judgement.policy:
        written["policy"] = {
            "confidences": [c.value for c in judgement.policy.confidences],
            "sources": list(judgement.policy.sources),
            "kinds": list(judgement.policy.kinds),
        }
    return written


def judgement_from_json(written: Mapping[str, Any]) -> Judgement:
    """The judgement that was written. Raises WireError where a field is missing or cannot be."""
    try:
        policy = written.get("policy")
        return Judgement(
            verdict=Verdict(written["verdict"]),
            subjects=tuple(str(s) for s in written.get("subjects", ())),
            by=str(written["by"]),
            at=str(written["at"]),
            reason=str(written.get("reason", "")),
            correction=finding_from_json(written["correction"]) if written.get("correction") else None,
            policy=Policy(
                tuple(Confidence(c) for c in policy.get("confidences", ("A",))),
                tuple(policy.get("sources", ())),
                tuple(policy.get("kinds", ())),
            )
            if policy is not None
            else None,
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise WireError(f"this is no judgement: {_slip(error)}") from error


def imprint_to_json(imprint: Imprint) -> dict[str, Any]:
    """What is known of a report besides its text, as JSON."""
    day = imprint.published
    told = {"report": imprint.report, "source": imprint.source, "published": day.edtf if day else None, "grade": imprint.grade.value}
    return told | {name: said for name in _PLAIN if (said := getattr(imprint, name)) is not None}


def imprint_from_json(written: Mapping[str, Any]) -> Imprint:
    """The imprint that was written. Raises WireError where a field is missing or cannot be."""
    try:
        day, grade = written["published"], Grade(written.get("grade", Grade.UNGRADED))
        more = {name: written.get(name) for name in _PLAIN}
        source, published = str(written.get("source", "")), PartialDate(day) if day else None
        return Imprint(str(written["report"]), source, published=published, grade=grade, **more)
    except (KeyError, TypeError, ValueError) as error:
        raise WireError(f"this is no imprint: {_slip(error)}") from error


def to_line(written: Mapping[str, Any]) -> bytes:
    """The object as one line of JSON, without its end; a lone surrogate, which UTF-8 cannot carry, is written as JSON's escape."""
    try:
        return orjson.dumps(written)
    except orjson.JSONEncodeError:
        return json.dumps(written, ensure_ascii=True).encode()


def from_line(line: bytes) -> Any:
    """What a line of JSON holds, lone surrogates too. Raises json.JSONDecodeError (a ValueError) for what is no JSON."""
    return json.loads(line) if b"\\ud" in line or b"\\uD" in line else orjson.loads(line)


def _slip(error: Exception) -> str:
    return f"the field {error} is missing" if isinstance(error, KeyError) else str(error)


def _span(span: Span | None) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text} if span else {}


def _quote(span: Span) -> dict[str, Any]:
    return {"exact": span.text, "start": span.start, "end": span.end}


def _mention(mention: Mention) -> dict[str, Any]:
    written: dict[str, Any] = {}
    if mention.place is not None:
        written |= {"name": mention.place.name, "country": mention.place.country, "id": mention.place.id}
        written |= _place_details(mention.place)
    if mention.value is not None:
        written["value"] = mention.value
    if mention.derivation is not Derivation.LITERAL:
        written["derivation"] = mention.derivation.value
    if mention.repaired:
        written["repaired"] = True
    return written | _span(mention.span)


def _place_details(place: Place) -> dict[str, Any]:
    written: dict[str, Any] = {"level": place.level.value}
    if place.latitude is not None and place.longitude is not None:
        written |= {"latitude": place.latitude, "longitude": place.longitude}
    if place.population is not None:
        written["population"] = place.population
    if place.known_by:
        written["known_by"] = list(place.known_by)
    if place.candidates:
        written["candidates"] = [
            {"id": c.id, "name": c.name, "country": c.country, "score": c.score, "reasons": list(c.reasons)} for c in place.candidates
        ]
    return written


def _read_quote(written: Mapping[str, Any]) -> Span:
    return Span(int(written["start"]), int(written["end"]), str(written["exact"]))


def _read_span(written: Mapping[str, Any]) -> Span | None:
    return Span(int(written["start"]), int(written["end"]), str(written["text"])) if "start" in written else None


def _read_mention(written: Mapping[str, Any]) -> Mention:
    span = _read_span(written)
    if span is None:
        raise WireError("a role's value has no start, end and text")
    return Mention(
        span=span,
        value=written.get("value"),
        place=_read_place(written) if "name" in written or "country" in written else None,
        derivation=Derivation(written["derivation"]) if "derivation" in written else Derivation.LITERAL,
        repaired=bool(written.get("repaired", False)),
    )


_place = lru_cache(maxsize=1 << 16, typed=True)(Place)
"""One and the same place for all mentions of it: a register's findings name few places many times."""


def _read_place(written: Mapping[str, Any]) -> Place:
    told, level = written.get, written.get("level", "city")
    rivals = tuple(map(_candidate, written["candidates"])) if "candidates" in written else ()
    where = (told("latitude"), told("longitude"), told("population"))
    return _place(
        told("name"), told("country"), told("id"), _LEVELS.get(level) or Level(level), *where, rivals, tuple(map(str, told("known_by", ())))
    )


def _candidate(written: Mapping[str, Any]) -> Candidate:
    reasons = tuple(written.get("reasons", ()))
    return Candidate(written["id"], written["name"], written.get("country"), float(written["score"]), reasons)


_LEVELS = {level.value: level for level in Level}
_PLAIN = tuple(field.name for field in fields(Imprint) if field.name not in ("report", "source", "published", "grade"))
"""The fields of an imprint that are text, or nothing."""
