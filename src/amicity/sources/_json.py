"""JSON from strangers: parsed within bounds, and looked into without trust."""

from collections.abc import Iterator
from typing import Any

from amicity.sources._decoding import decode
from amicity.terms.source import SourceError

MOST = 3_000_000
"""Values. A file of the largest size that anybody sends with a purpose has a third of it."""


def parsed(content: bytes, *, where: str) -> Any:
    """The value that the bytes write down. Raises SourceError where they write none, or too many values, or too deep a one."""
    import orjson

    if (values := content.count(b",") + content.count(b"[") + content.count(b"{")) > MOST:
        raise SourceError(f"holds some {values / 1e6:.0f} million values, more than a file of ties can", where, "split it")
    text, _ = decode(content, where=where)
    try:
        return orjson.loads(text.removeprefix("\ufeff").encode("utf-8", "surrogatepass"))
    except orjson.JSONDecodeError as error:
        if "depth" in error.msg or "ecursion" in error.msg:
            raise SourceError("is nested too deeply to be a list of anything", where, "export it again") from error
        what = f"is no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise SourceError(what, where, "export it again; a page that asks you to sign in is often saved in its place") from error


def inside(value: Any, *path: str | int) -> Any:
    """What stands at the path of keys and places in a list; None where the value has no such path."""
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def text_inside(value: Any, *path: str | int) -> str:
    """The text, or the number as text, at the path; empty where there is none."""
    found = inside(value, *path)
    if isinstance(found, bool):
        return ""
    return found if isinstance(found, str) else str(found) if isinstance(found, int | float) else ""


def all_inside(value: Any, *path: str | int) -> Iterator[Any]:
    """The items of the list at the path; none where there is no list."""
    found = inside(value, *path)
    return iter(found) if isinstance(found, list) else iter(())
