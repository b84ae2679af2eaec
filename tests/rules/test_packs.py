"""The packs as they are: each can be followed, and each statement has its source."""

from dataclasses import replace

import pytest

from amicity.rules import packs, packs_for
from amicity.rules.questions import QUESTIONS
from amicity.terms.place import Place
from amicity.terms.rule_pack import RulePack
from builders import KARACHI, SHENYANG

HOUSTON = Place("Houston", "US", "geonames:4699066")
PORTLAND = Place("Portland", "US", "geonames:5746545")
PACKS = ("australia", "china_cpaffc", "france", "germany_rgre", "japan_clair", "korea", "neutral", "new_zealand", "texas_hb128", "usa_sci")


def test_every_jurisdiction_asked_for_has_its_pack() -> None:
    assert tuple(packs()) == PACKS


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.name)
def test_every_statement_has_a_source_with_name_address_and_date(pack: RulePack) -> None:
    statements = [*pack.forms, *pack.recognitions, *pack.approvals, *pack.rules, *pack.counting, *filter(None, [pack.anniversaries])]
    assert statements
    for statement in statements:
        assert statement.sources, statement
        for source in statement.sources:
            assert source.name
            assert source.address.startswith("http")
            assert source.dated.year, source
    assert pack.recognitions
    assert pack.counting or pack.name == "texas_hb128"


def test_every_question_is_put_by_a_pack() -> None:
    assert {rule.asks for pack in packs().values() for rule in pack.rules} == set(QUESTIONS)


def test_only_china_keeps_to_the_tens() -> None:
    customs = {pack.name: pack.anniversaries for pack in packs().values() if pack.anniversaries}
    assert {name: custom.celebrate for name, custom in customs.items()} == {"china_cpaffc": (10,), "neutral": (5,)}
    assert customs["china_cpaffc"].celebrates(30)
    assert not customs["china_cpaffc"].celebrates(25)


def names(place: Place) -> list[str]:
    return [pack.name for pack in packs_for(place)]


def test_a_place_has_the_packs_of_its_country_and_division() -> None:
    assert names(SHENYANG) == ["china_cpaffc"]
    assert names(KARACHI) == ["neutral"]
    assert names(HOUSTON) == ["texas_hb128", "usa_sci"]
    assert names(PORTLAND) == ["usa_sci"]
    assert names(replace(HOUSTON, id=None)) == ["texas_hb128", "usa_sci"]
