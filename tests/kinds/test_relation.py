"""Relations: what a report says, takes for granted or lists as standing."""

from amicity.reading import read
from amicity.terms.report import Report
from kinds.told import Told, only, told


def _pairs(found: list[Told]) -> set[tuple[object, ...]]:
    return {tuple(f.roles["party"]) for f in found}


def test_towns_named_behind_in_are_one_with_each() -> None:
    found = told("relation", "Timaru also has sister cities in Weihai, China, and Orange, Australia.")
    assert _pairs(found) == {("Timaru", "Weihai"), ("Timaru", "Orange")}


def test_a_request_takes_the_tie_for_granted() -> None:
    assert only("relation", "Mombasa has asked its sister city Seattle for two ambulances.").status == "happened"


def test_two_have_a_partnership() -> None:
    found = only("relation", "Hamburg and Dar es Salaam have a climate partnership since 2010.")
    assert (found.roles["form"], found.when) == (["project_partnership"], "2010")


def test_a_country_in_brackets_speaks_for_its_own_town() -> None:
    found = told(
        "relation", "Tamworth has been a friendship city of Kunming since 1999, the consul in Sydney said. It is twinned with Gore (USA)."
    )
    assert ("Tamworth", "Kunming") in _pairs(found)


LED_IN = """City of Graz

Our sister cities are:
- Coventry, United Kingdom (1957)
- Darmstadt, Germany (1968)

We also have friendship agreements with:
- Pune, India

Former twin towns
- Gomel, Belarus (1990-2022)
"""


def test_a_sentence_leads_in_to_a_list_and_what_was_stands_no_more() -> None:
    found = told("relation", LED_IN, closing="")
    assert [(f.roles["party"][1], f.roles["form"], f.when) for f in found] == [
        ("Coventry", ["sister"], "1957"),
        ("Darmstadt", ["sister"], "1968"),
        ("Pune", ["friendship"], None),
    ]


def test_a_table_parted_by_tabs() -> None:
    found = told("relation", "Twin cities of Tallinn\nCity\tCountry\tYear\nAarhus\tDenmark\t1997\nKotka\tFinland\t1955\n", closing="")
    assert [({*f.roles["party"]}, f.when) for f in found] == [({"Tallinn", "Aarhus"}, "1997"), ({"Tallinn", "Kotka"}, "1955")]


def test_list_entries_that_end_in_brackets() -> None:
    found = told("relation", "Tacoma's sister cities:\n\nGunsan, South Korea - 1979\n\nBiot, France (2012)\n", closing="")
    assert _pairs(found) == {("Tacoma", "Gunsan"), ("Tacoma", "Biot")}


def test_partners_of_one_list_lie_in_many_countries() -> None:
    found = read(Report(source="t.txt", text="Belfast, Chicago, Daejeon and Sapporo are sister cities of Shenyang."))
    assert {m.place.country for f in found for m in f.roles["party"] if m.place} == {"CN", "GB", "KR", "JP", "US"}


def test_an_apposition_names_no_third_town() -> None:
    text = "Jinan, the seat of eastern China's Shandong Province, and Galle, a port city in southern Sri Lanka, have become sister cities."
    assert _pairs(told("relation", text)) == {("Jinan", "Galle")}


def test_what_both_lie_in_parts_no_list() -> None:
    text = "Arusha has sister city relations with Durham City of North Carolina and Kansas City of Missouri, both in the United States."
    assert _pairs(told("relation", text)) == {("Arusha", "Durham"), ("Arusha", "Kansas City")}


def test_a_partnership_began_on_a_day() -> None:
    found = only("relation", "Columbia began its partnership with Sapporo, Japan, on March 7, 1988, the city said.")
    assert (found.roles["party"], found.when) == (["Columbia", "Sapporo"], "1988-03-07")


def test_a_town_of_a_country_s_name() -> None:
    assert _pairs(told("relation", "Armenia (Colombia) and Quito (Ecuador) became sister cities in 2001.")) == {("Armenia", "Quito")}


def test_a_province_says_whose_town_it_is() -> None:
    text = "From our towns\n\nCEBU, Philippines - The towns of Lapu-Lapu and Santiago, Isabela, became sister cities in 2018."
    (found,) = (f for f in read(Report(source="t.txt", text=text)) if f.kind == "relation")
    assert [m.place.country for m in found.roles["party"] if m.place] == ["PH", "PH"]


def test_pairs_follow_their_tie() -> None:
    text = "Three cities have sister relationships with cities in Indonesia; Darwin and Ambon, Geraldton and Tuban and Perth and Surabaya."
    assert _pairs(told("relation", text)) == {("Darwin", "Ambon"), ("Geraldton", "Tuban"), ("Perth", "Surabaya")}


def test_where_a_council_sits_is_no_party() -> None:
    text = "A sister city relationship between Blacktown City Council of Sydney, Australia and Nadi Town Council has been forged."
    assert only("relation", text).roles["party"] == ["Blacktown", "Nadi"]


def test_good_relations_of_sister_cities_are_no_second_tie() -> None:
    text = "Shanghai and Porto became sister cities on 19 April 1995. Since then, Shanghai and Porto have developed friendly ties in trade."
    assert only("relation", text).roles["form"] == ["sister"]
    text = "Shanghai and Porto became sister cities on 19 April 1995. In 2010, Shanghai and Vigo established friendly relations."
    assert [f.roles["form"] for f in told("relation", text)] == [["sister"], ["friendship"]]


def test_cities_of_a_province_are_not_the_province() -> None:
    text = "The agreement of two cities of Sindh and two cities of Gansu named them sister cities."
    assert told("relation", text) == []
    text = "Sindh's city Sukkur and the Chinese city of Baiyin have been declared sister cities."
    assert only("relation", text).roles["party"] == ["Sukkur", "Baiyin"]


def test_partners_stand_in_the_sentence_after_their_number() -> None:
    text = "ARKHANGELSK - Arkhangelsk has three sister cities. These are Emden (Germany), Ashdod (Israel) and Dalian (China)."
    assert {f.roles["party"][1] for f in told("relation", text)} == {"Emden", "Ashdod", "Dalian"}
    text = "ARKHANGELSK - Arkhangelsk has three hotels. These are near Emden (Germany), Ashdod (Israel) and Dalian (China)."
    assert told("relation", text) == []


def test_a_state_may_own_the_partner() -> None:
    text = "Taitung forged sister city ties with South Korea's Gimhae City and Tuskegee in the U.S. state of Alabama."
    assert _pairs(told("relation", text)) == {("Taitung", "Gimhae"), ("Taitung", "Tuskegee")}


def test_its_twin_towns_are_not_each_others() -> None:
    text = "The council of Saffron Walden wrote to Gonesse in France and Leonberg in Germany, its twin towns since 1972."
    assert _pairs(told("relation", text)) == {("Saffron Walden", "Gonesse"), ("Saffron Walden", "Leonberg")}


def test_what_a_tie_would_do_is_no_tie() -> None:
    text = "The mayor of Cape Coast said a sister-city relation with Roseau would foster understanding."
    assert told("relation", text) == []
    text = "The mayor of Cape Coast said its sister-city relation with Roseau had fostered understanding."
    assert only("relation", text).roles["party"] == ["Cape Coast", "Roseau"]


def test_a_line_of_an_agenda_proposes() -> None:
    text = "Establishment of a Sister City Relationship between the City of Pleasanton and Zhuji City\n\n{}The item is short."
    assert only("relation", text.format("RECOMMENDATION: adopt. ")).status == "proposed"
    assert only("relation", text.format("")).status == "happened"


def test_a_tie_behind_its_verb_has_its_sides_between() -> None:
    text = "This is part of the sister city cooperation that has been established between the city of Medan and Shah Alam recently."
    assert only("relation", text).roles["party"] == ["Medan", "Shah Alam"]
    text = "Oakville has two active twin city relationships: with Dorval (Quebec) and Neyagawa (Japan)."
    assert _pairs(told("relation", text)) == {("Oakville", "Dorval"), ("Oakville", "Neyagawa")}


def test_a_relationship_is_of_the_sort_told_before() -> None:
    text = "{} In 2012, a relationship was created between Honolulu and Apia, Samoa."
    found = only("relation", text.format("The country has many sister city ties."))
    assert (found.roles["party"], found.roles["form"], found.when) == (["Honolulu", "Apia"], ["sister"], "2012")
    assert told("relation", text.format("The country has many friends.")) == []


def test_a_numbered_entry_may_be_remarked_on() -> None:
    text = "Twinned towns of Saskatoon\n\n1. Umea, Sweden (May 21, 1975). This twinning was in response to residents.\n\n2. {}"
    rest = "Shijiazhuang, China (December 3, 1985). It was asked for."
    found = read(Report(source="t.txt", text=text.format(rest)))
    assert {f.when.value.edtf for f in found if f.kind == "relation" and f.when} == {"1975-05-21", "1985-12-03"}
    prose = "Shijiazhuang is far. The choir (of 1985) was there."
    assert len([f for f in read(Report(source="t.txt", text=text.format(prose))) if f.kind == "relation"]) == 1


def test_a_report_that_writes_of_ties_does_not_propose_them() -> None:
    text = "In a motion put to council, Gondek writes that Calgary has sister city relationships with Jaipur, Daqing and Phoenix."
    assert {(f.roles["party"][1], f.status) for f in told("relation", text)} == {
        ("Jaipur", "happened"),
        ("Daqing", "happened"),
        ("Phoenix", "happened"),
    }
    text = "In a motion put to council, Gondek asked for a sister city relationship of Calgary with Jaipur."
    assert {f.status for f in told("relation", text)} <= {"proposed"}


def test_a_new_clause_has_its_own_subject() -> None:
    text = "Kherson twinned with Radom, and Ternopil became sister cities with Yonkers."
    assert _pairs(told("relation", text)) >= {("Ternopil", "Yonkers")}
    text = "Kherson, Radom and Ternopil became sister cities with Yonkers."
    assert _pairs(told("relation", text)) == {("Kherson", "Yonkers"), ("Radom", "Yonkers"), ("Ternopil", "Yonkers")}


def test_two_long_lists_are_as_long_because_they_are_pairs() -> None:
    text = "Urumqi, Puyang and Weinan were declared as sister cities to Karachi, Gwadar and Multan."
    assert {tuple(f.roles["party"]) for f in told("relation", text)} == {("Urumqi", "Karachi"), ("Puyang", "Gwadar"), ("Weinan", "Multan")}
    text = "Urumqi and Puyang were declared as sister cities to Karachi and Gwadar."
    assert len(told("relation", text)) == 4


def test_what_was_not_founded_until_a_year_was_founded_then() -> None:
    text = "The town twinning between Celje and Grevenbroich was not established until {}."
    assert [(f.status, f.when) for f in told("relation", text.format("1986"))] == [("happened", "1986")]
    text = "The town twinning between Celje and Grevenbroich was not established in {}."
    assert [f.status for f in told("relation", text.format("1986"))] == ["denied"]


def test_the_first_to_establish_a_tie_did() -> None:
    text = "The first town in the valley to establish a sister city relationship was Oruro, with Antofagasta, in 1978."
    assert [f.status for f in told("relation", text)] == ["happened"]
    text = "Oruro is to establish a sister city relationship with Antofagasta."
    assert [f.status for f in told("relation", text)] == ["planned"]


def test_who_is_to_become_a_sister_city_is_none_yet() -> None:
    text = "The bond between Vanadzor and Oni will be stronger, {} sister cities on 5 May."
    assert [f.status for f in told("relation", text.format("when they become"))] == ["planned"]
    assert [f.status for f in told("relation", text.format("now that they have become"))] == ["happened"]


def test_a_great_war_ends_a_sentence() -> None:
    text = "Sister towns\n\nThe tie of Brest, dated 1920, goes back to {} I. Chemnitz twinned with Mulhouse later."
    for told_before, date in (("World War", None), ("Karl", "1920")):
        found = [f for f in read(Report(source="t.txt", text=text.format(told_before))) if f.kind == "relation"]
        assert [f.when and f.when.value.edtf for f in found] == [date]


def test_a_capital_since_dates_the_tie() -> None:
    text = "{}, Tacoma has maintained a sister city relationship with Kerkrade, Netherlands."
    assert only("relation", text.format("Since 1996")).when == "1996"
    assert only("relation", text.format("With 1996 dollars")).when is None


def test_a_town_that_acts_behind_a_list_is_none_of_it() -> None:
    text = "Odense and Groningen are sister cities of Kolding, and Schwerin {} help."
    assert _pairs(told("relation", text.format("offered"))) == {("Odense", "Kolding"), ("Groningen", "Kolding")}
    text = "Odense is a sister city of Kolding, and Schwerin, Germany."
    assert _pairs(told("relation", text)) == {("Odense", "Kolding"), ("Odense", "Schwerin")}


def test_who_explores_a_tie_has_none() -> None:
    text = "The council of Coventry {} twinning with Chernihiv in the autumn."
    assert [f.status for f in told("relation", f"Coventry news. {text.format('says it is exploring options for')}")] == ["proposed"]
    assert [f.status for f in told("relation", text.format("has announced its"))] == ["happened"]


def test_the_first_partner_of_its_sort_is_a_partner() -> None:
    text = "Iquique is Oruro's first friendship city partner, and Oruro {}."
    assert _pairs(told("relation", text.format("has many schools"))) == {("Iquique", "Oruro")}
    assert told("relation", "Iquique is Oruro's first choice as a friend, and Oruro has many schools.") == []


def test_one_town_twins_with_another() -> None:
    text = "In 1946, when few could travel, Narbonne twins with Aosta in Italy."
    assert _pairs(told("relation", text)) == {("Narbonne", "Aosta")}
    assert told("relation", "Minnesota Twins with Boston on Friday, and Narbonne looks on.") == []


def test_counted_ties_in_brackets_are_one_with_each() -> None:
    text = "In the 1970s the City of Boise entered into two sister city relationships ({})."
    assert _pairs(told("relation", text.format("Loja, Ecuador and Hobart, Australia"))) == {("Boise", "Loja"), ("Boise", "Hobart")}
    assert _pairs(told("relation", text.format("twin towns"))) == set()


def test_a_town_that_its_state_owns_stands_in_the_list() -> None:
    text = "Larnaca and Greece's Patras have been {}, the municipality said."
    assert _pairs(told("relation", text.format("twinned"))) == {("Larnaca", "Patras")}
    assert told("relation", text.format("compared")) == []


def test_what_a_town_can_do_it_has_not_done() -> None:
    text = "Santos {} a sister city relationship with Ningbo."
    assert told("relation", text.format("can establish")) == []
    assert [f.status for f in told("relation", text.format("established"))] == ["happened"]


def test_an_aim_is_no_tie() -> None:
    text = "Bergamo and Ghent are twinned. {} friendly relations between the two towns."
    assert len(told("relation", text.format("The fair is held with the aim of developing"))) == 1
    assert len(told("relation", "Bergamo and Ghent are twinned. There are sister city ties between the two towns.")) == 1


def test_a_small_town_s_company_says_that_it_is_a_town() -> None:
    text = "{} a sister city relationship with Kerkrade."
    assert _pairs(told("relation", text.format("Salem has maintained"))) == {("Salem", "Kerkrade")}
    assert told("relation", "Salem has maintained a good mood, and a letter went to Kerkrade.") == []


def test_a_body_s_twin_towns_are_not_each_other_s() -> None:
    text = "Hosts met with guests from {} twin towns, Vejle and Hagen."
    assert told("relation", text.format("two of TTA's other")) == []
    assert _pairs(told("relation", text.format("the"))) == {("Vejle", "Hagen")}


def test_the_city_is_no_town_s_name() -> None:
    text = "The City has two sister cities. {} a sister city of Hagen, Germany."
    assert all("Oakville" not in f.roles["party"] for f in told("relation", text.format("The City is")))
    assert _pairs(told("relation", text.format("Oakville, Canada, is"))) == {("Oakville", "Hagen")}


def test_two_towns_that_twinned_are_twinned() -> None:
    text = "In March 2023 Narva and Lahti {} in a hall."
    assert _pairs(told("relation", text.format("twinned"))) == {("Narva", "Lahti")}
    assert told("relation", text.format("danced")) == []


def test_both_cities_are_those_of_the_sentence_before() -> None:
    page = "Aid for Chernivtsi and Kyiv\n\n{} Both cities formalised their friendship as a city partnership in 2022."
    for before, pair in (("Bremen sends two buses to Chernivtsi.", {"Bremen", "Chernivtsi"}), ("Snow fell.", {"Kyiv", "Chernivtsi"})):
        found = [f for f in read(Report(source="t.txt", text=page.format(before))) if f.kind == "relation"]
        assert all({m.place.name for m in f.roles["party"] if m.place} == pair for f in found)
        assert found or before == "Snow fell."


def test_its_sister_city_is_the_sender_s() -> None:
    text = "Arezzo sent a bus to the city of Lutsk {} its sister city of Gubin."
    assert _pairs(told("relation", text.format("through"))) == {("Arezzo", "Gubin")}
    assert told("relation", "Arezzo sent a bus to the city of Lutsk and to Gubin.") == []


def test_a_nation_before_a_town_parts_no_list() -> None:
    text = "Aarhus is a sister city of Reus, Norwegian Bergen and Finnish Turku."
    assert {p[1] for p in _pairs(told("relation", text))} == {"Reus", "Bergen", "Turku"}
    assert {p[1] for p in _pairs(told("relation", "Aarhus is a sister city of Reus. Norwegian guests saw Turku."))} == {"Reus"}


def test_to_untwin_is_not_to_twin() -> None:
    text = "The mayor of Narva wants to {}twin with Lahti, Finland."
    assert told("relation", text.format("de-")) == []
    assert [f.status for f in told("relation", text.format(""))] == ["hoped"]
