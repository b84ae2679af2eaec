"""A still copy of the site: all of it, linked from file to file, with nothing that runs but the site's own map."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.test import Client
from lxml import html
from pytest_django import Settings

from amicity_web.public import still
from amicity_web.public.still import MARK, StillError, make_still
from amicity_web.public.still_pages import asked_for, file_of, safe
from amicity_web.store.record import record_judgement, record_report
from exports.payloads import PAYLOADS
from public import tale
from public.test_public_escaping import Watchman, poisoned


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path / "var"
    settings.VAR.mkdir()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("copies") / "still"


@pytest.fixture
def copy(told: None, made: Path) -> Path:
    """The tale's copy, made for the first test that wants it; the others only read it."""
    if not made.exists():
        assert list(make_still(made))
    return made


def pages(folder: Path) -> dict[Path, html.HtmlElement]:
    return {file: html.parse(file).getroot() for file in folder.rglob("*.html")}


def targets(file: Path, tree: html.HtmlElement) -> list[tuple[str, Path]]:
    """Where the links of a page lead that leave neither the copy nor the page."""
    said = [element.get(name) for element in tree.iter() if isinstance(element.tag, str) for name in ("href", "src", "data-map")]
    inner = [link for link in said if link and not urlsplit(link).scheme and urlsplit(link).path]
    return [(link, (file.parent / unquote(urlsplit(link).path)).resolve()) for link in inner]


def test_every_link_leads_to_a_file_of_the_copy(copy: Path) -> None:
    followed = 0
    for file, tree in pages(copy).items():
        for link, target in targets(file, tree):
            assert target.is_file(), f"{file.relative_to(copy)}: {link} leads nowhere"
            assert target.is_relative_to(copy.resolve())
            followed += 1
    assert followed > 200


def test_every_fact_leads_to_its_passage(copy: Path) -> None:
    trees = pages(copy)
    passages = [(t, link) for file, tree in trees.items() for link, t in targets(file, tree) if urlsplit(link).fragment.startswith("f-")]
    assert passages
    for target, link in passages:
        assert trees[next(file for file in trees if file.resolve() == target)].get_element_by_id(urlsplit(link).fragment) is not None


def test_all_pages_and_files_are_there_and_nothing_that_needs_the_site(copy: Path) -> None:
    for name in (
        "index.html",
        "places/index.html",
        "places/shenyang-2034937/index.html",
        "about/map/index.html",
        "static/css/amicity.css",
        MARK,
    ):
        assert (copy / name).is_file()
    assert list(copy.glob("downloads/jsonl/*.jsonl")), "the whole register"
    assert list(copy.glob("downloads/csv/place=shenyang-2034937/*.csv"))
    for file, tree in pages(copy).items():
        assert tree.xpath("//form") == [], file
        text = tree.text_content()
        assert "Sign in" not in text
        assert "A still copy of" in text
        assert "default-src 'none'" in tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_the_map_finds_its_figures_and_their_ties(copy: Path) -> None:
    figures = copy / html.parse(copy / "index.html").xpath("//@data-map")[0]
    ties = json.loads(figures.read_bytes())["ties"]
    assert len(ties) == 5
    assert all((copy / unquote(tie["url"])).is_file() for tie in ties)


def test_no_draft_is_in_it(copy: Path) -> None:
    weak = next(f for _, findings in tale.findings() for f in findings if f.confidence == "C")
    assert not [file for file in copy.rglob("*") if file.is_file() and weak.id.encode() in file.read_bytes()]


@pytest.mark.django_db
def test_it_may_be_made_again_and_never_over_other_things(tmp_path: Path) -> None:
    small = tmp_path / "small"
    assert list(make_still(small))
    (small / "old.html").write_text("old")
    assert list(make_still(small))
    assert not (small / "old.html").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(StillError, match="holds other things"):
        list(make_still(tmp_path / "mine"))
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def test_a_copy_that_fails_half_way_leaves_the_old_one(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()}
    real, written = still._write, []

    def full(file: Path, content: bytes) -> None:
        written.append(file)
        if len(written) > 20:
            raise OSError(28, "No space left on device", str(file))
        real(file, content)

    monkeypatch.setattr(still, "_write", full)
    with pytest.raises(StillError, match="No space left"):
        list(make_still(copy))
    assert {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()} == before
    assert [file.name for file in copy.parent.iterdir() if file.name.startswith(".")] == []


@pytest.mark.django_db
@pytest.mark.parametrize("payload", [p for p in PAYLOADS[5::70] if "\0" not in p and "\ud800" not in p])
def test_no_payload_runs_in_a_copy(payload: str, tmp_path: Path) -> None:
    report, findings = poisoned(payload)
    record_report(report, findings, by="test")
    record_judgement(tale.policy())
    assert list(make_still(tmp_path / "still"))
    for file, tree in pages(tmp_path / "still").items():
        watchman = Watchman()
        watchman.feed(file.read_text(encoding="utf-8"))
        assert [found for found in watchman.found if found != "script"] == [], file
        sources = [script.get("src") or "inline" for script in tree.iter("script")]
        assert all(source.endswith("static/built/map.js") for source in sources), file
        assert all(target.is_file() for _, target in targets(file, tree))


@pytest.mark.django_db
def test_an_empty_register_has_a_copy_too(client: Client, tmp_path: Path) -> None:
    assert list(make_still(tmp_path / "still"))
    assert (tmp_path / "still" / "index.html").is_file()


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/places/?page=2", "places/page=2/index.html"),
        ("/places/?format=json", "places/index.json"),
        ("/static/css/amicity.css", "static/css/amicity.css"),
    ],
)
def test_where_an_address_lies(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize("step", ["..", ".", "a/b", "a\\b", "con:", "<script>", "x" * 300, "沈阳", "\ud800", ""])
def test_no_name_leads_out_of_the_folder(step: str) -> None:
    made = safe(step)
    assert made not in (".", "..", "")
    assert not set(made) & set('/\\:<>"|?*')
    assert len(made) < 100


def test_what_only_lights_a_passage_is_no_page_of_its_own() -> None:
    assert asked_for("/reports/00/?fact=1&page=2#f-1", page="/") == "/reports/00/?page=2"
    assert asked_for("?format=json", page="/places/?page=2") == "/places/?format=json"
