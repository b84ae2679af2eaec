"""Projects: undertakings with a name and at least two places."""

from kinds.told import only, told


def test_an_alliance_founded_together() -> None:
    found = only("project", "Lima and Quito are sister cities. The mayors of Lima and Quito founded the Andean Waters Alliance.")
    assert (found.roles["name"], found.roles["party"]) == (["Andean Waters Alliance"], ["Lima", "Quito"])


def test_a_project_run_with_a_partner() -> None:
    found = only("project", "Graz, together with Pula, its twin town, runs the Green Roofs project.")
    assert (found.roles["name"], found.roles["party"]) == (["Green Roofs"], ["Graz", "Pula"])


def test_a_shopping_centre_is_none() -> None:
    assert told("project", "Graz opened the City Shopping Centre. Graz has a twin town, Pula.") == []
