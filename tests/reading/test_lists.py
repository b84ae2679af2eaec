"""A city's own page of partners, in the layouts such pages have; none of these towns need be tied in fact."""

import pytest

from amicity.reading import read
from amicity.terms.report import Report

CARDS = """City of Graz

Partner cities of Graz

Coventry (Great Britain)
population: 353 200 (2016)
partnership agreement signed: 1957, renewed 1990
web sites: www.example.org

Dubrovnik (Croatia)
Lord Mayor: Ana Babic
Partnership since 1994.

Former partners
Pskov (Russia)
"""
RESOLUTIONS = """Sister-city Relations of the City Government of Cebu

  1. Yeosu City, South Korea
    Resolution No. 652 (October 23, 1996)

  2. Barcelona, Spain
    Resolution No. 2203

  3. Vladivostok, Russia
"""
NUMBERED = """Chiayi City Government : Home

No. Nation City Kind of tie Date of signing
1 United States Juneau City, Alaska State Sister City 1988.6.7
2 United States Syracuse City, New York State Sister City 1995.11.16
3 Japan Onomichi City , Hiroshima Prefecture Friendship City 2016.12.22
Last updated: 2021-03-05
"""
TWO_OWNERS = """Sister cities in the region

Honolulu's Sister Cities:

1 Caracas, Venezuela (1999)

2 Mombasa, Kenya (2000)

Hawaii's Sister States:

1 Ehime Prefecture, Japan (2003)
"""
BULLETS = """Twinning

The town of Bingen maintains active partnerships with two towns:

• With the Turkish town of Anamur since 2011. Anamur has a population of around 63,000.
• And with the English town of Hitchin since 1958. Hitchin has a population of 33,000.
"""
PROSE = """Twinning Arrangements

Harare has twinning ties with towns on three continents.

Others lie dormant. They are with Winnipeg (Canada), Cairo (Egypt) and Maputo (Mozambique).

Still others are not finalised yet: Lusaka (Zambia), Havana (Cuba) and Dakar (Senegal).
"""


def _ties(text: str, kind: str = "relation") -> set[tuple[str | None, str | None, str]]:
    """Partner, date and status of each finding of a kind."""
    return {
        (f.places("party")[-1].name, f.when.value.edtf if f.when else None, f.status.value)
        for f in read(Report(source="list.txt", text=text))
        if f.kind == kind
    }


def test_lines_under_an_entry_date_it_and_close_nothing() -> None:
    assert _ties(CARDS) == {("Coventry", "1957", "happened"), ("Dubrovnik", "1994", "happened")}


def test_a_count_under_an_entry_is_the_partner_s() -> None:
    (figure,) = (
        f for f in read(Report(source="list.txt", text=CARDS)) if f.kind == "figure" and f.roles["measure"][0].value == "population"
    )
    assert (figure.places("about")[0].name, figure.roles["value"][0].value) == ("Coventry", 353_200)


def test_a_dated_resolution_is_a_paper_and_its_number_denies_nothing() -> None:
    assert _ties(RESOLUTIONS) == {("Yeosu", "1996-10-23", "happened"), ("Barcelona", None, "happened"), ("Vladivostok", None, "happened")}
    assert _ties(RESOLUTIONS, "agreement") == {("Yeosu", "1996-10-23", "happened")}


def test_rows_numbered_one_after_the_other_need_no_rules_between_cells() -> None:
    assert _ties(NUMBERED) == {
        ("Juneau", "1988-06-07", "happened"),
        ("Syracuse", "1995-11-16", "happened"),
        ("Onomichi", "2016-12-22", "happened"),
    }


def test_each_heading_names_its_own_owner() -> None:
    owners = {(f.places("party")[0].name, f.places("party")[1].name) for f in read(Report(source="list.txt", text=TWO_OWNERS))}
    assert owners == {("Honolulu", "Caracas"), ("Honolulu", "Mombasa"), ("Hawaii", "Ehime")}


def test_entries_may_be_sentences() -> None:
    assert _ties(BULLETS) == {("Anamur", "2011", "happened"), ("Hitchin", "1958", "happened")}


def test_partners_told_in_running_text() -> None:
    happened = {(name, status) for name, _, status in _ties(PROSE)}
    assert happened == {
        *((name, "happened") for name in ("Winnipeg", "Cairo", "Maputo")),
        *((name, "planned") for name in ("Lusaka", "Havana", "Dakar")),
    }


@pytest.mark.parametrize("heading", ["Contact us", "Weather in town", "Former partners"])
def test_another_heading_closes_the_list(heading: str) -> None:
    text = f"Partner cities of Graz\n\nCoventry (Great Britain)\n\n{heading}\n\nPskov (Russia)\n"
    assert {name for name, *_ in _ties(text)} == {"Coventry"}


def test_partners_told_behind_their_number() -> None:
    text = "Graz has over 20 sister cities. International partners include Coventry and Darmstadt, Germany in 1968; Trieste, Italy in 1973."
    assert {("Darmstadt", "1968", "happened"), ("Trieste", "1973", "happened")} <= _ties(text)


def test_the_number_of_a_resolution_is_no_year() -> None:
    assert _ties("Partner cities of Graz\n\n1. Coventry, England\nResolution No. 2062\n") == {("Coventry", None, "happened")}


def test_a_row_may_be_a_pair() -> None:
    text = "Sister cities of Punjab\n\n• Faisalabad and Qingdao\n• Multan, Pakistan\n"
    parties = {tuple(place.name for place in f.places("party")) for f in read(Report(source="list.txt", text=text)) if f.kind == "relation"}
    assert parties == {("Faisalabad", "Qingdao"), ("Punjab", "Multan")}


def test_a_resolution_below_a_partner_nobody_knows_ends_no_list() -> None:
    page = RESOLUTIONS.replace("Yeosu City, South Korea", "Qwertzen, Xyland")
    assert "Barcelona" in {m.place.name for f in read(Report(source="t.txt", text=page)) for m in f.roles["party"] if m.place}
    closed = page.replace("    Resolution No. 652 (October 23, 1996)", "Our parks and gardens")
    assert not read(Report(source="t.txt", text=closed))
