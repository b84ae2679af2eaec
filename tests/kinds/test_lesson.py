"""Lessons: what was taken over from a partner, not what one would like to learn."""

import pytest

from kinds.told import only, told

TIE = "Graz and Pula are twin towns. "


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Pula learned from Graz how to price parking.", "how to price parking"),
        ("Pula followed the example of Graz in pricing its parking.", "in pricing its parking"),
        ("Pula introduced bicycle lanes after seeing them in Graz.", "bicycle lanes"),
        ("Pula adopted night buses after studying the depot in Graz.", "night buses"),
        ("Pula adopted the ticket machine that its officials saw there.", "the ticket machine"),
        ("The market hall served as a model for Pula.", "The market hall"),
    ],
)
def test_something_was_taken_over(text: str, what: str) -> None:
    found = only("lesson", TIE + text)
    assert (found.status, found.roles["learner"], found.roles["teacher"]) == ("happened", ["Pula"], ["Graz"])
    assert found.roles["what"] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Pula would like to learn from Graz how to price parking.",
        "Pula introduced bicycle lanes after the council met in Graz.",
        "Pula adopted the budget that the council saw on Monday.",
        "The mayor of Pula served as a clerk in Graz.",
    ],
)
def test_nothing_was_taken_over(text: str) -> None:
    assert told("lesson", TIE + text) == []
