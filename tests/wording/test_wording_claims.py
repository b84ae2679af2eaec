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
    ],
)
def test_a_claim_in_one_line(kind: str, roles: dict[str, list[str]], said: str) -> None:
    assert headline(kind, roles) == said


def test_only_terms_lose_their_underscores() -> None:
    assert words("Snake_Case of a name") == "Snake_Case of a name"
    assert words("letter_of_intent") == "letter of intent"
