"""Wikidata asked live: a server on this machine that answers as its API does."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from amicity.sources import SourceError, stated
from amicity.sources._asking import AGENT, Api
from amicity.sources._cache import Cache
from amicity.sources.wikidata import live
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from sources.web import Page, Web, served

SHENYANG, KARACHI, SAPPORO, STATION = "Q11720", "Q8660", "Q37951", "Q837270"


def claim(value: Any) -> dict[str, Any]:
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": "normal"}


def item(id_: str, label: str, *twins: str, lies: tuple[float, float], country: str) -> dict[str, Any]:
    claims = {
        "P190": [claim({"id": twin}) for twin in twins],
        "P625": [claim({"latitude": lies[0], "longitude": lies[1]})],
        "P17": [claim({"id": country})],
        "P18": [claim("a picture that nobody needs.jpg")],
    }
    return {"type": "item", "id": id_, "labels": {"en": {"value": label}}, "claims": claims, "modified": "2024-05-01T10:00:00Z"}


ITEMS = {
    SHENYANG: item(SHENYANG, "Shenyang", KARACHI, SAPPORO, lies=(41.8, 123.43), country="Q148"),
    KARACHI: item(KARACHI, "Karachi", SHENYANG, "Q84", lies=(24.86, 67.01), country="Q843"),
    SAPPORO: item(SAPPORO, "Sapporo", lies=(43.06, 141.35), country="Q17"),
    STATION: item(STATION, "Shenyang railway station", lies=(41.79, 123.39), country="Q148"),
    "Q148": {"type": "item", "id": "Q148", "labels": {"en": {"value": "People's Republic of China"}}},
    "Q843": {"type": "item", "id": "Q843", "labels": {"en": {"value": "Pakistan"}}},
    "Q17": {"type": "item", "id": "Q17", "labels": {"en": {"value": "Japan"}}},
}


class Answers(dict[str, Page]):
    """Answers by what is asked; ``found`` are the items that a search finds, ``before`` is given first, as often as it says."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = [SHENYANG, STATION]
        self.by_number = True
        self.before: list[Page] = []

    def get(self, path: str, default: Any = None) -> Any:
        if self.before:
            return self.before.pop(0)
        asked = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        assert (urlsplit(path).path, asked.pop("format"), asked.pop("maxlag")) == ("/w/api.php", "json", "5")
        return json.dumps(self._answer(asked)).encode()

    def _answer(self, asked: dict[str, str]) -> Any:
        match asked["action"]:
            case "query":
                return {"query": {"search": [{"title": id_} for id_ in self.found if self.by_number]}}
            case "wbsearchentities":
                return {"search": [{"id": id_} for id_ in self.found]}
            case _:
                ids = asked["ids"].split("|")
                assert len(ids) <= 50
                return {"entities": {id_: ITEMS.get(id_, {"id": id_, "missing": ""}) for id_ in ids}, "success": 1}


@pytest.fixture
def web() -> Iterator[Web]:
    with served() as web:
        web.pages = Answers()
        yield web


@pytest.fixture
def ask(web: Web, tmp_path: Path) -> Callable[..., Report]:
    def asking(place: str, *, now: float = 1000.0) -> Report:
        return live(place, api=Api(web.site, web.fetcher(agent=AGENT, delay=0.01), Cache(tmp_path / "answers", lambda: now)))

    return asking


def answers(web: Web) -> Answers:
    assert isinstance(web.pages, Answers)
    return web.pages


def told(report: Report) -> list[tuple[Any, ...]]:
    found = [each for each in stated(report) or () if isinstance(each, Finding)]
    return [(each.attribution, each.places("party")[1].label, each.flags) for each in found]


def test_a_place_with_its_twins_and_which_of_them_say_so_too(ask: Callable[..., Report], web: Web) -> None:
    report = ask("Shenyang")
    assert told(report) == [
        ("Shenyang (Q11720)", "Karachi (PK)", ()),
        ("Shenyang (Q11720)", "Sapporo (JP)", ("one_way",)),
        ("Karachi (Q8660)", "Shenyang (CN)", ()),
    ]
    assert (report.title, report.address) == ("Shenyang on Wikidata", f"{web.site}/wiki/Q11720")
    assert "picture" not in report.text


def test_every_request_says_who_asks(ask: Callable[..., Report], web: Web) -> None:
    ask("Q11720")
    assert len(web.asked) == 3
    assert {headers["user-agent"] for _, headers in web.asked} == {AGENT}
    assert AGENT.startswith("amicity/")


def test_answers_are_kept_for_a_day(ask: Callable[..., Report], web: Web) -> None:
    first = ask("Shenyang")
    asked = len(web.asked)
    assert ask("Shenyang", now=80_000.0).text == first.text
    assert len(web.asked) == asked
    ask("Shenyang", now=100_000.0)
    assert len(web.asked) == 2 * asked


def test_a_busy_server_is_given_the_time_it_asks_for(ask: Callable[..., Report], web: Web) -> None:
    answers(web).before = [(429, {"Retry-After": "7"}, b""), (503, {"Retry-After": "3"}, b"")]
    assert told(ask("Q11720"))
    assert web.slept[0] >= 7 and 3 in [round(slept) for slept in web.slept]


def test_servers_that_lag_are_left_to_recover(ask: Callable[..., Report], web: Web, tmp_path: Path) -> None:
    lag = json.dumps({"error": {"code": "maxlag", "info": "Waiting for a server: 6 seconds lagged"}}).encode()
    answers(web).before = [lag]
    assert told(ask("Q11720"))
    assert 5.0 in web.slept
    answers(web).before = [lag] * 4
    with pytest.raises(SourceError, match="6 seconds lagged"):
        ask("Q8660")


def test_by_name_where_no_item_has_the_number(ask: Callable[..., Report], web: Web) -> None:
    answers(web).by_number = False
    assert told(ask("Shenyang (China)"))
    assert "wbsearchentities" in "".join(web.paths)


def test_a_namesake_elsewhere_is_not_meant(ask: Callable[..., Report], web: Web) -> None:
    answers(web).found = [KARACHI]
    with pytest.raises(SourceError, match=r"has no item for Shenyang \(CN\) that states a twin"):
        ask("Shenyang")


def test_of_several_a_person_says_which(ask: Callable[..., Report], web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ITEMS, STATION, item(STATION, "Shenyang station", KARACHI, lies=(41.8, 123.4), country="Q148"))
    with pytest.raises(SourceError, match=r"has 2 items for Shenyang \(CN\): Q11720 Shenyang; Q837270 Shenyang station") as caught:
        ask("Shenyang")
    assert caught.value.remedy == "say which: --place Q11720"


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (b"<html>Sign in</html>", "is no JSON"),
        (b"[]", "is no answer of Wikidata"),
        (json.dumps({"error": {"code": "bad", "info": "Unrecognised value"}}).encode(), "answers an error: Unrecognised value"),
        ((403, {}, b""), "is refused to us"),
        ((301, {"Location": "http://169.254.169.254/"}, b""), "does not lie on the public web"),
    ],
)
def test_what_is_no_answer_is_named_and_not_kept(ask: Callable[..., Report], web: Web, page: Page, says: str, tmp_path: Path) -> None:
    answers(web).before = [page]
    with pytest.raises(SourceError, match=says):
        ask("Q11720")
    assert not list((tmp_path / "answers").glob("*"))
    assert told(ask("Q11720"))


def test_an_item_that_is_not_there(ask: Callable[..., Report]) -> None:
    with pytest.raises(SourceError, match="Q999: is no item there"):
        ask("Q999")
