"""A national registry in JSON."""

import json
from typing import Any

import pytest

from amicity.register import fold
from amicity.sources import SourceError, load_bytes, sources, stated
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.relation import Relation
from amicity.terms.source import Refusal

RECORD = {"id": 7, "sn": "12", "prov": "Liaoning", "city": "Shenyang", "w_city": "Sapporo", "w_country": "Japan", "sign_date": "1980-11-18"}


def rows(value: Any) -> list[Finding | Refusal]:
    report = load_bytes(json.dumps(value).encode(), source="registry.json")
    found = list(stated(report) or ())
    for each in found:
        if isinstance(each, Finding):
            for span in (
                each.quote,
                *(m.span for mentions in each.roles.values() for m in mentions),
                *([each.when.span] if each.when else []),
            ):
                assert span is not None and report.text[span.start : span.end] == span.text
    return found


def told(value: Any) -> list[tuple[Any, ...]]:
    return [
        (each.kind, *(place.label for place in each.places("party")), each.when and each.when.value.edtf)
        for each in rows(value)
        if isinstance(each, Finding)
    ]


def test_a_record_is_a_tie_and_the_paper_that_it_was_signed_on() -> None:
    assert told([RECORD]) == [
        ("relation", "Shenyang (CN)", "Sapporo (JP)", "1980-11-18"),
        ("agreement", "Shenyang (CN)", "Sapporo (JP)", "1980-11-18"),
    ]
    assert rows([RECORD])[0].quote.text == "7 | 12 | Liaoning | Shenyang | Sapporo | Japan | 1980-11-18"  # type: ignore[union-attr]


@pytest.mark.parametrize("dates", [["2010-01-05", "1980-11-18"], "1980-11-18; 2010-01-05", "1980-11-18、2010-01-05"])
def test_several_dates_are_several_papers_and_one_tie(dates: Any) -> None:
    found = rows([RECORD | {"sign_date": dates}])
    assert sorted(each[0] for each in told([RECORD | {"sign_date": dates}])) == ["agreement", "agreement", "relation"]
    (tie,) = [
        each
        for each in fold([f for f in found if isinstance(f, Finding)], include_unjudged=True).items.values()
        if isinstance(each, Relation)
    ]
    assert tie.begun is not None and tie.begun.edtf == "1980-11-18"


def test_a_tie_of_a_province_is_the_provinces() -> None:
    assert told([RECORD, RECORD | {"city": "", "w_city": "Hokkaido", "sign_date": None}])[2:] == [
        ("relation", "Liaoning (CN)", "Hokkaido (JP)", None)
    ]


def test_the_list_may_lie_inside_an_answer() -> None:
    assert len(told({"code": 0, "data": {"total": 1, "rows": [RECORD]}})) == 2


def test_records_that_name_no_side_are_refused() -> None:
    reasons = [
        each.reason
        for each in rows(
            [RECORD | {"w_city": ""}, RECORD | {"prov": "", "city": None}, RECORD | {"w_city": "Shenyang", "w_country": "China"}]
        )
        if isinstance(each, Refusal)
    ]
    assert reasons == ["record 7 names no partner", "record 7 names no city and no province", "record 7 pairs Shenyang (CN) with itself"]


def test_what_cannot_be_told_is_said_to_be_unsure() -> None:
    (found,) = rows([RECORD | {"sign_date": "in spring", "w_city": "Nowhere-on-Sea"}])
    assert isinstance(found, Finding)
    assert (found.confidence, found.when, found.flags) == (Confidence.C, None, ("date_unread", "place_unknown"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'[{"city": "Shenyang"}]', "holds no records of ties"),
        (b'{"a":' * 50 + b"[]" + b"}" * 50, "holds no records of ties"),
        (b'[{"w_city": "Sapporo"', "is no JSON"),
        (b"[" * 50_000, "is nested too deeply"),
        (b"<html>Sign in</html>", "is no JSON"),
        (b'"w_city"', "holds no records of ties"),
    ],
)
def test_what_is_no_registry_is_named(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        sources()["registry"].read(content, "registry.json")  # type: ignore[misc]


@pytest.mark.parametrize(
    "odd", [{"w_city": ["Sapporo"]}, {"city": {"name": "x"}}, {"w_country": 3}, {"sign_date": [{}, None, 19801118, True]}]
)
def test_fields_of_any_other_shape_do_no_harm(odd: dict[str, Any]) -> None:
    assert rows([RECORD | odd])
