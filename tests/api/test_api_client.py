"""``amicity --register URL``: the command line at a site."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.contrib.auth.models import User
from django.test import Client

from amicity.answers import answers
from amicity.cli import _show
from amicity.cli._main import group
from amicity.sources import _site
from amicity.sources._site import Reply, SiteError
from amicity.terms.answer import Query
from amicity_web.accounts.tokens import make_token
from amicity_web.store import load
from amicity_web.store.models import FindingRow
from amicity_web.store.roles import Role


@pytest.fixture
def site(told: None, boundless: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The site's address. What the client sends reaches the site without a network (tests/sources/test_site.py has one)."""

    def reach(method: str, address: str, *, headers: Mapping[str, str], body: bytes | None) -> Reply:
        kind = headers.get("Content-Type", "")
        answer = Client().generic(method, address, body or b"", content_type=kind, headers=dict(headers))
        return Reply(answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, answer.content)

    monkeypatch.setattr(_site, "_request", reach)
    return "http://testserver"


def run(site: str, *words: object, token: str = "") -> Any:
    return CliRunner().invoke(
        group, ["--register", site, *map(str, words)], env={"AMICITY_TOKEN": token, "NO_COLOR": "1"}, standalone_mode=False
    )


def test_an_answer_is_the_one_that_the_register_gives(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ties", "figures", "timeline"):
        key = "geonames:2034937"
        result = answers()[name].ask(load.register_for(key), Query(date(2022, 10, 17), place=key))
        _show.result(result)
        given = run(site, "answer", name, "--place", "Shenyang", "--as-of", "2022-10-17")
        assert given.return_value == 0 and given.output == capsys.readouterr().out, given.output
        as_json = json.loads(run(site, "answer", name, "--place", "Shenyang", "--as-of", "2022-10-17", "--json").output)
        assert as_json["tables"] == result.to_json()["tables"]


def test_a_site_says_what_it_knew(site: str, tmp_path: Path) -> None:
    now, then = (run(site, "answer", "ties", "--place", "Shenyang", *known) for known in ((), ("--known-at", "2020-01-01")))
    assert "Karachi" in now.output and then.return_value == 0 and "Karachi" not in then.output
    files = [tmp_path / name for name in ("now.csv", "then.csv")]
    run(site, "export", "csv", "-o", files[0])
    run(site, "export", "csv", "--known-at", "2020-01-01", "-o", files[1])
    assert ["Karachi" in file.read_text(encoding="utf-8") for file in files] == [True, False]


def test_an_export_is_taken_away(site: str, tmp_path: Path) -> None:
    file = tmp_path / "ties.geojson"
    assert run(site, "export", "geojson", "--place", "Karachi", "-o", file).return_value == 0
    assert json.loads(file.read_bytes())["type"] == "FeatureCollection"
    refused = run(site, "export", "wine", "-o", tmp_path / "none")
    assert isinstance(refused.exception, SiteError) and "There is no format 'wine'" in str(refused.exception)
    assert not (tmp_path / "none").exists()


def test_reports_are_sent_and_judged_in_the_tokens_name(site: str, people: dict[Role, User], tmp_path: Path) -> None:
    token = make_token(people[Role.EDITOR], name="cli", role=Role.EDITOR)
    file, empty = tmp_path / "report.txt", tmp_path / "empty.txt"
    file.write_text("SHENYANG, May 3 (Wire) -- Shenyang and Daegu signed a sister city agreement on May 3, 2023.\n")
    empty.write_text("")
    assert isinstance(run(site, "answer", "ties", token=token[:-1]).exception, SiteError)
    sent = run(site, "read", file, empty, token=token)
    assert sent.return_value == 1 and "report.txt: 1 finding" in sent.output and "is empty" in sent.output
    assert "known already" in run(site, "read", file, token=token).output
    assert run(site, "read", file).return_value == 2, "without a token nothing is taken"
    finding = FindingRow.objects.get(standing=None, report__source="api/editor").id
    seen = "“stale”"
    assert isinstance(run(site, "judge", "accept", finding, "--seen", seen.strip("“”"), token=token).exception, SiteError)
    assert run(site, "judge", "accept", finding, "--reason", "said so", token=token).output == f"{finding}: accepted by editor\n"
    assert "Daegu" in run(site, "answer", "ties", "--place", "Shenyang").output
    assert run(site, "judge", "withdraw", finding, token=token).output == f"{finding}: waiting\n"


def test_only_what_a_site_can_do_is_offered(site: str) -> None:
    listed = CliRunner().invoke(group, ["--register", site, "--help"]).output
    assert "Send reports to a register on a site" in listed and "gazetteer " not in listed.partition("Commands:")[2]
    assert "No such command" in str(run(site, "explain", "x").exception)
