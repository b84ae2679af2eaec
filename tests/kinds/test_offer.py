"""Offers: what a place has to give, not the courtesies of a meeting."""

from kinds.told import only, told

TIE = "Turku and Kobe are sister cities. "


def test_ready_to_share() -> None:
    found = only("offer", TIE + "The mayor of Turku, Minna Aho, said that Turku is ready to share its experience in heating with Kobe.")
    assert (found.status, found.roles["place"]) == ("hoped", ["Turku"])


def test_a_place_offers_training() -> None:
    found = only("offer", TIE + "Turku offers training to young engineers of its partner cities.")
    assert (found.roles["place"], found.roles["what"]) == (["Turku"], ["training to young engineers of its partner cities"])


def test_condolences_are_no_offer() -> None:
    assert told("offer", TIE + "The mayor of Kobe, Ken Mori, offered his condolences to Turku.") == []


def test_we_means_the_place_of_who_is_cited_with_he() -> None:
    text = "Lima and Quito are sister cities. Quito Mayor Ana Ruiz met Lima Mayor Eva Soto. Ruiz praised Lima. "
    found = only("offer", text + '"We are ready to share our experience in silk weaving", she added.')
    assert found.roles["place"] == ["Quito"]


def test_who_offers_is_whose_name_stands_before() -> None:
    text = "Odense and Groningen are sister cities of Kolding{} Schwerin offered beds for a hospital."
    assert only("offer", text.format(", and")).roles["place"] == ["Schwerin"]
    assert only("offer", "Odense, sister city of Kolding, offered beds for a hospital.").roles["place"] == ["Odense"]
