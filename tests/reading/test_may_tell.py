"""The quick look at a text's words never passes over what its sentences would tell."""

from hypothesis import given
from hypothesis import strategies as st

from amicity.languages import languages
from amicity.reading.gate import may_tell, tells
from amicity.reading.words import wordings_in, words_of

_ENGLISH = languages()["en"]
_WORDS = [
    *(
        "sister",
        "cities",
        "Sister-city",
        "twin",
        "towns",
        "signed",
        "a memorandum",
        "letters of intent",
        "consulate",
        "mayor",
        "Consul-General",
    ),
    *("city council", "ambassador", "delegations", "chargé d'affaires", "agreement's", "of", "the", "İ", "é", "3rd"),
]
_TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from([" ", "-", " - ", ", ", "\n", "'s ", '" ', ""])), max_size=12)


@given(_TEXTS)
def test_what_the_wordings_tell_the_words_allow(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + mark for word, mark in pieces)
    words = words_of(text, 0, len(text))
    assert may_tell(text, _ENGLISH) or not tells(wordings_in(words, _ENGLISH), (word.lower for word in words))


def test_words_that_make_no_tie_are_passed_over() -> None:
    assert may_tell("The sister-city pact of Oslo", _ENGLISH)
    assert not may_tell("Her sister signed nothing in the city.", _ENGLISH)
    assert not may_tell("An agreement is far off, the ambassador said.", _ENGLISH)
