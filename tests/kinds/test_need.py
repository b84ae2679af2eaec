"""Needs: what a place says it seeks, not what it must do or whom it would like to see."""

from kinds.told import only, told

TIE = "Lahore and Bursa are sister cities. "
MAYOR = TIE + "The mayor of Lahore, Ali Raza, met the mayor of Bursa, Can Demir. "


def test_a_place_needs_something() -> None:
    found = only("need", TIE + "The mayor of Lahore, Ali Raza, said that Lahore needs cleaner buses.")
    assert (found.status, found.roles["place"], found.roles["what"]) == ("hoped", ["Lahore"], ["cleaner buses"])


def test_a_place_looks_for_partners_in_a_field() -> None:
    found = only("need", TIE + "Lahore is looking for partners in waste management.")
    assert (found.roles["place"], found.roles["field"]) == (["Lahore"], ["environment"])


def test_a_speaker_hopes_for_work_in_fields() -> None:
    found = only("need", MAYOR + "He said that Lahore hopes to cooperate with Bursa in tourism and education.")
    assert (found.roles["place"], found.roles["field"]) == (["Lahore"], ["tourism", "education"])


def test_a_wish_to_learn_is_a_need_of_the_learner() -> None:
    found = only("need", TIE + "Lahore wants to learn from Bursa how to plant trees along its roads.")
    assert found.roles["place"] == ["Lahore"]


def test_a_duty_is_no_need() -> None:
    assert told("need", TIE + "There is no need for a new agreement, and Lahore needs to answer the letter.") == []


def test_a_visit_hoped_for_is_no_need() -> None:
    assert told("need", MAYOR + "He said that Lahore hopes to visit Bursa soon.") == []


def test_nothing_is_sought_where_no_partner_is_spoken_of() -> None:
    assert told("need", "The mayor of Lahore, Ali Raza, said that Lahore needs cleaner buses.", closing="Mayors may write to us.") == []


def test_help_asked_for_is_a_need() -> None:
    found = only("need", TIE + "The mayor of Lahore, Ali Raza, asked Bursa for help with a fish market.")
    assert (found.roles["place"], found.roles["what"]) == (["Lahore"], ["help with a fish market"])
    assert told("need", TIE + "The mayor of Lahore, Ali Raza, asked for help. He asked who was there.") == []
