"""Posts: whose office it is."""

from kinds.told import told


def _town(person: str, text: str) -> object:
    return next(each.roles["place"] for each in told("post", text) if each.roles["person"] == [person])


def test_a_town_has_one_mayor() -> None:
    text = "Graz and Pécs, twin towns\n\nGraz Mayor Elke Kahr met a delegation from Pécs. Mayor Attila Péterffy thanked her."
    assert _town("Attila Péterffy", text) == ["Pécs"]
    assert _town("Attila Péterffy", text.replace("Graz Mayor Elke Kahr", "Councillor Elke Kahr")) == ["Graz"]
