"""The pages say what is so: their examples run, their links resolve, their tables are the catalogues', and nothing is left out."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from amicity.kinds import kinds
from amicity.terms.derivation import Derivation
from amicity.terms.form import Form
from amicity.terms.judgement import Verdict
from amicity.terms.measure import MEASURES
from amicity.terms.place import Level
from amicity.terms.promise_entry import PromiseState
from amicity.terms.relation import TieStatus
from amicity.terms.report import Grade
from amicity.terms.ruling import Fate
from amicity.terms.status import Status
from cli.runs import amicity

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("pile/*.md"), *ROOT.glob("gold/*.md")])
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
TERMS = (Form, Status, Verdict, Derivation, Level, TieStatus, PromiseState, Grade, Fate)


def page_id(page: Path) -> str:
    return str(page.relative_to(ROOT))


def tables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tables", DOCS / "tables.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def python(code: str, *, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """A program in a process of its own, for what it adds to a catalogue would stay in this one."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=60)


def prompted(page: Path) -> Iterator[tuple[str, list[str]]]:
    """The commands of a page's ``console`` blocks, each with the lines shown under it."""
    for language, block in FENCED.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:] if language == "console" else ():
            command, *shown = part.splitlines()
            yield command, shown


def shown_in(output: str, shown: list[str]) -> str | None:
    """The first line shown that the output has not, in this order; ``…`` stands for anything, and so does any white space for another."""
    lines = iter(" ".join(line.split()) for line in output.splitlines())
    for line in shown:
        wanted = r".*".join(re.escape(" ".join(part.split())) for part in line.split("…"))
        if not any(re.search(wanted, given) for given in lines):
            return line
    return None


@pytest.mark.parametrize("page", [page for page in PAGES if any(prompted(page))], ids=page_id)
def test_each_command_shown_runs_and_prints_what_is_shown(page: Path, tmp_path: Path) -> None:
    (tmp_path / "pile").symlink_to(ROOT / "pile")
    (tmp_path / "docs").symlink_to(DOCS)
    for command, shown in prompted(page):
        words = shlex.split(command)
        assert words[0] == "amicity", f"{command}: only amicity's own commands are run"
        done = amicity(*words[1:], cwd=tmp_path)
        assert done.returncode == 0, f"{command}: {done.stderr.decode()}"
        printed = (done.stdout + done.stderr).decode()
        assert (missing := shown_in(printed, shown)) is None, f"{command} prints no such line: {missing}"


def test_every_command_named_exists() -> None:
    every = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = {
        tuple(filter(None, words))
        for words in re.findall(r"(?:`|^\$ |^)amicity (?!0\.)([a-z]+)(?: (build|show|ties|why))?", every, re.MULTILINE)
    }
    assert len(named) > 5
    for words in sorted(named):
        assert amicity(*words, "--help").returncode == 0, f"there is no command amicity {' '.join(words)}"


def test_every_target_named_is_in_the_makefile() -> None:
    made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for page in PAGES for target in re.findall(r"(?:`|^ {4})make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)}
    assert {"run", "test"} <= named <= made


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_link_into_the_project_resolves(page: Path) -> None:
    for link in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        path, _, heading = link.partition("#")
        if "://" in link:
            continue
        target = page.parent / path if path else page
        assert target.exists(), f"{link} leads nowhere"
        if heading:
            assert heading in headings(target), f"{link}: no such heading"


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    found = re.findall(r"^#+ (.+)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("page", tables().PAGES, ids=page_id)
def test_the_tables_are_those_of_the_catalogues(page: Path) -> None:
    written = page.read_text(encoding="utf-8")
    assert tables().filled(written) == written, "the catalogues have changed: run `python docs/tables.py`"


@pytest.mark.parametrize("folder", ["languages", "sources", "kinds", "answers", "exports"])
def test_every_file_of_a_catalogue_is_named_in_the_house(folder: str) -> None:
    files = [file.stem for file in (ROOT / "src/amicity" / folder).glob("*.py") if not file.stem.startswith("_")]
    house = (DOCS / "house.md").read_text(encoding="utf-8")
    assert files
    assert [name for name in files if f"| {folder} | `{name}` |" not in house] == []


def test_every_room_and_every_door_is_in_the_house() -> None:
    house = (DOCS / "house.md").read_text(encoding="utf-8")
    for package in ("amicity", "amicity_web"):
        rooms = [child.name for child in (ROOT / "src" / package).iterdir() if child.is_dir() and not child.name.startswith("__")]
        assert [room for room in rooms if f"`{room}/`" not in house] == []
    layers = re.search(r"^layers =\n    __main__\n((?:    .+\n)+)", (ROOT / "importlinter.ini").read_text(encoding="utf-8"), re.MULTILINE)
    assert layers
    assert "".join(f"{line.strip()}\n" for line in layers[1].splitlines()) in house


def test_the_glossary_has_every_term() -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    roles = {role.name for kind in kinds().values() for role in kind.roles}
    names = {*kinds(), *roles, *MEASURES, *(str(member.value) for terms in TERMS for member in terms)}
    assert sorted(name for name in names if f"`{name}`" not in glossary) == []


def test_the_measures_of_the_glossary_are_measures() -> None:
    section = (DOCS / "glossary.md").read_text(encoding="utf-8").split("\n## Measures\n")[1].split("\n## ")[0]
    assert sorted(re.findall(r"`(\w+)`", section)) == sorted(MEASURES)


def test_the_kind_of_the_docs_is_found_read_and_folded(tmp_path: Path) -> None:
    _write_example("add-a-kind.md", tmp_path / "scholarship.py")
    done = python(
        f"""
import amicity.kinds
amicity.kinds.__path__.append({str(tmp_path)!r})
from amicity.reading import read
from amicity.register import fold
from amicity.register.wording import told
from amicity.terms.report import Report
text = "News of the sister cities\\n\\nShenyang granted 12 scholarships to students from Karachi this spring."
findings = [f for f in read(Report("a.txt", text)) if f.kind == "scholarship"]
print(*map(told, fold(findings, include_unjudged=True).other))
""",
        cwd=tmp_path,
    )
    assert done.stdout.strip() == "Scholarship: giver Shenyang; recipient Karachi; number 12", done.stderr


def test_the_language_of_the_docs_is_found(tmp_path: Path) -> None:
    _write_example("add-a-language.md", tmp_path / "de.py")
    done = python(
        f"""
import amicity.languages
amicity.languages.__path__.append({str(tmp_path)!r})
from amicity.languages import languages
german = languages()["de"]
print(german.tag, german.months["märz"], german.wordings["ruht"][0].sort)
""",
        cwd=tmp_path,
    )
    assert done.stdout.strip() == "de 3 suspend", done.stderr


def _write_example(page: str, target: Path) -> None:
    example = next(block for language, block in FENCED.findall((DOCS / page).read_text(encoding="utf-8")) if language == "python")
    target.write_text(example, encoding="utf-8")
