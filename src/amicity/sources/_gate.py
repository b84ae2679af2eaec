"""The byte gate: whether a page can hold anything of the field, before its article is looked for."""

from functools import cache

from amicity.languages import languages

_ODD = str.maketrans({"\xa0": " ", "\n": " ", "\t": " ", "\xad": "", "\u2010": "-", "\u2011": "-"})


def bare_words(content: bytes, *, media: str) -> str | None:
    """The words of a page with no regard to what is article and what is menu; None where they cannot be told so quickly."""
    if b"\x00" in content[:1000]:
        return None
    text = content.decode("utf-8", "replace")
    if media == "text/plain":
        return text
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(text, preserve_formatting=False, main_content=False, alt_texts=False)


def may_matter(words: str) -> bool:
    """Whether some language's gate lets the words through, hard spaces and hyphens set aside."""
    plain = words.translate(_ODD).lower()
    return any(stem in plain and any(word in plain for word in gate) for stem, gate in _gates())


@cache
def _gates() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The gates' words by how they begin, so that a text without the beginning is asked for none of them."""
    stems: dict[str, list[str]] = {}
    for language in languages().values():
        for word in language.gate:
            stems.setdefault(word.lower()[:4], []).append(word.lower())
    return tuple((stem, tuple(words)) for stem, words in stems.items())
