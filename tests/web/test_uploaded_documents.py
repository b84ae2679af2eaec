"""Documents uploaded at the desk are parsed in a child of a child, from any thread of the server."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from amicity_web.store import apart
from sources.documents import LETTER, docx, letter, pdf
from sources.hostile import hostile

DOCUMENTS = {"upload/a.pdf": pdf([LETTER]), "upload/a.docx": docx(LETTER), "upload/a.eml": letter().as_bytes()}


def test_each_is_read_from_threads_at_once() -> None:
    with ThreadPoolExecutor(3) as threads:
        readings = list(threads.map(lambda each: apart.read_apart(each[1], source=each[0]), DOCUMENTS.items()))
    assert [reading.report.source for reading in readings] == list(DOCUMENTS)
    for reading in readings:
        assert LETTER in reading.report.text
        assert reading.findings
        assert all(f.quote.text == reading.report.text[f.quote.start : f.quote.end] for f in reading.findings)


@pytest.mark.parametrize("name", ["bomb.docx", "endless-tree.pdf", "attached.eml"])
def test_a_hostile_one_is_refused_in_a_sentence(name: str) -> None:
    try:
        assert "attachment by itself" in apart.read_apart(hostile()[name], source=f"upload/{name}").report.notes[-1]
    except apart.UnreadableError as error:
        assert name in str(error)
