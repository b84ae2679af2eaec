"""Posts: whose office it is."""

from kinds.told import told


def _town(person: str, text: str) -> object:
    return next(each.roles["place"] for each in told("post", text) if each.roles["person"] == [person])


def test_a_town_has_one_mayor() -> None:
    text = "Graz and Pécs, twin towns\n\nGraz Mayor Elke Kahr met a delegation from Pécs. Mayor Attila Péterffy thanked her."
    assert _town("Attila Péterffy", text) == ["Pécs"]
    assert _town("Attila Péterffy", text.replace("Graz Mayor Elke Kahr", "Councillor Elke Kahr")) == ["Graz"]


def test_a_committee_s_name_ends_where_a_person_s_begins() -> None:
    text = "Secretary of the Haiphong City Party Committee Tran Van Nam received guests from Incheon."
    (post,) = told("post", text)
    assert (post.roles["person"], post.roles["post"], post.roles["place"]) == (["Tran Van Nam"], ["party_secretary"], ["Haiphong"])


def test_its_governor_is_the_governor_of_where_the_guests_are_from() -> None:
    text = "Haiphong's leaders received a delegation from the Republic of Korea (RoK)'s Gyeonggi province led by its Governor Lee Min Ho."
    assert _town("Lee Min Ho", text) == ["Gyeonggi"]


def test_the_next_mayor_is_another_town_s() -> None:
    text = "In a letter to the mayor of Trieste, Italy, Mayor Elke Kahr of Graz wrote about the twins."
    assert [each.roles["place"] for each in told("post", text)] == [["Graz"]]


def test_two_mayors_named_together_are_of_the_two_towns() -> None:
    text = "Graz and Pécs became sister cities. The agreement was signed by the mayors Elke Kahr and Attila Bors."
    assert (_town("Elke Kahr", text), _town("Attila Bors", text)) == (["Graz"], ["Pécs"])


def test_a_municipality_has_a_head() -> None:
    text = "The paper was signed by Graz Mayor Elke Kahr and Korosten municipality head Ivan Bors."
    assert _town("Ivan Bors", text) == ["Korosten"]


def test_a_people_s_committee_stands_for_its_town() -> None:
    text = "Vice Chairman of the Da Nang People's Committee Ho Ky Minh met a delegation from Daegu."
    (post,) = told("post", text)
    assert (post.roles["person"], post.roles["post"], post.roles["place"]) == (["Ho Ky Minh"], ["vice_chairman"], ["Da Nang"])
    assert told("meeting", text)[0].roles["host"] == ["Da Nang"]
    assert not told("meeting", text.replace("People's", "Chess Club's"))


def test_a_provincial_committee_is_the_own_province_s() -> None:
    text = "Chairman of the provincial People's Committee Le Van Dong met guests. Dong Nai province has had a twin in Ulsan since 2001."
    assert _town("Le Van Dong", text) == ["Dong Nai"]
    assert not told("post", text.replace("provincial People's", "Sunshine Club's"))


def test_a_governor_s_province_may_be_told_with_its_state() -> None:
    text = "Da Nang received the Governor of Gyeonggi province of the Republic of Korea (RoK), Kim Min Ho, on Monday."
    assert _town("Kim Min Ho", text) == ["Gyeonggi"]


def test_a_name_may_run_straight_into_an_office() -> None:
    text = "The sister cities' feast was attended by Ivan Bors Consul General of Russia in Isfahan, and others."
    assert _town("Ivan Bors", text) == ["Russia"]
    assert not told("post", text.replace("Ivan Bors", "The Acting"))


def test_brackets_behind_two_mayors_say_whose_they_are() -> None:
    text = "The paper was signed by the mayors Elke Kahr (Graz) and Ivan Bors (Pécs)."
    assert (_town("Elke Kahr", text), _town("Ivan Bors", text)) == (["Graz"], ["Pécs"])


def test_a_nazim_is_a_mayor_and_no_agency_a_chairman() -> None:
    assert _town("Ali Kamal", "Karachi's City Nazim Ali Kamal signed a twinning agreement with Graz.") == ["Karachi"]
    assert _town("Le Van Mai", "PANO - Chairman of the Da Nang People's Committee Le Van Mai met guests from Daegu.") == ["Da Nang"]


def test_a_dateline_with_its_day_is_where_the_mayor_sits() -> None:
    text = "KARACHI, April 30: City Nazim Ali Kamal and Lord Mayor of Port Louis Jean Bors signed a sister-city agreement."
    assert (_town("Ali Kamal", text), _town("Jean Bors", text)) == (["Karachi"], ["Port Louis"])


def test_a_state_s_namesake_keeps_its_city_manager() -> None:
    text = "The visit was a success, said {} City Manager Tom Holm."
    assert [f.roles["place"] for f in told("post", text.format("Delaware"))] == [["Delaware"]]
    assert [f.roles["place"] for f in told("post", text.format("Quezon"))] == [["Quezon City"]]


def test_a_region_is_nobody_s_name() -> None:
    text = "Ana Orrego, governor of Santiago Metropolitan Region, spoke of the climate."
    assert [f.roles["person"] for f in told("post", text)] == [["Ana Orrego"]]
    assert [f.roles["person"] for f in told("post", "Ana Orrego, governor of Santiago, spoke of the climate.")] == [["Ana Orrego"]]


def test_a_mayor_pro_tem_is_a_deputy() -> None:
    for office, post in (("Mayor Pro Tem", "deputy_mayor"), ("Mayor", "mayor")):
        found = told("post", f"{office} Ruben Plata of Mission spoke.")
        assert [(f.roles["person"], f.roles["post"]) for f in found] == [(["Ruben Plata"], [post])]


def test_a_fire_chief_chairs_no_committee() -> None:
    text = "Among them were {}, Chairperson of the Tacoma Sister City Committee Kim Cannon and others."
    assert [f.roles["person"] for f in told("post", text.format("Fire Chief Glen Johnson"))] != [["Fire Chief Glen Johnson"]]
    assert [f.roles["person"] for f in told("post", "Glen Johnson, Chairperson of the Tacoma Sister City Committee.")] == [["Glen Johnson"]]


def test_an_executive_power_is_no_name() -> None:
    text = "The guests met with the head of the Baku City {} Eldar Azizov."
    assert [f.roles["person"] for f in told("post", text.format("Executive Power"))] == [["Eldar Azizov"]]
    assert [f.roles["person"] for f in told("post", text.format("Wine Museum"))] != [["Wine Museum Eldar Azizov"]]


def test_two_councillors_are_of_one_town() -> None:
    text = "Vejle and Hagen are twin towns. {} Ann Holm and Per Lund of Vejle will travel to Hagen."
    towns = [f.roles["place"] for f in told("post", text.format("Councillors"))]
    assert ["Hagen"] not in towns
    mayors = told("post", "Vejle and Hagen are twin towns. Their mayors, Ann Holm and Per Lund, spoke.")
    assert sorted(f.roles["place"] for f in mayors) == [["Hagen"], ["Vejle"]]


def test_a_mayor_told_twice_in_a_breath_is_one_town_s() -> None:
    text = "Harpenden is twinned with Alzey. {} spoke. Harpenden was glad."
    assert [f.roles["place"] for f in told("post", text.format("Bürgermeister Steffen Jung, mayor of Alzey,"))] == [["Alzey"]]
    assert [f.roles["place"] for f in told("post", text.format("Mayor Ann Holm"))] == [["Harpenden"]]


def test_a_then_mayor_is_a_former_one() -> None:
    text = "In 2003 {}Squamish mayor Ian Holm came."
    assert [f.roles["tenure"] for f in told("post", text.format("then-"))] == [["former"]]
    assert [f.roles["tenure"] for f in told("post", text.format(""))] == [["current"]]


def test_nobody_is_mayor_twice() -> None:
    text = "The mayor of Godmanchester, Ann Holm, {}, Per Lund, attended."
    assert {(f.roles["person"][0], f.roles["place"][0]) for f in told("post", text.format("Huntingdon mayor"))} == {
        ("Ann Holm", "Godmanchester"),
        ("Per Lund", "Huntingdon"),
    }
    assert [f.roles["person"] for f in told("post", text.format("and a baker"))] == [["Ann Holm"]]


def test_brackets_behind_a_town_hold_its_mayor() -> None:
    text = "Buyeo County (Mayor Park Min) has signed a sister city agreement with Gwangju City (Mayor Bang Se)."
    assert (_town("Park Min", text), _town("Bang Se", text)) == (["Buyeo"], ["Gwangju"])


def test_two_offices_joined_are_of_one_town() -> None:
    text = "Graz and Pécs are twins. It was said by Ivan Bors, deputy party secretary and mayor of Chengdu City."
    assert [each.roles["place"] for each in told("post", text)] == [["Chengdu"]] * 2


def test_letters_of_a_body_part_it_from_its_head() -> None:
    text = "Graz and Pécs are twins. The Mayor of Graz Elke Kahr, Secretary General of TDBB Fahri Bors and guests came."
    assert {tuple(each.roles["person"]) for each in told("post", text)} == {("Elke Kahr",), ("Fahri Bors",)}


def test_three_deputies_of_one_town_have_no_portfolio() -> None:
    text = "The sister city's guests met Deputy Mayors of Graz Elke Kahr, Ivan Bors and Ana Kis."
    assert [(each.roles["place"], "portfolio" in each.roles) for each in told("post", text)] == [(["Graz"], False)] * 3


def test_a_headline_s_verb_is_no_governor() -> None:
    assert not told("post", "Governor Goes to Moscow to Sign Sister City Paper")


def test_the_head_of_an_administration_leaves_the_other_town_to_the_mayor() -> None:
    text = "The twinning papers of Ystad and Lutsk were signed by Mayor {} and the head of Lutsk City Military Administration, Ivan Hnat."
    for mayor, town in (("Ann Holm", "Ystad"), ("Ann Holm of Lutsk", "Lutsk")):
        found = {f.roles["person"][0]: f.roles["place"][0] for f in told("post", text.format(mayor))}
        assert found == {"Ann Holm": town, "Ivan Hnat": "Lutsk"}


def test_the_akim_of_a_region_is_its_governor() -> None:
    text = "The sister cities' paper was signed by the akim of Akmola region, Malik Bors."
    assert [each.roles["post"] for each in told("post", text)] == [["governor"]]
    assert [each.roles["post"] for each in told("post", text.replace("Akmola region", "Aktau"))] == [["mayor"]]


def test_what_stands_before_a_mr_is_no_part_of_his_name() -> None:
    text = "The Mayor of Dhaka North Mr. Annisul Huq came to see the sister city. The Mayor Muriel Street was opened."
    assert [each.roles["person"] for each in told("post", text)] == [["Annisul Huq"]]


def test_a_state_has_no_mayor() -> None:
    text = "Luganville Mayor Onen Bors spoke to his Chinese counterpart, Mr. Zhang Bo, about the sister city."
    assert [each.roles.get("place") for each in told("post", text)] == [["Luganville"], None]
