"""How each side keeps an anniversary: by the custom of its country, or by the numbers of its house."""

from datetime import date

import pytest

from amicity.register import fold
from amicity.register.birthdays import birthdays, custom_of, keepings
from builders import KARACHI, SAPPORO, SHENYANG, accept_all, relation


def kept(year: int, *, rounds: tuple[int, ...] = (), house: str | None = None) -> dict[str, tuple[bool, str]]:
    register = fold([relation(SHENYANG, SAPPORO, when="1980-11-18")], [accept_all()])
    (coming,) = birthdays(register.relations, day=date(year, 11, 1), within=30)
    return {str(each.side.name): (each.celebrates, each.does) for each in keepings(coming, rounds=rounds, house=house)}


@pytest.mark.parametrize(
    ("year", "shenyang", "sapporo"),
    [
        (2020, (True, "celebrate"), (True, "celebrate")),
        (2021, (False, "letters of congratulation"), (False, "a greeting")),
        (2025, (False, "letters of congratulation"), (True, "celebrate")),
    ],
)
def test_china_celebrates_the_tens_alone(year: int, shenyang: tuple[bool, str], sapporo: tuple[bool, str]) -> None:
    assert kept(year) == {"Shenyang": shenyang, "Sapporo": sapporo}


def test_a_house_may_go_by_its_own_numbers_and_only_itself() -> None:
    assert kept(2025, rounds=(25, 5), house=SHENYANG.key)["Shenyang"] == (True, "celebrate")
    assert kept(2025, rounds=(7,), house=SAPPORO.key) == {
        "Shenyang": (False, "letters of congratulation"),
        "Sapporo": (False, "a greeting"),
    }
    assert kept(2022, rounds=(7,)) == {"Shenyang": (True, "celebrate"), "Sapporo": (True, "celebrate")}


def test_a_country_without_a_custom_has_the_neutral_one() -> None:
    neutral = custom_of(KARACHI)
    assert neutral is not None
    assert neutral == custom_of(SAPPORO)
    assert neutral.sources
