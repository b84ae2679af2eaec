"""Each question that a rule may put to a tie, by a case in which it speaks and one in which it is silent."""

from dataclasses import replace
from datetime import date

import pytest

from amicity.register import fold
from amicity.register.advice import recognitions_for, warnings_for
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Level, Place
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import Weight
from amicity.terms.status import Status
from builders import BELFAST, DALIAN, KARACHI, SAPPORO, SHENYANG, accept_all, agreement, finding, relation

DAY = date(2026, 1, 1)
HOUSTON = Place("Houston", "US", "geonames:4699066")
PORTLAND = Place("Portland", "US", "geonames:5746545")
CHRISTCHURCH = Place("Christchurch", "NZ", "geonames:2192362")
NEWCASTLE = Place("Newcastle", "AU", "geonames:2155472")
EMDEN = Place("Emden", "DE", "geonames:2930596")
DAEJEON = Place("Daejeon", "KR", "geonames:1835235")
BELIZE_CITY = Place("Belize City", "BZ", "geonames:3582677")
PUNJAB = Place("Punjab", "PK", "iso3166-2:PK-PB", level=Level.STATE)
JIADING = Place("Jiading", "CN", "geonames:1806408", level=Level.DISTRICT)
LAKE = Place("Qinghai Lake", "CN", level=Level.LAKE)
KEENJHAR = Place("Keenjhar Lake", "PK", level=Level.LAKE)
LIMA = Place("Lima", "PE", "geonames:3936456")


def said(*findings: Finding, day: date = DAY, about: tuple[Place, Place] | None = None) -> dict[str, str]:
    register = fold(findings, [accept_all()])
    tie = next(t for t in register.relations if about is None or {p.key for p in t.parties} == {p.key for p in about})
    return {each.rule: each.says for each in warnings_for(tie, register, day)}


def test_a_country_without_diplomatic_relations_is_warned_of() -> None:
    assert "was not among them in January 2024" in said(relation(SHENYANG, BELIZE_CITY))["china_cpaffc.diplomatic_relations"]
    assert "china_cpaffc.diplomatic_relations" not in said(relation(SHENYANG, KARACHI))


def test_ranks_should_match_but_great_cities_rank_as_provinces() -> None:
    unlike = said(relation(SHENYANG, PUNJAB))
    assert unlike["china_cpaffc.rank"].endswith("Shenyang (CN) is a city, Punjab (PK) a province or state.")
    great = said(relation(Place("Chongqing", "CN", "geonames:1814906"), PUNJAB))
    assert "china_cpaffc.rank" not in great
    assert "china_cpaffc.municipality_rank" in great


def test_one_to_one_names_the_other_chinese_sister() -> None:
    older = relation(DALIAN, KARACHI, when="2019", report="b")
    rule = "china_cpaffc.one_to_one"
    assert "is also a sister city of Dalian (CN), since 2019." in said(older, relation(SHENYANG, KARACHI), about=(SHENYANG, KARACHI))[rule]
    lower = relation(SHENYANG, KARACHI, form="cooperation")
    assert rule not in said(older, lower, about=(SHENYANG, KARACHI))
    ended = finding("termination", when="2020", party=(DALIAN, KARACHI), report="c")
    assert rule not in said(older, ended, relation(SHENYANG, KARACHI), about=(SHENYANG, KARACHI))


def test_districts_and_lakes() -> None:
    assert "Jiading (CN)" in said(relation(JIADING, BELFAST))["china_cpaffc.district"]
    lake = said(relation(LAKE, KEENJHAR))
    assert "is no local government" in lake["china_cpaffc.lake_or_park"]
    assert "china_cpaffc.district" not in lake


def test_texas_bars_some_countries_and_only_texas_does() -> None:
    tie = relation(HOUSTON, SHENYANG, when="1986")
    assert "Agreements were to be left by 1 October 2025" in said(tie)["texas_hb128.prohibited"]
    assert "texas_hb128.withdrawal_ahead" in said(tie, day=date(2025, 7, 1))
    assert not [rule for rule in said(tie, day=date(2025, 6, 1)) if rule.startswith("texas")]
    assert not [rule for rule in said(relation(PORTLAND, SHENYANG)) if rule.startswith("texas")]
    assert not [rule for rule in said(relation(HOUSTON, SAPPORO)) if rule.startswith("texas")]
    ended = finding("termination", when="2025-09", party=(HOUSTON, SHENYANG), report="b")
    assert set(said(tie, ended)) >= {"texas_hb128.left"}
    assert "texas_hb128.prohibited" not in said(tie, ended)


def test_where_the_state_is_unknown_the_rule_says_if_and_only_explains() -> None:
    register = fold([relation(replace(HOUSTON, id=None), SHENYANG)], [accept_all()])
    told = {each.rule: each for each in warnings_for(register.relations[0], register, DAY)}
    assert told["texas_hb128.prohibited"].says.startswith("If Houston (US) lies in Texas: ")
    assert told["texas_hb128.prohibited"].weight is Weight.EXPLAINS


def test_a_notice_has_its_deadline_by_the_paper() -> None:
    signed = agreement(NEWCASTLE, SAPPORO, when="2022-05-01")
    rule = "australia.notify_after"
    assert "again by 2022-05-15; that day has passed" in said(signed)[rule]
    assert "again by 2022-05-15; 5 days are left" in said(signed, day=date(2022, 5, 10))[rule]
    assert rule not in said(agreement(NEWCASTLE, SAPPORO, when="2020-05-01"))
    assert "was to be notified by 10 June 2021" in said(agreement(NEWCASTLE, SAPPORO, when="2020-05-01"))["australia.standing_before"]
    planned = agreement(NEWCASTLE, SAPPORO, when="2027", status=Status.PLANNED)
    assert "australia.notify_before" in said(planned, day=date(2027, 1, 1))


def test_a_review_is_due_three_years_after_the_last_step() -> None:
    tie = relation(CHRISTCHURCH, SAPPORO, when="2020-03-05")
    rule = "new_zealand.christchurch_review"
    assert "is of 2020-03-05, so a review was due by 2023-03-05" in said(tie)[rule]
    assert rule not in said(tie, day=date(2023, 3, 4))
    assert rule not in said(tie, finding("renewal", when="2025", party=(CHRISTCHURCH, SAPPORO), report="b"))


def test_portland_has_one_sister_in_a_country() -> None:
    both = [relation(PORTLAND, SHENYANG, when="1988"), relation(PORTLAND, DALIAN, report="b")]
    told = said(*both, about=(PORTLAND, DALIAN))
    assert told["usa_sci.portland_one_per_country"].endswith("it already has Shenyang (CN), since 1988.")


def test_councils_papers_terms_sides_and_more_than_two() -> None:
    assert "korea.council" in said(relation(DAEJEON, SHENYANG))
    approved = agreement(DAEJEON, SHENYANG, act="adopted", report="b")
    assert "korea.council" not in said(relation(DAEJEON, SHENYANG), approved)
    assert "germany_rgre.no_contract" in said(relation(EMDEN, BELFAST))
    assert "germany_rgre.no_contract" not in said(agreement(EMDEN, BELFAST))
    assert "(three years)" in said(agreement(SAPPORO, BELFAST, term="three years"))["japan_clair.term"]
    left = finding("termination", when="2020", party=(LIMA, BELFAST), actor=LIMA, report="b")
    assert "Lima (PE) ended" in said(relation(LIMA, BELFAST, when="1990"), left)["neutral.one_side_is_enough"]
    quote = "The agreement of Lima and Belfast expired at the end of 2019 and was not renewed."
    ran_out = finding("termination", when="2019", party=(LIMA, BELFAST), report="b", quote=quote)
    assert "ran out (2019)" in said(relation(LIMA, BELFAST, when="1990"), ran_out)["neutral.lapsed"]
    assert "neutral.lapsed" not in said(relation(LIMA, BELFAST, when="1990"), left)
    assert "binds all 3" in said(agreement(CHRISTCHURCH, SHENYANG, LIMA))["new_zealand.many"]


def test_domestic_ties_and_days_before_the_tie_have_no_advice() -> None:
    assert said(relation(SHENYANG, DALIAN, domestic=True)) == {}
    assert said(relation(SHENYANG, KARACHI, when="2021"), day=date(2020, 1, 1)) == {}


def test_nothing_depends_on_a_warning() -> None:
    register = fold([relation(HOUSTON, SHENYANG, when="1986")], [accept_all()])
    tie = register.relations[0]
    assert warnings_for(tie, register, DAY)
    assert tie.status.value == "standing"


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ((), "cannot be told from the register"),
        ((agreement(SAPPORO, BELFAST, field=("culture", "youth"), report="b"),), "cannot be told from the register"),
        (
            (agreement(SAPPORO, BELFAST, field=("culture", "youth"), report="b"), agreement(SAPPORO, BELFAST, act="adopted", report="c")),
            "by its criteria, yes",
        ),
    ],
)
def test_an_authority_recognises_by_its_criteria(more: tuple[Finding, ...], verdict: str) -> None:
    register = fold([relation(SAPPORO, BELFAST), *more], [accept_all()])
    tie: Relation = register.relations[0]
    clair = next(each for each in recognitions_for(tie, register, DAY) if "CLAIR" in each.recognition.authority)
    assert clair.says == verdict


def test_a_lower_form_is_not_recognised_as_the_higher() -> None:
    register = fold([relation(SHENYANG, KARACHI, form="cooperation")], [accept_all()])
    cpaffc = next(each for each in recognitions_for(register.relations[0], register, DAY) if "CPAFFC" in each.recognition.authority)
    assert cpaffc.says == "not by its criteria, as far as the register knows"


@pytest.mark.parametrize(
    ("publisher", "address", "listed"),
    [
        ("CLAIR", None, True),
        (None, "https://www.clair.or.jp/j/exchange/shimai/list.html", True),
        (None, "https://clair.or.jp.example.org/list", False),
        ("Declair", None, False),
        (None, None, False),
    ],
)
def test_recognition_is_recorded_where_the_authority_lists_the_tie(publisher: str | None, address: str | None, listed: bool) -> None:
    claim = relation(SAPPORO, BELFAST, report="list")
    printed = Imprint(claim.report, "list.txt", published=PartialDate("2024-04"), publisher=publisher, address=address)
    register = fold([claim], [accept_all()], imprints=[printed])
    told = {each.recognition.authority: each for each in recognitions_for(register.relations[0], register, DAY)}
    clair = next(each for name, each in told.items() if "CLAIR" in name)
    assert clair.listed == ((claim.id,) if listed else ())
    assert (clair.says == "recorded: listed by it (2024-04)") is listed
    assert not [each for name, each in told.items() if "CLAIR" not in name and each.listed]
