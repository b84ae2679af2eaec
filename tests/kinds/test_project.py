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


def test_a_joint_centre_needs_no_name() -> None:
    named = only("project", "Graz and Pula are twin towns. Graz and Pula will open a joint centre for glass makers next year.")
    assert (named.status, named.roles["name"], named.roles["party"]) == ("planned", ["joint centre for glass makers"], ["Graz", "Pula"])
    meant = only("project", "Graz and Pula are twin towns. The two cities have launched a joint laboratory in Pula.")
    assert (meant.status, meant.roles["party"]) == ("happened", ["Graz", "Pula"])


def test_joint_talk_and_strangers_are_none() -> None:
    assert told("project", "Graz and Pula are twin towns. Graz opened a joint meeting of two committees.") == []
    assert told("project", "A bank and an airline opened a joint centre. Graz has a twin town, Pula.", closing="") == []


def test_a_project_has_its_name_in_quotation_marks() -> None:
    text = "In 2005, Palanga and the town of Ystad {} a joint project entitled {}."
    found = only("project", text.format("implemented", "'Gardens by the Sea'"))
    assert (found.roles["name"], found.roles["party"], found.when) == (["Gardens by the Sea"], ["Palanga", "Ystad"], "2005")
    assert told("project", text.format("read of", "to a grant")) == []
