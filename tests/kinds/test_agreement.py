"""Agreements: which verb governs which paper, and on what day."""

from amicity.reading import read
from amicity.terms.report import Report
from kinds.told import only, told


def test_another_paper_was_signed_than_the_one_that_ended() -> None:
    text = "Prague terminated its partnership agreement with Beijing in October 2019 and signed one with Taipei in January 2020."
    assert not any("Beijing" in f.roles["party"] for f in told("agreement", text))
    assert only("termination", text).roles["party"] == ["Prague", "Beijing"]


def test_a_short_report_of_a_signing_is_read() -> None:
    found = read(Report(source="short.txt", text="Oslo and Lima signed a memorandum in August 2018."))
    assert [f.kind for f in found] == ["agreement"]


def test_what_is_to_come_lies_ahead() -> None:
    text = "5 March 2020\n\nLeeds will sign a sister city agreement with Yerevan in October."
    (found,) = (f for f in read(Report(source="t.txt", text=text)) if f.kind == "agreement")
    assert found.when is not None
    assert (found.status.value, found.when.value.edtf) == ("planned", "2020-10")


def test_a_weekday_of_what_is_to_come_lies_ahead() -> None:
    told_on = "5 March 2020\n\nA delegation from Lviv {} Leeds, its sister city, on Friday."
    days = [
        f.when.value.edtf
        for verb in ("visited", "will visit")
        for f in read(Report(source="t.txt", text=told_on.format(verb)))
        if f.kind == "visit" and f.when is not None
    ]
    assert days == ["2020-02-28", "2020-03-06"]


def test_an_invitation_renews_nothing() -> None:
    text = "Belgrade extended an invitation to Banja Luka to become a sister city."
    assert told("renewal", text) == []


RESOLUTION = """RESOLUTION NO. 214-19

A RESOLUTION ESTABLISHING A SISTER CITY RELATIONSHIP BETWEEN THE CITY OF DUBUQUE, IOWA, AND THE CITY OF SENDAI, JAPAN

WHEREAS, it is desirable to encourage trade between the two cities;

{} this 3rd day of June, 2019.
"""


def test_a_resolution_is_a_paper_dated_where_it_was_passed() -> None:
    (found,) = (f for f in read(Report(source="r.txt", text=RESOLUTION.format("Passed and adopted"))) if f.kind == "agreement")
    assert found.when is not None
    assert (found.status.value, found.roles["instrument"][0].value, found.when.value.edtf) == ("happened", "resolution", "2019-06-03")


def test_a_resolution_not_yet_passed_is_proposed() -> None:
    (found,) = (f for f in read(Report(source="r.txt", text=RESOLUTION.format("Submitted"))) if f.kind == "agreement")
    assert (found.status.value, found.when) == ("proposed", None)


def test_one_paper_between_three_is_one_and_papers_are_pairs() -> None:
    one = only(
        "agreement", "A twinning agreement was signed between the cities of Dakar (Senegal), Kinshasa (DRC) and Brazzaville (Congo)."
    )
    assert one.roles["party"] == ["Dakar", "Kinshasa", "Brazzaville"]
    text = "Letters of intent were signed between Sahiwal and Wuzhong as well as Bahawalpur and Zhongwei."
    assert {tuple(f.roles["party"]) for f in told("agreement", text)} == {("Sahiwal", "Wuzhong"), ("Bahawalpur", "Zhongwei")}


def test_counted_partners_named_behind_a_colon() -> None:
    found = told("agreement", "Isfahan has signed sister city agreements with 4 cities: Florence, Havana, Yash, and Dakar.")
    assert {tuple(f.roles["party"]) for f in found} == {("Isfahan", "Florence"), ("Isfahan", "Havana"), ("Isfahan", "Dakar")}


def test_what_was_signed_the_day_told_before() -> None:
    text = "26 May 2022\n\nOsijek and Mostar became twin cities on Thursday. A friendship agreement between Osijek and Mostar was signed."
    days = {f.when.value.edtf for f in read(Report(source="t.txt", text=text)) if f.kind in ("agreement", "relation") and f.when}
    assert days == {"2022-05-26"}


def test_yet_to_be_signed_is_to_come() -> None:
    assert only("agreement", "A letter of intent between Sibu and Pontianak has yet to be signed.").status == "planned"


def test_a_paper_told_twice_is_one() -> None:
    text = "Taichung and Ipoh inked a friendship memorandum on 18 June 2015. Mayor Lin Chia-lung signed the memorandum with Ipoh."
    assert only("agreement", text).roles["form"] == ["friendship"]
    text = "Lima and Oslo signed a sister city agreement in 2021. Lima and Oslo had signed a memorandum in 2018."
    assert len(told("agreement", text)) == 2


def test_a_tie_made_by_signing_a_memorandum_is_its_form() -> None:
    text = "Tagaytay City has formalized its sister city ties with Gapyeong County through the signing of a memorandum of understanding."
    assert only("agreement", text).roles["form"] == ["sister"]
    text = "Oslo and Lima signed a memorandum of understanding. The sister cities of Oslo sent guests."
    assert only("agreement", text).roles["form"] == ["memorandum"]


def test_the_signing_of_a_paper_now_ended_is_no_news() -> None:
    ended = "The Daugavpils City Council voted on 3 March 2022 to terminate the cooperation agreements concluded with Moscow and Smolensk."
    assert told("agreement", ended) == []
    assert {f.roles["party"][1] for f in told("termination", ended)} == {"Moscow", "Smolensk"}
    dated = "The Daugavpils City Council voted to terminate the cooperation agreement with Smolensk, which was signed in 2003."
    assert only("agreement", dated).when == "2003"


def test_a_short_form_in_brackets_is_no_second_paper() -> None:
    text = "The signing of a memorandum of understanding (MoU) to formalise the friendship city ties of Miri and Weifang was held."
    assert only("agreement", text).status == "happened"


def test_a_council_is_called_by_its_letters() -> None:
    text = "Padawan Municipal Council (MPP) is in Malaysia. Earlier, MPP had signed a sister city agreement with Zigong in China."
    assert only("agreement", text).roles["party"] == ["Padawan", "Zigong"]
    text = "Kuching South City Council met. The World Health Organization (WHO) signed a memorandum with Zigong."
    assert told("agreement", text) == []


def test_pairs_of_one_document_are_papers_of_their_own() -> None:
    text = "A document on the twinning of the cities of Gabala of Azerbaijan - Termez of Uzbekistan, Mingachevir - Angren was signed today."
    assert [f.roles["party"] for f in told("agreement", text)] == [["Gabala", "Termez"], ["Mingachevir", "Angren"]]


def test_the_ceremony_dates_the_paper() -> None:
    text = "Tamale and Bobo-Dioulasso have signed a sister city agreement. The brief ceremony took place in Tamale on May 17, 2023."
    assert (only("agreement", text).when, only("agreement", text).roles["place"]) == ("2023-05-17", ["Tamale"])
    text = "Tamale and Bobo-Dioulasso have signed a sister city agreement. The market took place in Tamale on May 17, 2023."
    assert only("agreement", text).when != "2023-05-17"


def test_a_proposal_is_told_by_what_came_of_it() -> None:
    text = "Keelung and Sasebo began discussions on signing a memorandum in 2017. {}"
    assert only("agreement", text.format("")).status == "proposed"
    signed = "On May 16, 2018, Keelung and Sasebo signed the memorandum."
    assert only("agreement", text.format(signed)).status == "happened"


def test_agreements_with_a_number_of_cities_are_one_with_each() -> None:
    text = "Shiraz has so far signed sister city agreements with 3 cities of Chongqing, Dushanbe, and Muscat."
    assert {f.roles["party"][1] for f in told("agreement", text)} == {"Chongqing", "Dushanbe", "Muscat"}


def test_an_agreement_to_that_effect_makes_the_tie() -> None:
    text = "Pokhara and Kunming have entered into the bond of sister cities; an agreement to that effect was signed by both sides."
    assert only("agreement", text).roles["form"] == ["sister"]


def test_a_company_in_a_town_is_no_town() -> None:
    text = "Duluth is a sister city of Thunder Bay. The two firms signed a memorandum on steel with a company in Oslo."
    assert told("agreement", text) == []


def test_the_place_of_a_guest_is_no_side() -> None:
    text = (
        "Vigan signed its sisterhood agreement with Maui County. Delegates from Maui County, led by Tom Cook of Kihei, "
        "came to the signing of the sisterhood agreement."
    )
    assert only("agreement", text).roles["party"] == ["Vigan", "Maui County"]


def test_the_day_of_a_page_is_not_the_day_of_the_deed() -> None:
    text = "date 2024-10-14 Ufa and Shiraz sign a sister city agreement\n\nThe agreement was signed on October 9 in Shiraz."
    (found,) = (f for f in read(Report(source="t.txt", text=text)) if f.kind == "agreement")
    assert found.when is not None
    assert found.when.value.edtf == "2024-10-09"


def test_one_town_and_a_list_are_one_agreement_with_each() -> None:
    text = "The council of Davao approved a sister city agreement between Davao and Iligan, Butuan, and General Santos."
    assert {f.roles["party"][1] for f in told("agreement", text)} == {"Butuan", "General Santos", "Iligan"}
    text = "The council of Davao approved a sister city agreement between Davao, Iligan and Butuan."
    assert len(only("agreement", text).roles["party"]) == 3


def test_a_tie_may_be_signed() -> None:
    text = "The twinning of Hull with Freetown, which was signed on 14 March 1980, had been without content."
    assert (only("agreement", text).roles["party"], only("agreement", text).when) == (["Hull", "Freetown"], "1980-03-14")
    text = "The twinning of Hull with Freetown was praised on 14 March 1980, when a book was signed."
    assert told("agreement", text) == []


def test_this_city_is_the_report_s() -> None:
    text = "BACOLOD CITY, Negros Occidental: This city signed a sister city agreement with Nonsan."
    assert only("agreement", text).roles["party"] == ["Bacolod", "Nonsan"]


def test_what_is_being_made_is_not_made_yet() -> None:
    assert only("agreement", "Graz and Pécs are establishing a sister city agreement this week.").status == "planned"
    assert only("agreement", "Graz and Pécs signed a sister city agreement this week.").status == "happened"


def test_what_was_discussed_first_may_be_agreed_on() -> None:
    text = "The mayors of Vinnytsia and Phoenix met to discuss cooperation {} a partnership agreement between the cities."
    assert only("agreement", text.format("and agreed to sign")).status == "planned"
    assert only("agreement", text.format("and the signing of")).status == "proposed"


def test_a_day_may_be_written_with_hyphens() -> None:
    assert only("agreement", "Graz and Pécs signed a sister city agreement on 16-01-2018.").when == "2018-01-16"


def test_sentences_may_be_glued_together() -> None:
    text = "Graz and Pécs signed a sister city agreement, said Wolf Nen.The guests came from Trieste and from Maribor."
    assert only("agreement", text).roles["party"] == ["Graz", "Pécs"]


def test_who_witnessed_a_signing_did_not_sign() -> None:
    text = "Mayor Elke Kahr of Graz witnessed the signing of a sister city agreement between Pécs and Trieste."
    roles = only("agreement", text).roles
    assert (roles.get("signer"), roles["witness"]) == (None, ["Elke Kahr"])


def test_will_be_officially_signed() -> None:
    assert only("agreement", "A sister city agreement between Graz and Pécs will be officially signed online.").status == "planned"


def test_a_headline_tells_what_two_have_done() -> None:
    found = read(
        Report(source="t.txt", text="Graz and Pécs ratify twinning agreement\n\nThe two councils met at the weekend in the twin town.\n")
    )
    assert [(f.kind, f.status.value) for f in found if f.kind == "agreement"] == [("agreement", "happened")]


def test_a_paper_told_beside_keeps_its_own_day() -> None:
    text = (
        "5 March 2020\n\nGraz and Pécs signed a sister city agreement. The agreement continues the State Treaty signed on January 17, 2015."
    )
    assert only("agreement", text).when == "2020-03"


def test_a_resolution_adopted_in_passing_is_an_agreement() -> None:
    text = "WHEREAS, on 28 October 2009, the council of Eugene {} a resolution establishing a sister city relationship with Loja; and"
    found = only("agreement", text.format("adopted"))
    assert (found.status, found.roles["act"], found.when) == ("happened", ["adopted"], "2009-10-28")
    assert told("agreement", text.format("debated")) == []


def test_a_partnership_that_was_concluded_is_a_paper() -> None:
    text = "In 1925 a city partnership between Viborg and Lund {}."
    assert only("agreement", text.format("was concluded")).when == "1925"
    assert told("agreement", text.format("was praised")) == []


def test_under_a_heading_of_twin_towns_an_agreement_makes_one() -> None:
    page = "{}\n\nPalanga Municipality signs papers on culture.\n\nAn Agreement with {} (Sweden) was signed on May 26, 1991."
    for heading, parties in (("Twin towns of Palanga", [{"Palanga", "Ystad"}]), ("Palanga and its papers", [])):
        found = read(Report(source="t.txt", text=page.format(heading, "Ystad Municipality") + "\n\nEvery twin town is welcome."))
        assert [{m.place.name for m in f.roles["party"] if m.place} for f in found if f.kind == "agreement"] == parties


def test_an_agreement_that_was_between_two_was_signed() -> None:
    text = "The first modern twinning agreement {} between Keighley and Ghent in 1920."
    assert [f.when for f in told("agreement", text.format("was"))] == ["1920"]
    assert told("agreement", text.format("is no bridge")) == []


def test_who_attended_a_signing_signed_nothing() -> None:
    text = "Olinda signed a memorandum of understanding with Suzhou. The signing ceremony was {} by the mayor of Olinda, Ana Reis."
    assert all("signer" not in f.roles for f in told("agreement", text.format("attended")))
    text = "Olinda signed a memorandum of understanding with Suzhou. It was signed by the mayor of Olinda, Ana Reis."
    assert only("agreement", text).roles["signer"] == ["Ana Reis"]


def test_two_that_sign_are_not_those_behind() -> None:
    text = "At the forum Rasht and Aktau {} a sister-city agreement, and the port of Turkmenbashi became a sister port of Baku."
    assert only("agreement", text.format("signed")).roles["party"] == ["Rasht", "Aktau"]
    assert told("agreement", text.format("discussed")) == []
    ports = [f.roles["party"] for f in told("relation", text.format("signed"))]
    assert ports == [["Turkmenbashi", "Baku"]]


def test_a_paper_in_other_words_is_one() -> None:
    text = "The mayors of Oruro and Antofagasta signed a sister city agreement, {} accord of friendship between the two towns."
    assert [f.roles["form"] for f in told("agreement", text.format("an"))] == [["sister"]]
    assert len(told("agreement", text.format("and an"))) >= 1
