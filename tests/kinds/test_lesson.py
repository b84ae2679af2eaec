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
        (
            "Pula introduced night buses after its council had studied them: officials came home from Graz after visiting the depot in Graz.",
            None,
        ),
        ("Pula adopted the ticket machine that its officials saw there.", "the ticket machine"),
        ("The market hall served as a model for Pula.", "The market hall"),
    ],
)
def test_something_was_taken_over(text: str, what: str | None) -> None:
    found = only("lesson", TIE + text)
    assert (found.status, found.roles["learner"], found.roles["teacher"]) == ("happened", ["Pula"], ["Graz"])
    assert what is None or found.roles["what"] == [what]


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
