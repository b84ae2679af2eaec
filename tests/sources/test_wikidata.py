"""Wikidata's links: items in JSON, the results of a query, pairs of ids; whole, odd and hostile."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from amicity.register import fold
from amicity.sources import SourceError, load_bytes, sources, stated
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.relation import Relation, TieStatus
from amicity.terms.report import Report
from amicity.terms.source import Refusal
from amicity.terms.wire import finding_from_json, finding_to_json

SHENYANG, KARACHI = "Q11720", "Q8660"
SHARED = Path("../shared/data/wikidata-2016")


def time(day: str, precision: int = 11, calendar: str = "Q1985727") -> dict[str, Any]:
    value = {"time": f"+{day}T00:00:00Z", "precision": precision, "calendarmodel": f"http://www.wikidata.org/entity/{calendar}"}
    return {"snaktype": "value", "datavalue": {"value": value, "type": "time"}}


def claim(value: Any, **more: Any) -> dict[str, Any]:
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": "normal", **more}


def twin(other: str | None, *, reference: str = "", rank: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    made = claim({"id": other}, id=f"Q1${other}") if other else {"mainsnak": {"snaktype": "somevalue"}}
    refs = [{"snaks": {"P854": [{"datavalue": {"value": reference, "type": "string"}}]}}] if reference else []
    return made | {"rank": rank, "references": refs, "qualifiers": {name: [snak] for name, snak in qualifiers.items()}}


def item(id_: str, label: str, *twins: Any, **claims: Any) -> dict[str, Any]:
    return {"type": "item", "id": id_, "labels": {"en": {"value": label}}, "claims": {"P190": list(twins), **claims}}


def answer(*items: dict[str, Any]) -> bytes:
    return json.dumps({"entities": {each["id"]: each for each in items}}).encode()


def rows(content: bytes | str) -> list[Finding | Refusal]:
    report = report_of(content)
    found = list(stated(report) or ())
    for each in found:
        if isinstance(each, Finding):
            for span in (each.quote, *(m.span for mentions in each.roles.values() for m in mentions)):
                assert report.text[span.start : span.end] == span.text
            assert finding_from_json(json.loads(json.dumps(finding_to_json(each)))) == each
    return found


def report_of(content: bytes | str) -> Report:
    return load_bytes(content.encode() if isinstance(content, str) else content, source="wikidata.json")


def findings(content: bytes | str) -> list[Finding]:
    return [each for each in rows(content) if isinstance(each, Finding)]


def refusals(content: bytes | str) -> list[str]:
    return [each.reason for each in rows(content) if isinstance(each, Refusal)]


def labels(all_: Iterable[Finding]) -> list[tuple[str, ...]]:
    return [tuple(place.label for place in each.places("party")) for each in all_]


def test_a_statement_with_its_date_and_its_reference() -> None:
    here = item(
        SHENYANG,
        "Shenyang",
        twin(KARACHI, reference="https://example.org/twins", P580=time("2021-12-09")),
        P1566=[claim("2034937")],
    )
    (found,) = findings(answer(here, item(KARACHI, "Karachi", P625=[claim({"latitude": 24.86, "longitude": 67.01})])))
    assert labels([found]) == [("Shenyang (CN)", "Karachi (PK)")]
    assert found.when is not None and found.when.value.edtf == "2021-12-09"
    assert "https://example.org/twins" in found.quote.text
    assert (found.kind, found.attribution, found.confidence, found.flags) == ("relation", "Shenyang (Q11720)", Confidence.B, ("one_way",))


def test_a_link_that_both_sides_state_is_two_claims_of_one_tie() -> None:
    both = findings(answer(item(SHENYANG, "Shenyang", twin(KARACHI)), item(KARACHI, "Karachi", twin(SHENYANG))))
    assert [(each.attribution, each.flags) for each in both] == [("Shenyang (Q11720)", ()), ("Karachi (Q8660)", ())]
    (tie,) = [each for each in fold(both, include_unjudged=True).items.values() if isinstance(each, Relation)]
    assert len(tie.findings) == 2


def test_what_has_ended_is_told_as_ended() -> None:
    found = findings(answer(item(SHENYANG, "Shenyang", twin(KARACHI, P580=time("1999-00-00", 9), P582=time("2019-05-00", 10)))))
    assert [(each.kind, each.when and each.when.value.edtf) for each in found] == [("relation", "1999"), ("termination", "2019-05")]
    (tie,) = [each for each in fold(found, include_unjudged=True).items.values() if isinstance(each, Relation)]
    assert tie.status is TieStatus.ENDED


def test_an_end_that_nobody_dates() -> None:
    _, end = findings(answer(item(SHENYANG, "Shenyang", twin(KARACHI, P582={"snaktype": "somevalue"}))))
    assert (end.kind, end.when, end.flags) == ("termination", None, ("nameless", "undated"))


@pytest.mark.parametrize(
    ("snak", "edtf"),
    [
        (time("1985-00-00", 9), "1985"),
        (time("1985-03-00", 10), "1985-03"),
        (time("1985-03-07"), "1985-03-07"),
        (time("1980-00-00", 8), "198X"),
        (time("1570-03-07", calendar="Q1985786"), "1570~"),
        (time("1900-00-00", 7), None),
        (time("1985-02-31"), None),
        ({"snaktype": "value", "datavalue": {"value": "yesterday"}}, None),
    ],
)
def test_dates_as_precise_as_stated_and_no_more(snak: dict[str, Any], edtf: str | None) -> None:
    (found,) = findings(answer(item(SHENYANG, "Shenyang", twin(KARACHI, P580=snak))))
    assert (found.when and found.when.value.edtf) == edtf


def test_what_is_deprecated_nameless_or_itself_is_refused_and_said() -> None:
    held = item(SHENYANG, "Shenyang", twin(KARACHI, rank="deprecated"), twin(None), twin(SHENYANG), twin(KARACHI))
    assert refusals(answer(held)) == [
        "is marked as deprecated in Wikidata: Shenyang (Q11720) and Q8660",
        "names no partner of Shenyang (Q11720)",
        "pairs Shenyang (Q11720) with itself",
    ]
    assert len(findings(answer(held))) == 1


def test_a_place_that_the_gazetteer_does_not_know_keeps_its_id() -> None:
    (found,) = findings(answer(item("Q1", "Nowhere-upon-Sea", twin("Q2")), item("Q2", "Nowhere | the (second)\n one")))
    one, other = found.places("party")
    assert (one.name, one.id) == ("Nowhere-upon-Sea", "wikidata:Q1")
    assert (other.name, other.id) == ("Nowhere ¦ the (second) one", "wikidata:Q2")


def test_a_name_alone_decides_nothing_but_is_offered() -> None:
    place = findings(answer(item("Q1", "Weimar", twin("Q2"))))[0].places("party")[0]
    assert place.id == "wikidata:Q1"
    assert "geonames:2812482" in [candidate.id for candidate in place.candidates]


def test_a_place_that_lies_elsewhere_is_not_its_namesake() -> None:
    far = {"latitude": -30.0, "longitude": 20.0}
    near = {"latitude": 50.98, "longitude": 11.33}
    places = [findings(answer(item("Q1", "Weimar", twin("Q2"), P625=[claim(spot)])))[0].places("party")[0].id for spot in (far, near)]
    assert places == ["wikidata:Q1", "geonames:2812482"]


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, {"mainsnak": 7}, {"mainsnak": {"datavalue": {"value": ["Q1"]}}}])
def test_statements_of_any_other_shape_are_refused(odd: Any) -> None:
    assert refusals(answer(item(SHENYANG, "Shenyang", odd))) == ["names no partner of Shenyang (Q11720)"]


def test_items_of_any_other_shape_do_no_harm() -> None:
    odd = {"id": "Q9", "labels": [], "claims": {"P190": {"0": 1}, "P625": [claim({"latitude": "north"})], "P1566": "1"}}
    assert findings(answer(odd, item(SHENYANG, "\ud83d\ude00", twin(KARACHI))))


QUERY = {
    "head": {"vars": ["item", "itemLabel", "itemCountryLabel", "partner", "partnerLabel", "since", "until", "statement"]},
    "results": {"bindings": []},
}


def result(**cells: str) -> dict[str, Any]:
    return {name: {"type": "literal", "value": value} for name, value in cells.items()}


def results(*held: dict[str, Any], **head: Any) -> bytes:
    return json.dumps({"head": QUERY["head"] | head, "results": {"bindings": list(held)}}).encode()


ENTITY = "http://www.wikidata.org/entity/"
ROW = result(item=ENTITY + SHENYANG, itemLabel="Shenyang", itemCountryLabel="People's Republic of China", partner=ENTITY + KARACHI)


def test_the_results_of_a_query() -> None:
    found = findings(results(ROW | result(partnerLabel="Karachi", since="2021-12-09T00:00:00Z", until="t123", statement=ENTITY + "s/Q1-5")))
    assert [(each.kind, each.when and each.when.value.edtf) for each in found] == [("relation", "2021-12-09"), ("termination", None)]
    assert labels(found[:1]) == [("Shenyang (CN)", "Karachi")]
    assert "statement Q1-5" in found[0].quote.text


def test_the_query_service_writes_a_year_as_its_first_day() -> None:
    dates = [findings(results(ROW | result(since=f"{day}T00:00:00Z")))[0].when for day in ("1999-01-01", "1999-05-01", "1999-05-02")]
    assert [when and when.value.edtf for when in dates] == ["1999", "1999-05", "1999-05-02"]
    told = json.loads(results(ROW | result(since="1999-01-01T00:00:00Z", sincePrecision="11")))
    told["head"]["vars"].append("sincePrecision")
    assert (when := findings(json.dumps(told))[0].when) and when.value.edtf == "1999-01-01"


def test_a_result_without_an_item_is_refused() -> None:
    assert refusals(results(ROW, {}, result(item="Shenyang"), result(item=ENTITY + SHENYANG, partner="t17"))) == [
        "is no line of this list",
        "is no line of this list",
        "names no partner of Q11720",
    ]


def test_columns_that_nobody_can_tell_are_named() -> None:
    with pytest.raises(SourceError, match=r"has the columns x, y: which two are the twins cannot be told"):
        sources()["wikidata"].read(results({}, vars=["x", "y"]), "results.json")  # type: ignore[misc]


def test_pairs_of_ids_keep_their_direction() -> None:
    table = "Q11720\tQ8660\r\nQ8660\tQ11720\nQ11720\tQ1490\nQ11720\tShenyang\nQ8660\tKarachi\n"
    found = findings(table)
    assert [each.quote.text for each in found] == ["Q11720\tQ8660", "Q8660\tQ11720", "Q11720\tQ1490"]
    assert [each.attribution for each in found] == ["Shenyang (Q11720)", "Karachi (Q8660)", "Shenyang (Q11720)"]
    assert [each.flags for each in found] == [(), (), ("one_way", "nameless")]
    assert [each.confidence for each in found] == [Confidence.B, Confidence.B, Confidence.C]
    assert found[2].places("party")[1].name == "Q1490"


def test_lines_that_are_no_pair_are_refused() -> None:
    assert refusals("\ufeffQ1\tQ2\nQ1\tQ1\nP190\tQ2\nQ1\n\nQ1\tQ2\tQ3\n") == [
        "pairs Q1 with itself",
        "is neither two ids nor an id and a name: 'P190\\tQ2'",
        "is neither two ids nor an id and a name: 'Q1'",
        "is neither two ids nor an id and a name: 'Q1\\tQ2\\tQ3'",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"entities": {}', "is no JSON"),
        (b'{"entities": {}}', "holds neither items of Wikidata nor the results of a query"),
        (b'{"error": {"code": "maxlag", "info": "Waiting for a server"}}', "is an error that Wikidata answered: Waiting for a server"),
        (b"[" * 100_000 + b"]" * 100_000, "is nested too deeply"),
        (b"[" + b"[]," * 1_600_000 + b"[]]", "holds some 3 million values"),
        (b"<!DOCTYPE html><title>Sign in</title><input type=password>", "is neither JSON of Wikidata nor a table"),
        (b"city,country,partner,partner_country\n", "is neither JSON of Wikidata nor a table"),
    ],
)
def test_what_is_no_list_of_links_is_named(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        sources()["wikidata"].read(content, "wikidata.json")  # type: ignore[misc]
    assert caught.value.remedy


def test_the_files_of_2016() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    weimar = findings((SHARED / "weimar.json").read_bytes())
    assert [each.when and each.when.value.edtf for each in weimar] == ["1995-02-18", "1970-09-06", "1994-04-15", "1987-05-24", "2012-05-25"]
    assert labels(weimar)[3] == ("Weimar (DE)", "Q3138")
    assert all("http://stadt.weimar.de/ueber-weimar/partnerstaedte/" in each.quote.text for each in weimar)


@pytest.mark.long
def test_the_34182_links_of_2016_are_17401_pairs() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    report = report_of((SHARED / "relations.tsv").read_bytes())
    held = [each for each in stated(report) or () if isinstance(each, Finding)]
    pairs = {frozenset(place.key for place in each.places("party")) for each in held}
    one_way = {frozenset(place.key for place in each.places("party")) for each in held if "one_way" in each.flags}
    assert (len(held), len(pairs), len(one_way)) == (34_182, 17_401, 2 * 17_401 - (34_182 - 4))  # four lines stand twice
