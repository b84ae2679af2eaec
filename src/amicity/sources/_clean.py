"""Text out of a document's insides: no control characters, no halves of characters, no trailing spaces."""

import re

_NOT_SHOWN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\ufeff]")
_MANY = re.compile(r"\n{3,}")
_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)


def clean(text: str) -> str:
    """The text as people see it, with at most one blank line between two others."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n")
    plain = re.sub(r"[\r\x0b\x0c\u2028\u2029\x85]", "\n", whole).replace("\xa0", " ")
    return _MANY.sub("\n\n", _ENDS.sub("", _NOT_SHOWN.sub("", plain))).strip("\n")
