"""A pack with a slip is refused as a whole, and says of each slip where it is and what to do."""

from pathlib import Path

import pytest

from amicity.rules import RulePackError
from amicity.rules.load import load

GOOD = """
title = "Somewhere"
authority = "Somebody"
countries = ["SE"]

[sources.page]
name = "A page"
address = "https://example.org/rules"
date = "2022-03"

[[forms]]
local = "vänort"
language = "sv"
form = "sister"
rank = 1
says = "A twin town."
source = "page"

[[rules]]
id = "ended"
topic = "status"
weight = "explains"
statuses = ["ended"]
says = "The tie of {place} has ended."
source = ["page"]

[anniversaries]
celebrate = [10]
otherwise = "a letter"
says = "The tens."
source = "page"
"""


def test_a_good_file_is_a_pack() -> None:
    pack = load(GOOD, name="sweden")
    assert (pack.name, pack.countries, pack.rules[0].id) == ("sweden", ("SE",), "sweden.ended")
    assert pack.rules[0].sources[0].cited == "A page, 2022-03: https://example.org/rules"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('weight = "explains"', 'wieght = "explains"', "line 22, [rules]: there is no key 'wieght': write asks, "),
        ('weight = "explains"', "", "[rules]: 'weight' is missing: each rule needs it"),
        ('weight = "explains"', 'weight = "blocks"', "line 22, [rules]: 'blocks' is no weight: write warns or explains"),
        ('source = ["page"]', "", "[rules]: 'source' is missing"),
        ('source = ["page"]', "source = []", "no source is called []: write page"),
        ('source = ["page"]', 'source = "pgae"', "line 25, [rules]: no source is called 'pgae': write page"),
        ('date = "2022-03"', "", "[sources.page]: 'date' is missing: each source needs it"),
        ('date = "2022-03"', 'date = "2022-13"', "line 9, [sources.page]: '2022-13' names a day that no calendar has"),
        ('date = "2022-03"', 'date = "in March"', "line 9, [sources.page]: 'in March' is no EDTF date"),
        ("https://example.org/rules", "example.org", "line 8, [sources.page]: 'example.org' is no address"),
        ('form = "sister"', 'form = "brother"', "line 14, [forms]: 'brother' is no form: write sister, friendship"),
        ("rank = 1", "rank = 0", "line 15, [forms]: rank is 0: write a whole number above 0"),
        ('countries = ["SE"]', 'countries = ["Sweden"]', "line 4, the file: 'Sweden' is no country"),
        ('countries = ["SE"]', 'countries = "SE"', "line 4, the file: countries is 'SE': write a list"),
        ("{place} has", "{city} has", "line 24, [rules]: the question 'always' finds no {city}: write {place}, "),
        ("{place} has", "{place has", "line 24, [rules]: the sentence has a brace too many or too few"),
        ('topic = "status"', 'topic = "status"\nasks = "notice"', "the question 'notice' needs 'days'"),
        ('topic = "status"', 'topic = "status"\nasks = "mood"', "no question is called 'mood': write always, "),
        ('topic = "status"', 'topic = "status"\nvalid_from = "soon"', "write a day without quotes, such as 2025-10-01"),
        ('topic = "status"', 'topic = "status"\nvalid_from = 2025-01-01\nvalid_until = 2024-01-01', "valid_until 2024-01-01 lies before"),
        ("celebrate = [10]", "celebrate = [0]", "line 28, [anniversaries]: celebrate is [0]: write whole numbers"),
        ("[[rules]]", "[rules]", "write rules as tables of their own: [[rules]]"),
        ('id = "ended"', 'id = ""', "line 20, [rules]: id is '': write a text"),
        ("countries = [", "countries = ", "is no TOML"),
    ],
)
def test_a_slip_is_told_with_its_line_and_what_to_do(old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(RulePackError) as refused:
        load(GOOD.replace(old, new, 1), name="sweden")
    assert "rules/sweden.toml" in str(refused.value)
    assert says in str(refused.value)


def test_all_slips_are_told_at_once() -> None:
    with pytest.raises(RulePackError) as refused:
        load(
            GOOD.replace("2022-03", "2022-99").replace('form = "sister"', 'form = "x"').replace('"ended"\n', '"ended"\nfoo = 1\n', 1),
            name="a",
        )
    assert str(refused.value).count("\n") == 3


def test_two_rules_of_one_id_are_refused() -> None:
    rule = GOOD[GOOD.index("[[rules]]") : GOOD.index("[anniversaries]")]
    with pytest.raises(RulePackError, match="two rules are called 'ended'"):
        load(GOOD + rule, name="sweden")


@pytest.mark.parametrize("text", ["", "\0", "[" * 10_000, "a = " + "[" * 5_000])
def test_what_is_no_pack_at_all_is_refused_in_one_message(text: str) -> None:
    with pytest.raises(RulePackError, match=r"rules/x\.toml"):
        load(text, name="x")


def test_the_pack_of_the_docs_can_be_followed() -> None:
    page = (Path(__file__).parents[2] / "docs" / "add-a-rule-pack.md").read_text(encoding="utf-8")
    pack = load(page.split("```toml\n")[1].split("```")[0], name="sweden")
    assert (pack.countries, pack.recognitions[0].lists, pack.rules[0].id) == (("SE",), ("kinacentrum.se",), "sweden.ended")
