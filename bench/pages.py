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
    """Our source for pages beside four others, on real pages where they lie beside the project."""
    pages = _pages()
    ours = _rate(lambda page: load_bytes(page, source="page.html"), pages)
    size = sum(map(len, pages)) / len(pages) / 1000
    yield Row(f"text of pages ({size:.0f} kB each)", ours, "pages/s")
    for name, maker in (("resiliparse", _resiliparse), ("trafilatura", _trafilatura), ("readability", _readability), ("jusText", _justext)):
        try:
            theirs = _rate(maker(), pages)
        except ImportError as missing:
            yield Row(f"  beside {name}", float("nan"), "pages/s", beside=f"not measured: {missing}")
        else:
            yield Row(f"  beside {name}", theirs, "pages/s", beside=f"we are × {ours / theirs:.2g} as fast")


def _resiliparse() -> Callable[[bytes], object]:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page.decode("utf-8", "replace"), main_content=True)


def _trafilatura() -> Callable[[bytes], object]:
    from trafilatura import extract

    return lambda page: extract(page.decode("utf-8", "replace"))


def _readability() -> Callable[[bytes], object]:
    from readability import Document

    return lambda page: Document(page.decode("utf-8", "replace")).summary()


def _justext() -> Callable[[bytes], object]:
    from justext import get_stoplist, justext

    stop = get_stoplist("English")
    return lambda page: justext(page, stop)


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
