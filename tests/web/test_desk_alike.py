"""Names that are alike, at the desk: proposed with reasons, said to be the same or different, and taken back."""

import pytest
from django.test import Client
from stories import letter

from amicity.terms.finding import Finding
from amicity.terms.place import Place
from amicity_web.store import load, record
from amicity_web.store.models import JudgementRow
from builders import KARACHI, SHENYANG, agreement

pytestmark = pytest.mark.django_db
LOST = Place("Karachy", "PK")
GIVEN = {"left": LOST.key, "right": KARACHI.key}


@pytest.fixture
def claims() -> list[Finding]:
    report, _ = letter()
    found = [agreement(SHENYANG, KARACHI, report=report.digest), agreement(SHENYANG, LOST, report=report.digest, at=5)]
    record.record_report(report, found, by="test")
    return found


def test_two_spellings_are_proposed_with_a_score_and_reasons(editor: Client, claims: list[Finding]) -> None:
    page = editor.get("/desk/alike/").content.decode()
    assert "Karachy" in page and "of 100: names" in page and "the same country" in page


def test_what_is_said_holds_and_is_taken_back(editor: Client, claims: list[Finding]) -> None:
    answer = editor.post("/desk/alike/", {**GIVEN, "verdict": "same_as"}, follow=True)
    assert "Karachy and Karachi are the same" in answer.content.decode()
    assert load.goes_by(LOST.key) == KARACHI.key
    assert "of 100" not in editor.get("/desk/alike/").content.decode()
    answer = editor.post(f"/desk/judgements/{JudgementRow.objects.get().id}/undo/", follow=True)
    assert answer.redirect_chain[-1][0] == "/desk/alike/"
    assert load.goes_by(LOST.key) == LOST.key and "of 100" in answer.content.decode()


def test_different_ones_are_not_proposed_again(editor: Client, claims: list[Finding]) -> None:
    editor.post("/desk/alike/", {**GIVEN, "verdict": "different", "reason": "two districts"})
    page = editor.get("/desk/alike/").content.decode()
    assert "of 100" not in page and "two districts" in page


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"left": "", "right": KARACHI.key}, "This field is required"),
        ({"left": "Atlantis", "right": KARACHI.key}, "No one place of the record is called “Atlantis”"),
        ({"left": KARACHI.key, "right": KARACHI.key}, "it names fewer than two things"),
        ({"left": "person:Nobody", "right": KARACHI.key}, "Nothing was written"),
        ({"left": "name:<script>|", "right": "x" * 299}, "No one place"),
    ],
)
def test_nonsense_is_refused_beside_its_field_and_kept(editor: Client, claims: list[Finding], given: dict[str, str], says: str) -> None:
    answer = editor.post("/desk/alike/", {**given, "verdict": "same_as"})
    page = answer.content.decode()
    assert answer.status_code == 422 and says in page and "<script>|" not in page
    assert not JudgementRow.objects.exists()
