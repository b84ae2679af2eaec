"""How fast the text of a page is found."""

import gzip
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from amicity.sources import load_bytes
from bench.row import Row
from bench.texts import relevant

_PAGES = Path("../shared/data/pages/html")


def measure() -> Iterator[Row]:
    """Our source for pages beside resiliparse, on real pages where they lie beside the project."""
    from resiliparse.extract.html2text import extract_plain_text

    pages = _pages()
    ours = _rate(lambda page: load_bytes(page, source="page.html"), pages)
    theirs = _rate(lambda page: extract_plain_text(page.decode("utf-8", "replace"), main_content=True), pages)
    size = sum(map(len, pages)) / len(pages) / 1000
    yield Row(f"text of pages ({size:.0f} kB each)", ours, "pages/s", beside=f"resiliparse × {theirs / ours:.1f} (F1 .926 to our .953)")


def _rate(work: Callable[[bytes], object], pages: list[bytes]) -> float:
    start = time.perf_counter()
    for page in pages:
        work(page)
    return len(pages) / (time.perf_counter() - start)


def _pages() -> list[bytes]:
    if _PAGES.is_dir():
        return [gzip.decompress(file.read_bytes()) for file in sorted(_PAGES.iterdir())[:60]]
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(300))
    return [
        f"<html><body><nav><ul>{menu}</ul></nav><article><p>{text.replace(chr(10) * 2, '</p><p>')}</p></article></body></html>".encode()
        for text in relevant()
    ]
