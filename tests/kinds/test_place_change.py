"""Changes of places: mergers and new names, of towns and not of companies."""

from kinds.told import only, told


def test_a_merger_of_a_town_that_only_the_report_names() -> None:
    found = only("place_change", "Wanne was merged into Herne in 1975. Herne is twinned with Wakefield.")
    assert (found.roles["place"], found.roles["into"], found.when) == (["Wanne"], ["Herne"], "1975")


def test_a_new_name() -> None:
    found = only("place_change", "Coventry is twinned with Volgograd. In 1961 Stalingrad was renamed Volgograd.")
    assert (found.roles["into"], found.when) == (["Volgograd"], "1961")


def test_what_stands_today_has_no_date() -> None:
    assert only("place_change", "In 1959 the tie began in Wanne, which is now part of Herne, a twin town of Wakefield.").when is None


def test_a_merger_of_companies_is_none() -> None:
    assert told("place_change", "Herne is twinned with Wakefield. The Wanne company merged with a brewery.") == []
