"""Terminations: who ended what, and when."""

from amicity.reading import read
from amicity.terms.report import Report
from kinds.told import only, told


def test_each_side_ends_by_itself() -> None:
    text = (
        "On October 20, 2022, the town council of Husavik decided to terminate the sister city agreement with Arkhangelsk. "
        "On 24 November 2022, the Arkhangelsk City Duma decided to break the sister city ties with Husavik."
    )
    assert {(f.roles["actor"][0], f.when) for f in told("termination", text)} == {("Husavik", "2022-10-20"), ("Arkhangelsk", "2022-11-24")}


def test_who_washes_its_hands_of_a_twin_ends_the_tie() -> None:
    text = "The council of Saffron Walden voted to wash its hands of Gonesse in France, its twin town since 1972."
    assert only("termination", text).roles["party"] == ["Saffron Walden", "Gonesse"]
    text = "The council of Saffron Walden broke the news to Gonesse in France, its twin town since 1972."
    assert told("termination", text) == []


def test_what_was_considered_first_decides_nothing() -> None:
    text = "Considering the war, the Daugavpils City Council decided to {} the cooperation agreement with Smolensk on 3 March 2022."
    assert only("termination", text.format("terminate")).status == "happened"
    assert only("suspension", text.format("suspend")).status == "happened"
    text = "The Daugavpils City Council is considering to terminate the cooperation agreement with Smolensk."
    assert only("termination", text).status == "proposed"


def test_a_paper_to_reaffirm_renews() -> None:
    text = "Kaohsiung and Busan signed an agreement to reaffirm sister city friendship on 16 April 2021."
    assert only("renewal", text).status == "happened"
    text = "Kaohsiung and Busan hope to renew their sister city agreement."
    assert only("renewal", text).status == "hoped"


def test_a_ceremony_held_to_reaffirm_renewed() -> None:
    text = "A ceremony was held on June 13, 2023 to reaffirm the resolution between Kauai County and Moriyama City as sister cities."
    assert only("renewal", text).status == "happened"
    text = "A ceremony will be held to reaffirm the resolution between Kauai County and Moriyama City as sister cities."
    assert only("renewal", text).status == "planned"


def test_a_row_says_what_became_of_the_tie() -> None:
    page = "Partner cities of Kalisz\n\n- Southport, United Kingdom - 1994\n- Hrodna, Belarus - of 2009, {}\n- Preston, United Kingdom"
    found = read(Report(source="t.txt", text=page.format("terminated by the City Council on 24 March 2022")))
    assert [(f.kind, f.when and f.when.value.edtf) for f in found if f.kind == "termination"] == [("termination", "2022-03-24")]
    found = read(Report(source="t.txt", text=page.format("suspended since March 2022")))
    assert [f.kind for f in found if f.kind in ("termination", "suspension")] == ["suspension"]
    found = read(Report(source="t.txt", text=page.format("with a terminal of ferries")))
    assert [f.kind for f in found if f.kind in ("termination", "suspension")] == []


def test_the_agreement_is_of_the_sort_told_before() -> None:
    text = "{} The agreement with Asuncion, signed in 1989, was renewed in June 2019."
    assert only("renewal", "Rosario has 15 sister cities." + text.format("")).roles["form"] == ["sister"]
    assert told("renewal", "Rosario has 15 parks." + text.format("")) == []


def test_who_has_voted_to_end_a_tie_has_ended_it() -> None:
    text = "{}, which has voted to suspend its sister city tie with Tambov, has flown the flag of Ukraine since March."
    assert only("suspension", text.format("Trondheim")).status == "happened"
    text = "Trondheim hopes to suspend its sister city tie with Tambov."
    assert only("suspension", text).status == "hoped"


def test_what_an_end_would_be_is_no_end() -> None:
    text = "Trondheim is twinned with Tambov. The club said that to sever the sister city links with Tambov {}."
    assert told("termination", text.format("would be pointless")) == []
    text = "Trondheim is twinned with Tambov. The council voted to sever the sister city links with Tambov."
    assert only("termination", text).status == "happened"


def test_an_initiative_for_the_end_is_no_end_yet() -> None:
    text = "Members of the council of Lviv supported {} the sister city relations between Lviv and Pskov."
    assert only("termination", text.format("the initiative for the termination of")).status == "proposed"
    text = "The council of Lviv voted for the termination of the sister city relations between Lviv and Pskov."
    assert only("termination", text).status == "happened"


def test_a_hand_extended_renews_nothing() -> None:
    text = "The council of Rijeka extended {} to Faenza, its sister city."
    assert told("renewal", text.format("the hand of friendship")) == []
    text = "Rijeka and Faenza extended their sister city agreement in 2016."
    assert only("renewal", text).status == "happened"


def test_who_came_to_renew_a_tie_renewed_it() -> None:
    text = "The mayor of Rijeka, Ana Babic, {} Faenza to renew the sister city relationship between Rijeka and Faenza."
    assert only("renewal", text.format("travelled to")).status == "happened"
    assert only("renewal", text.format("is ready to travel to")).status == "hoped"


def test_what_comes_next_is_not_what_was_suspended() -> None:
    text = "Coventry suspends its link with a Russian city and says it is exploring options for twinning with Chernihiv."
    assert told("suspension", text) == []
    text = "Coventry suspends its twinning links with Tambov and Pskov."
    assert {f.roles["party"][1] for f in told("suspension", text)} == {"Tambov", "Pskov"}


def test_a_county_is_not_its_county_town() -> None:
    text = "County {} ended 54 years of links with Kostroma."
    found = only("termination", "Kildare is twinned with Dijon. " + text.format("Durham")).roles
    assert (found["party"], found["actor"]) == (["County Durham", "Kostroma"], ["County Durham"])
    assert only("termination", "Kildare is twinned with Dijon. " + text.format("Cork")).roles["party"] == ["Cork", "Kostroma"]
    assert told("termination", "Kildare is twinned with Dijon. County hall ended its links with the past.") == []


def test_a_feast_that_is_cancelled_ends_no_tie() -> None:
    text = "The {} the sister city tie between Changsha and Gumi {} cancelled in the spring."
    assert told("termination", text.format("celebrations of", "have been")) == []
    text = "The sister city tie between Changsha and Gumi was cancelled in the spring."
    assert only("termination", text).roles["party"] == ["Changsha", "Gumi"]
