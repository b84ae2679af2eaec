import pytest

from amicity.kinds import kinds
from amicity_web.wording.claims import PATTERNS, headline, words


def test_every_kind_has_its_patterns() -> None:
    assert set(PATTERNS) == set(kinds())


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_patterns_name_only_roles_that_the_kind_has(kind: str) -> None:
    roles = {role.name: ["x"] for role in kinds()[kind].roles}
    for pattern in PATTERNS[kind]:
        assert pattern.format_map(dict.fromkeys(roles, "x"))


@pytest.mark.parametrize(
    ("kind", "roles", "said"),
    [
        ("visit", {}, "Visit"),
        ("visit", {"host": ["Karachi"]}, "Visit to Karachi"),
        (
            "agreement",
            {"party": ["Karachi", "Shenyang"], "instrument": ["letter_of_intent"]},
            "Letter of intent between Karachi and Shenyang",
        ),
        ("relation", {"party": ["A", "B", "C"], "form": ["sister"]}, "A, B and C: sister city"),
        ("figure", {"about": ["Shenyang"], "value": ["23"], "measure": ["sister_cities"]}, "Shenyang: 23 sister cities"),
        ("figure", {"about": ["X"], "value": ["1"], "measure": ["sister_cities"]}, "X: 1 sister city"),
        ("figure", {"about": ["X"], "value": ["1"], "measure": ["consulates_general"]}, "X: 1 consulate general"),
        ("figure", {"about": ["X"], "value": ["8000000"], "measure": ["population"]}, "X: population 8,000,000"),
        ("figure", {"about": ["X"], "value": ["1645"], "measure": ["area_km2"]}, "X: area 1645 km²"),
        ("figure", {"about": ["X"], "value": ["12"]}, "Figure"),
    ],
)
def test_a_claim_in_one_line(kind: str, roles: dict[str, list[str]], said: str) -> None:
    assert headline(kind, roles) == said


def test_only_terms_lose_their_underscores() -> None:
    assert words("Snake_Case of a name") == "Snake_Case of a name"
    assert words("letter_of_intent") == "letter of intent"
