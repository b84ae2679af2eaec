"""Each page of ``docs/cases``: its commands are run, in order, on a register of its own, and every line it shows must come out."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from amicity.cli._main import group

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(page for page in (DOCS / "cases").glob("*.md") if page.stem != "README")
SESSION = re.compile(r"^```session\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands(page: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The commands of a page, each with the lines shown under it."""
    for block in SESSION.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.splitlines()
            yield shlex.split(command), shown


def missing(output: str, shown: list[str]) -> list[str]:
    """The lines shown that the output has not; ``…`` stands for anything, and any white space for another."""
    lines = [" ".join(line.split()) for line in output.splitlines()]
    wanted = {line: ".*".join(re.escape(" ".join(part.split())) for part in line.split("…")) for line in shown}
    return [line for line, pattern in wanted.items() if not any(re.search(pattern, given) for given in lines)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_register_answers_as_the_page_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").symlink_to(DOCS)
    monkeypatch.chdir(tmp_path)
    told = list(commands(page))
    assert len([words for words, _ in told if words[1] == "answer"]) >= 2
    for words, shown in told:
        done = CliRunner().invoke(group, words[1:])
        assert done.exit_code == 0, f"{' '.join(words)}: {done.output}"
        assert missing(done.output, shown) == [], f"{' '.join(words)} printed\n{done.output}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_names_its_sources_and_its_reports(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.search(r"\]\(https?://", text)
    for report in (page.parent / page.stem).glob("*.txt"):
        assert f"({page.stem}/{report.name})" in text


def test_every_case_is_in_the_list() -> None:
    listed = (DOCS / "cases" / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if f"({page.name})" not in listed] == []
    assert sorted(folder.name for folder in (DOCS / "cases").iterdir() if folder.is_dir()) == [page.stem for page in PAGES]
