"""Where a sentence ends when a page was glued together."""

from amicity.languages import languages
from amicity.reading.sentences import sentences_of


def _cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences_of(text, 0, len(text), abbreviations=languages()["en"].abbreviations)]


def test_the_fields_of_a_memorandum_stand_alone() -> None:
    text = "DATE: May 3, 2019 TO: Mayor and Council SUBJECT: A NEW SISTER CITY SUMMARY On May 1, 2019 an application came."
    assert _cut(text) == [
        "DATE: May 3, 2019",
        "TO: Mayor and Council",
        "SUBJECT: A NEW SISTER CITY",
        "SUMMARY On May 1, 2019 an application came.",
    ]
    assert _cut("She drove FROM Rome TO Naples by way of Gaeta.") == ["She drove FROM Rome TO Naples by way of Gaeta."]
