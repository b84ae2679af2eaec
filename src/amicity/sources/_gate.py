"""The byte gate: whether a page can hold anything of the field, before its text is looked for."""

import re
from functools import cache

from amicity.languages import languages

_BETWEEN = re.compile(rb"<[^>]{0,2000}>|&(?:nbsp|#160|#xa0);|\xc2\xa0|\s+")
_NOT_SHOWN = re.compile(rb"<(script|style|noscript)\b[^>]{0,2000}>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_HYPHEN = re.compile(rb"&(?:shy|#173);|\xc2\xad|&#8209;|\xe2\x80[\x90\x91]")


def may_matter(content: bytes) -> bool:
    """Whether the bytes hold a word of some language's gate, tags and odd blanks set aside. A wide encoding passes unasked."""
    if b"\x00" in content[:1000]:
        return True
    plain = _BETWEEN.sub(b" ", _HYPHEN.sub(b"-", content)).lower()
    return any(word in plain for word in _words())


def bare_words(content: bytes) -> str:
    """The words of a page with no regard to what is article and what is menu."""
    return _BETWEEN.sub(b" ", _NOT_SHOWN.sub(b" ", content)).strip().decode("utf-8", "replace")


@cache
def _words() -> tuple[bytes, ...]:
    return tuple({word.lower().encode() for language in languages().values() for word in language.gate})
