"""``amicity follow`` and ``amicity read ADDRESS``: what is new, kept and quoted; and nothing but the public web."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from amicity.cli import _main, follow, read
from amicity.sources import load
from amicity.terms.wire import finding_from_json
from cli.runs import SENTENCE, amicity
from sources.web import Web, served


@pytest.fixture
def server() -> Iterator[Web]:
    """A server on this machine, which the commands have no way to."""
    with served() as web:
        yield web


@pytest.fixture
def web(server: Web, monkeypatch: pytest.MonkeyPatch) -> Web:
    """The same with a list of two pages, and commands that may reach it."""
    monkeypatch.setattr(follow, "fetcher", lambda _delay: server.fetcher(delay=0, tries=1))
    monkeypatch.setattr(read, "fetcher", lambda: server.fetcher(delay=0, tries=1))
    page = f"<!DOCTYPE html><html><body><article><p>{SENTENCE}</p></article></body></html>".encode()
    items = "".join(f"<item><title>News {n}</title><link>{server.site}/{n}</link></item>" for n in (1, 2))
    server.pages |= {"/feed": f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), "/1": page}
    return server


def run(*words: str | Path) -> int | None:
    code: int | None = _main.group.main([str(word) for word in words], prog_name="amicity", standalone_mode=False)
    return code


def test_findings_quote_the_archive_and_a_second_run_is_silent(
    web: Web, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    web.pages["/2"] = f"<!DOCTYPE html><html><body><article><p>{SENTENCE * 2}</p></article></body></html>".encode()
    words = ("follow", f"{web.site}/feed", "--state", tmp_path / "state.json", "--keep", tmp_path / "kept.jsonl")
    assert run(*words) == 0
    lines = capsysbinary.readouterr().out.splitlines()
    assert lines
    for line in lines:
        finding = finding_from_json(json.loads(line))
        report = load(Path(finding.source))
        assert report.digest == finding.report
        assert report.text[finding.quote.start : finding.quote.end] == finding.quote.text
    assert {json.loads(line)["url"] for line in (tmp_path / "kept.jsonl").open()} == {f"{web.site}/1", f"{web.site}/2"}
    assert run(*words) == 0
    assert capsysbinary.readouterr().out == b""
    assert len((tmp_path / "kept.jsonl").read_bytes().splitlines()) == 2


def test_a_page_that_cannot_be_had_is_named(web: Web, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("follow", f"{web.site}/feed", "--state", tmp_path / "state.json") == 1
    said = capsysbinary.readouterr().err.decode()
    assert f"{web.site}/2: is not there (404)" in said
    assert "1 new, 1 not had" in said


@pytest.mark.parametrize("written", ["", "[]", "{}", "{broken", '{"lists": 1, "pages": 2}'])
def test_a_state_that_is_none_is_refused_and_left(web: Web, tmp_path: Path, written: str) -> None:
    import click

    (tmp_path / "state.json").write_text(written)
    with pytest.raises(click.ClickException, match="is no file that"):
        run("follow", f"{web.site}/feed", "--state", tmp_path / "state.json")
    assert (tmp_path / "state.json").read_text() == written
    assert web.asked == []


def test_an_address_is_read_where_it_stands(web: Web, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert run("read", tmp_path / "a.txt", f"{web.site}/1?a=b", "--json") == 1
    assert "/1?a=b: is not there (404)" in capsysbinary.readouterr().err.decode()
    web.pages["/news/"] = web.pages["/1"]
    assert run("read", f"{web.site}/news/", "--json") == 0
    found = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert {each["source"] for each in found} == {f"{web.site}/news/"}


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/1", "http://169.254.169.254/latest/", "http://[::1]/", "file:///etc/passwd"])
def test_the_command_has_no_way_to_what_is_not_public(server: Web, address: str, tmp_path: Path) -> None:
    address = address.format(port=server.port)
    done = amicity("read", address)
    assert done.returncode == 2
    assert b"public web" in done.stderr
    done = amicity("follow", address, "--state", tmp_path / "state.json")
    assert done.returncode == 1
    assert b"public web" in done.stderr
    assert server.asked == []


def test_archives_and_documents_among_files(tmp_path: Path) -> None:
    from sources.documents import letter, pdf

    (tmp_path / "pile.jsonl").write_text("".join(json.dumps({"text": f"Report {n}. {SENTENCE}"}) + "\n" for n in range(3)) + "{broken\n")
    (tmp_path / "news.eml").write_bytes(letter(SENTENCE).as_bytes())
    (tmp_path / "programme.pdf").write_bytes(pdf([SENTENCE.strip()]))
    (tmp_path / "a.txt").write_text(SENTENCE)
    done = amicity("read", "a.txt", "news.eml", "programme.pdf", "pile.jsonl", "--json", cwd=tmp_path)
    assert done.returncode == 1
    found = {json.loads(line)["source"] for line in done.stdout.splitlines()}
    assert found == {"a.txt", "news.eml", "programme.pdf", "pile.jsonl#1", "pile.jsonl#2", "pile.jsonl#3"}
    assert "pile.jsonl#4: is no JSON" in done.stderr.decode()
    assert "6 reports read" in done.stderr.decode()
