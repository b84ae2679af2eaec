"""Cards of people: who holds what post."""

from typing import Any

import pytest

from amicity.sources import SourceError, load_bytes, sources, stated
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.source import Refusal


def rows(*cards: str) -> list[Finding | Refusal]:
    text = "".join(f"BEGIN:VCARD\r\nVERSION:4.0\r\n{card}\r\nEND:VCARD\r\n" for card in cards)
    report = load_bytes(text.encode(), source="people.vcf")
    found = list(stated(report) or ())
    for each in found:
        if isinstance(each, Finding):
            spans = [each.quote, *(m.span for mentions in each.roles.values() for m in mentions)]
            assert all(report.text[span.start : span.end] == span.text for span in spans)
    return found


def card(name: str, title: str = "", organisation: str = "", address: str = "") -> str:
    return "\r\n".join([f"FN:{name}", *([f"TITLE:{title}"] if title else []), f"ORG:{organisation}", f"ADR;TYPE=work:;;Street 1;{address}"])


def told(*cards: str) -> list[dict[str, list[Any]]]:
    return [
        {role: [m.place.label if m.place else m.value for m in mentions] for role, mentions in each.roles.items()}
        for each in rows(*cards)
        if isinstance(each, Finding)
    ]


def test_a_post_with_its_place_and_body() -> None:
    assert told(card("Jane Doe", "Deputy Mayor", "City of Weimar;International Office", "Weimar;;;Germany")) == [
        {
            "person": ["Jane Doe"],
            "post": ["deputy_mayor"],
            "body": ["International Office, City of Weimar"],
            "place": ["Weimar (DE)"],
            "tenure": ["current"],
        }
    ]


@pytest.mark.parametrize(("title", "post", "tenure"), [("Former Mayor", "mayor", "former"), ("Acting Mayor", "mayor", "acting")])
def test_a_tenure(title: str, post: str, tenure: str) -> None:
    (found,) = told(card("Jane Doe", title, address="Karachi;;;Pakistan"))
    assert (found["post"], found["tenure"], found["place"]) == ([post], [tenure], ["Karachi (PK)"])


def test_the_place_of_the_title_comes_before_that_of_the_address() -> None:
    assert told(card("Jane Doe", "Mayor of Karachi", address="Weimar;;;Germany"))[0]["place"] == ["Karachi (PK)"]


def test_a_post_of_nowhere_is_unsure() -> None:
    (found,) = rows(card("Jane Doe", "Mayor"))
    assert isinstance(found, Finding)
    assert found.confidence is Confidence.C


def test_names_in_parts_folded_and_escaped() -> None:
    (found,) = told("N:Doe;Jane;;;\r\nTITLE:May\r\n or\r\nORG:Weimar\\, City of")
    assert (found["person"], found["post"], found["body"]) == (["Jane Doe"], ["mayor"], ["Weimar, City of"])


def test_what_holds_no_post_is_refused() -> None:
    found = rows(card("Jane Doe"), card("", "Mayor"), card("Jane Doe", "Gardener | friend"))
    assert [each.reason for each in found if isinstance(each, Refusal)] == [
        "'Jane Doe' holds no post: the card has neither title nor role",
        "is a card without a name",
        "'Jane Doe' holds a post in unknown words, 'Gardener ¦ friend'",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "holds no card"),
        (b"BEGIN:VCARD\nFN:Jane", "breaks off inside an entry"),
        (b"BEGIN:VCARD\nEND:VCARD\n" * 20_001, "has more than 20,000 entries"),
    ],
)
def test_what_holds_no_card_is_named(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        sources()["cards"].read(content, "people.vcf")  # type: ignore[misc]
