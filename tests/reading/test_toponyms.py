"""Places that the gazetteer knows, and those that only the text calls places."""

import pytest

from amicity.reading import explain, read
from amicity.terms.report import Report


def _places(text: str) -> set[str]:
    return {
        words
        for part in explain(Report(source="t.txt", text="Sister cities. " + text))
        for sort, words, _ in part.recognised
        if sort == "place"
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It welcomed Dobong-gu of South Korea.", "Dobong-gu"),
        ("He met the mayor of Kumatori there.", "Kumatori"),
        ("A team from Kumatori came, and Kumatori's mayor, Seiji Fuji, spoke.", "Kumatori"),
    ],
)
def test_the_text_itself_may_call_a_name_a_place(text: str, place: str) -> None:
    assert place in _places(text)


def test_a_name_of_two_towns_is_a_person() -> None:
    assert "Brody" not in _places("Then Hagen Brody spoke.")


def test_a_nation_is_no_town() -> None:
    assert "Russian" not in _places("They ended ties with a Russian city.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kathmandu Metropolitan City (KMC) signed. KMC has 16 of them.", "KMC"),
        ("Gulu City has been twinned with Trier-Saarburg.", "Trier-Saarburg"),
        ("Clifden will be twinned with Coyoacan.", "Clifden"),
        ("Former Columbia Mayor Mary Ann McCollum came.", "Columbia"),
    ],
)
def test_towns_by_other_names(text: str, place: str) -> None:
    assert place in _places(text)


def test_a_particle_joins_a_name() -> None:
    assert "Alba" not in _places("The ambassador, Carlos Garcia de Alba, came.")


def test_nobody_s_name_is_a_town() -> None:
    assert "Pramono" not in _places("Jakarta Governor Pramono Anung spoke. It is the third city of Pramono's six months.")


def test_a_small_word_behind_a_name_makes_it_a_division() -> None:
    assert _places("The Akimat of Akmola region met guests of Lagos state.") == {"Akmola region", "Lagos state"}
    assert _places("It was a Lagos state visit.") == {"Lagos"}


def test_the_division_that_says_where_a_town_lies_is_no_place_of_its_own() -> None:
    assert _places("The Russian city of Cherepovets, Vologda region, was silent.") == {"Cherepovets"}
    assert _places("Weihai in East China's Shandong province was first.") == {"Weihai"}


def test_a_name_with_the_word_for_a_division_is_a_place() -> None:
    assert "Fengtai District" in _places("A delegation visited Fengtai District.")
    assert not _places("A delegation visited the New Business District and a School District.")


def test_a_list_may_open_with_what_it_lists() -> None:
    assert {"Visoko", "Sakarya"} <= _places("Its Members Visoko and Sakarya signed a protocol.")


def test_a_municipality_is_named_without_of_too() -> None:
    assert {"Mamak", "Stari Grad"} <= _places("The mayor of municipality Stari Grad and Mayor of the municipality Mamak Ali Bey signed.")


def test_a_continent_is_no_town() -> None:
    assert not _places("Sister-city partnerships with Africa will double.")


def test_somebody_with_a_country_behind_is_no_town() -> None:
    text = "Graz Mayor Elke Kahr came. Guests were received by Elke Kahr (Austria) and others."
    assert _places(text) == {"Graz", "Austria"}


def test_what_a_town_lies_in_is_named_before_it() -> None:
    assert _places("In Ohio, Toledo has two sister cities.") == {"Toledo"}
    assert _places("In Ohio, Nagoya has two sister cities.") == {"Ohio", "Nagoya"}


def test_a_council_of_many_is_no_town_s() -> None:
    assert _places("The Council of European Municipalities met in Tours, France.") == {"Tours"}
    assert "Vestermark" in _places("The Council of Vestermark met in Tours, France.")


def test_a_town_nobody_knows_lies_where_its_division_and_state_say() -> None:
    assert "Gotham" in _places("They are twinned with Graz and Gotham, Devon, United Kingdom.")
    assert "Devon" not in _places("They are twinned with Graz and Gotham, Devon, United Kingdom.")
    assert "Gotham" not in _places("They spoke of Gotham, Batman, United Kingdom.")


def _countries(text: str) -> list[str | None]:
    """The countries of the parties of the ties told in the text, in order."""
    return [m.place.country for f in read(Report(source="t.txt", text=text)) for m in f.roles["party"] if m.place]


def test_a_town_explained_once_is_meant_with_city_behind_it() -> None:
    text = "Tatsuno in Japan wrote to Covington, Washington. Covington City and Tatsuno became sister cities."
    names = {m.place.id for f in read(Report(source="t.txt", text=text)) for m in f.roles["party"] if m.place}
    assert names == {"geonames:11612326", "geonames:5791159"}


def test_a_namesake_among_the_partners_explains_nobody() -> None:
    text = "Ashburton lies in New Zealand. Its sister cities are Graz, Austria; Pécs, Hungary; and Ashburton, Devon, United Kingdom."
    assert set(_countries(text)[::2]) == {"NZ"}
    assert set(_countries("Ashburton, Devon, United Kingdom, is a town. Ashburton and Graz are sister cities.")) == {"GB", "AT"}


def test_a_district_of_a_city_is_one_place() -> None:
    text = "Graz and Ulju county of Ulsan city became sister cities."
    assert _places(text) >= {"Graz", "Ulju county"}
    assert "Ulsan" not in _places(text)


def test_letters_stand_for_a_council_and_for_nobody_s_colleague() -> None:
    text = "Officer Ana Lim and Manila Chinatown Development Council (MCDC) officer Owen So met guests. MCDC wrote to Graz."
    assert not any("Lim" in place for place in _places(text))


def test_a_direction_before_a_continent_is_no_town() -> None:
    assert "Central" not in _places("It brought together mayors of Central and South America.")
    assert "U.S.-Arab" not in _places("He hosted the U.S.-Arab Mayors Forum.")
    assert _places("Two New Mexico cities sent help.") == {"New Mexico"}


def test_a_town_told_with_its_state_is_there() -> None:
    found = read(Report(source="t.txt", text="Pokhara has sister city ties with Graz, Adler city of Türkiye and Turin."))
    assert {(m.place.name, m.place.country) for f in found for m in f.roles["party"] if m.place} >= {("Adler", "TR")}
    assert "Sites" not in _places("The pact is between two Heritage Sites, Lumbini of Nepal and Koyasan of Japan.")
    assert "Koyasan" in _places("The pact is between two Heritage Sites, Lumbini of Nepal and Koyasan of Japan.")


def test_a_municipality_nobody_knows_is_a_place() -> None:
    assert "Chandannath Municipality" in _places("Chandannath Municipality and Graz signed.")
    assert _places("Local Municipality rules apply.") == set()


def test_a_state_that_news_shortens_tells_which_town_is_meant() -> None:
    text = "SAN JOSE, Calif. (KRON) - The mayor spoke. San Jose and Okayama are sister cities. The council of Salem, Ore., wrote to Graz."
    assert _places(text) >= {"San Jose", "Salem"}
    assert "CR" not in _countries(text)
    assert "CR" in _countries("San Jose in Costa Rica and Okayama are sister cities.")


def test_a_canton_behind_a_town_is_its_kind() -> None:
    assert _places("The premier of the Sarajevo Canton spoke.") == {"Sarajevo Canton"}
    assert "Canton" in _places("The premier spoke of Canton.")
