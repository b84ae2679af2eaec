"""Who holds which office, and where: names beside offices."""

import pytest

from amicity.reading import explain, read
from amicity.terms.report import Report

_TIE = " The two are sister cities."


def _posts(text: str) -> set[tuple[str, str, str | None]]:
    found = [f for f in read(Report(source="t.txt", text=text + _TIE)) if f.kind == "post"]
    return {
        (
            str(f.roles["person"][0].value),
            str(f.roles["post"][0].value),
            f.roles["place"][0].place.name if f.roles.get("place") and f.roles["place"][0].place else None,
        )
        for f in found
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Busan Mayor Park Heong-jun opened the fair.", ("Park Heong-jun", "mayor", "Busan")),
        ("Mayor Mun Il of Buk-gu spoke first.", ("Mun Il", "mayor", "Buk-gu")),
        ("A delegation from Busan led by Vice Mayor Jung Hyun toured Oslo.", ("Jung Hyun", "vice_mayor", "Busan")),
        ("The Mayor of Konya Metropolitan Municipality Ali Demir opened the fair.", ("Ali Demir", "mayor", "Konya")),
        ("Invercargill Mayor Ann Clark, along with deputy mayor Tom Reed, left for Japan.", ("Tom Reed", "deputy_mayor", "Invercargill")),
        ("Park Sang-woo, mayor of Pohang, spoke.", ("Park Sang-woo", "mayor", "Pohang")),
        ("The mayor met councillors Ann Reed, Tom Bell and Luis Paz of Busan.", ("Tom Bell", "councillor", "Busan")),
        ("Governor Mun Il signed on behalf of Jeju.", ("Mun Il", "governor", "Jeju")),
        ("Mayors of Skopje and Sarajevo Petar Silov and Adil Skaka spoke.", ("Adil Skaka", "mayor", "Sarajevo")),
        ("Krasnodar Head Ivan Orlov spoke.", ("Ivan Orlov", "head", "Krasnodar")),
        ("The Chairwoman of Krasnodar City Duma Vera Orlova spoke.", ("Vera Orlova", "chairman", "Krasnodar")),
        ("Busan Mayor Min Lee met his Oslo counterpart Anne Lind.", ("Anne Lind", "mayor", "Oslo")),
        ("VANDANA Mohan, mayor of Chaguanas, spoke.", ("Vandana Mohan", "mayor", "Chaguanas")),
        ("The Head of Krasnodar, Evlanov V.L., signed it.", ("Evlanov V.L.", "head", "Krasnodar")),
        ("Mayor Karachi Omar Qureshi opened the fair.", ("Omar Qureshi", "mayor", "Karachi")),
        ("Commissioner Multan division Col (retd) Omar Qureshi spoke.", ("Omar Qureshi", "commissioner", "Multan")),
        ("He met the Mayor of Guangzhou (China) Sun Yiming today.", ("Sun Yiming", "mayor", "Guangzhou")),
        (
            "The Chief Executive of the Kumasi Metropolitan Assembly (KMA), Grace Mensah, spoke.",
            ("Grace Mensah", "chief_executive", "Kumasi"),
        ),
        ("Kabwe Mayor Prince Mwila spoke.", ("Prince Mwila", "mayor", "Kabwe")),
        ("Latvia's honorary consul in Kaunas is Jonas Petraitis.", ("Jonas Petraitis", "honorary_consul", "Latvia")),
        ("The chargé d'affaires at the Zambian Embassy in Germany Brenda Mwale spoke.", ("Brenda Mwale", "charge_d_affaires", "Zambia")),
        ("Le Van Nam, Member of the Central Committee of the Party, Governor of Salta, spoke.", ("Le Van Nam", "governor", "Salta")),
        ("Tan Wei, secretary of the CPC Huaibei Municipal Committee, spoke.", ("Tan Wei", "party_secretary", None)),
        ("Mayor A.K. Nair of Kozhikode spoke.", ("A.K. Nair", "mayor", "Kozhikode")),
        ("Governor-elect Peter Oduor of Kisumu County was there.", ("Peter Oduor", "governor", "Kisumu")),
    ],
)
def test_an_office_gives_a_name_and_a_place(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in _posts(text)


def test_a_pair_of_mayors_stands_for_a_pair_of_towns() -> None:
    found = _posts("Guayaquil and Genoa have been friends since their mayors, Jaime Cordero and Rita Bruno, met.")
    assert {("Jaime Cordero", "mayor", "Guayaquil"), ("Rita Bruno", "mayor", "Genoa")} <= found


def test_a_surname_and_a_full_name_are_one_person() -> None:
    found = _posts("Mayor Moriarty spoke in Oslo. Oslo Mayor Kerry Moriarty thanked all.")
    assert {name for name, _, _ in found} == {"Kerry Moriarty"}


def test_towns_are_no_first_names_elsewhere() -> None:
    found = _posts("Mayor London Breed and Mayor Houston James Lee met in Oslo.")
    assert {name for name, _, _ in found} == {"London Breed", "Houston James Lee"}


def test_what_the_mayor_is_is_no_name() -> None:
    assert {name for name, _, _ in _posts("The mayor of Oslo is Norwegian. The governor of Salta was Democrat.")} == set()


def test_a_council_is_no_person() -> None:
    assert _posts("The vice chairman of Sakata City Council was there; Oslo listened.") == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Col Murray of Tamworth came.", {"Col Murray"}),
        ("Col John Murray, mayor of Tamworth, came.", {"John Murray"}),
        ("Cape Town Mayor Hill-Lewis came.", {"Hill-Lewis"}),
        ("The Commissioner for Economic Planning, Mr Segun Adewale, signed for Lagos.", {"Segun Adewale"}),
        ("He met Akim of Turkistan region Umirzak Shukeyev.", {"Umirzak Shukeyev"}),
        ("Councillors Pat Fortini and Martin Medeiros of Brampton came.", {"Pat Fortini", "Martin Medeiros"}),
        ("The ambassador, Carlos Garcia de Alba, came.", {"Carlos Garcia de Alba"}),
    ],
)
def test_names_beside_offices(text: str, names: set[str]) -> None:
    found = {
        w for part in explain(Report(source="t.txt", text="Sister cities. " + text)) for sort, w, _ in part.recognised if sort == "person"
    }
    assert found == names


def test_one_person_is_not_several() -> None:
    assert _posts("Graz Mayor Elke Kahr, council members and guests came.") == {("Elke Kahr", "mayor", "Graz")}


def test_an_assistant_is_not_the_one_assisted() -> None:
    assert ("Lara Sharp", "city_manager", "Busan") in _posts("City Manager Lara Sharp of Busan wrote the paper.")
    assert not _posts("The Assistant to the City Manager Lara Sharp of Busan wrote the paper.")


def test_a_namesake_is_somebody_else() -> None:
    text = "Busan Mayor Jonas Cortes spoke. Busan and Oslo signed a sister city agreement in Oslo, witnessed by {}."
    signed = [f for f in read(Report(source="t.txt", text=text.format("Cortes"))) if f.kind == "agreement"]
    assert [w.value for w in signed[0].roles["witness"]] == ["Jonas Cortes"]
    other = [f for f in read(Report(source="t.txt", text=text.format("Ann Cortes"))) if f.kind == "agreement"]
    assert not other[0].roles.get("witness")


def test_a_town_s_officer_is_no_envoy() -> None:
    found = _posts("It was attended by Deputy Mayors of Busan Ann Reed and Tom Bell, the Consul General of Japan in Oslo and the press.")
    assert ("Tom Bell", "deputy_mayor", "Busan") in found
    assert not any(post == "consul_general" for _, post, _ in found)


def test_the_state_behind_a_town_parts_it_from_no_office() -> None:
    assert ("Ann Reed", "mayor", "Riverside") in _posts("Riverside, California, Mayor Ann Reed wrote to Hyderabad, India.")
