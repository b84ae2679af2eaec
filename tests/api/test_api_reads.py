"""What anyone may read: every part, in stable pages, with ETags, and refusals of one shape."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from amicity.answers import answers
from amicity.exports import exports
from amicity_web.api.parameters import MOST
from amicity_web.store.models import FindingRow
from amicity_web.store.record import record_report
from public import tale

pytestmark = pytest.mark.usefixtures("told")
KARACHI = "geonames-1174872+geonames-2034937"
API = "/api/v1"


def walked(client: Client, address: str) -> list[dict[str, object]]:
    """Everything that a list holds, page by page."""
    items: list[dict[str, object]] = []
    following: str | None = address
    while following:
        page = client.get(following).json()
        items += page["items"]
        following = page["next"]
    return items


def test_places_are_listed_searched_and_found(anyone: Client) -> None:
    assert [place["name"] for place in walked(anyone, f"{API}/places?limit=2")] == [
        *("Belfast", "Chicago", "Karachi"),
        *("Sapporo", "Shenyang", "Turin"),
    ]
    assert [place["key"] for place in anyone.get(f"{API}/places", {"q": "SHENY"}).json()["items"]] == ["geonames:2034937"]
    assert [place["name"] for place in anyone.get(f"{API}/places", {"country": "pk"}).json()["items"]] == ["Karachi"]
    for wanted in ("geonames:1174872", "karachi-1174872", "Karachi", "karachi,pk"):
        assert anyone.get(f"{API}/places/{wanted}").json()["country_name"] == "Pakistan"
    assert anyone.get(f"{API}/places/Karachi,CN").status_code == 404


def test_ties_by_form_state_country_and_day(anyone: Client) -> None:
    def ids(**asked: object) -> list[str]:
        items = walked(anyone, f"{API}/ties?limit=2&" + "&".join(f"{name}={value}" for name, value in asked.items()))
        return [str(item["id"]) for item in items]

    assert len(ids()) == 5 and ids() == sorted(ids())
    assert KARACHI in ids(form="sister", place="Karachi") and len(ids(form="sister")) == 3
    assert ids(status="suspended") == ["geonames-2034937+geonames-4887398"]
    assert ids(country="it") == ["geonames-2034937+geonames-3165524"]
    assert KARACHI not in ids(form="sister", as_of="2020-01-01") and len(ids(status="standing", as_of="1981-01-01")) == 1
    assert ids(as_of="1970-01-01") == []


def test_a_tie_comes_with_the_passages_it_rests_on(anyone: Client) -> None:
    tie = anyone.get(f"{API}/ties/{KARACHI}").json()
    assert (tie["form"], tie["status"], tie["since"]) == ("sister", "standing", "2021-12-09")
    assert "Shenyang and Karachi became sister cities on 9 December 2021" in " ".join(each["quote"] for each in tie["evidence"])
    assert {each["judged_by"] for each in tie["evidence"]} == {"Demonstration office"}
    then = anyone.get(f"{API}/ties/{KARACHI}", {"as_of": "2019-01-01"}).json()
    assert then["form"] != "sister" and len(then["evidence"]) < len(tie["evidence"])
    assert anyone.get(f"{API}/ties/{KARACHI}", {"as_of": "1990-01-01"}).status_code == 404


def test_findings_by_report_tie_and_place_without_drafts(anyone: Client) -> None:
    all_ = walked(anyone, f"{API}/findings?limit=3")
    drafts = FindingRow.objects.filter(standing=None)
    assert len(all_) == FindingRow.objects.count() - drafts.count() and drafts.exists()
    assert {finding["ruling"]["fate"] for finding in all_} == {"accepted"}  # type: ignore[index]
    letter = tale.reports()[0].digest
    assert {finding["report"] for finding in walked(anyone, f"{API}/findings?report={letter}")} == {letter}
    assert len(walked(anyone, f"{API}/findings?tie={KARACHI}&kind=agreement".replace("+", "%2B"))) == 2
    assert len(walked(anyone, f"{API}/findings?place=Turin")) == 1
    one = anyone.get(f"{API}/findings/{all_[0]['id']}").json()
    assert one == all_[0] and one["finding"]["id"] == one["id"]
    assert anyone.get(f"{API}/findings/{drafts.get().id}").status_code == 404
    for standing in ("waiting", "rejected", "any"):
        assert anyone.get(f"{API}/findings?standing={standing}").status_code == 401


def test_reports_with_their_text_and_digest(anyone: Client) -> None:
    assert [report["title"] for report in walked(anyone, f"{API}/reports?limit=1")] == [
        "A letter of intent",
        "Karachi is a sister city",
        "Partners",
    ]
    one = anyone.get(f"{API}/reports/{tale.reports()[0].digest}").json()
    assert one["text"] == tale.LETTER and one["digest"] == tale.reports()[0].digest and one["grade"] == "agency"
    assert anyone.get(f"{API}/reports/{'0' * 64}").status_code == 404


@pytest.mark.parametrize("name", answers())
def test_every_question_is_answered(anyone: Client, name: str) -> None:
    assert name in [each["name"] for each in anyone.get(f"{API}/answers").json()["items"]]
    answer = anyone.get(f"{API}/answers/{name}", {"place": "Shenyang", "as_of": "2022-10-17"}).json()
    assert answer["place"] == "geonames:2034937" and answer["as_of"] == "2022-10-17" and answer["title"]


def test_figures_and_promises(anyone: Client) -> None:
    figures = walked(anyone, f"{API}/figures?place=Shenyang&limit=1")
    assert sorted((figure["measure"], figure["value"]) for figure in figures) == [("cooperative_cities", 77), ("sister_cities", 23)]
    assert walked(anyone, f"{API}/figures?place=Shenyang&as_of=2000-01-01") == []
    states = {promise["action"]: promise["state"] for promise in walked(anyone, f"{API}/promises?place=Karachi&as_of=2020-01-01")}
    assert states["send companies to an exhibition"] == "lapsed"


@pytest.mark.parametrize("name", exports())
def test_every_format_is_given(anyone: Client, name: str) -> None:
    listed = {each["name"]: each for each in anyone.get(f"{API}/exports").json()["items"]}
    answer = anyone.get(listed[name]["url"], {"place": "Shenyang", "as_of": "2022-10-17"})
    assert answer.status_code == 200 and answer.content and answer.headers["Content-Type"] == listed[name]["media"]
    again = anyone.get(listed[name]["url"], {"place": "Shenyang", "as_of": "2022-10-17"}, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304 and not again.content


def test_what_was_known_at_a_day(anyone: Client) -> None:
    """The tale is recorded when the test begins, so that yesterday nothing was known of it, and today all is."""
    now = timezone.now().date()
    asked = {"place": "Shenyang", "as_of": "2022-10-17"}
    before, since = asked | {"known_at": str(now - timedelta(days=2))}, asked | {"known_at": str(now + timedelta(days=1))}

    def told(address: str, query: dict[str, str]) -> object:
        answer = anyone.get(f"{API}/{address}", query).json()
        return {name: part for name, part in answer.items() if name not in ("known_at", "next")}

    for address in ("answers/ties", "ties", "figures", "promises"):
        assert told(address, since) == told(address, asked) != told(address, before), address
    assert anyone.get(f"{API}/answers/ties", before).json()["known_at"] == before["known_at"]
    assert anyone.get(f"{API}/answers/ties", asked).json()["known_at"] is None
    assert anyone.get(f"{API}/ties/{KARACHI}", {"known_at": since["known_at"]}).json()["form"] == "sister"
    assert anyone.get(f"{API}/ties/{KARACHI}", {"known_at": before["known_at"]}).status_code == 404
    one, other = (anyone.get(f"{API}/exports/csv", query) for query in (asked, before))
    assert one["ETag"] != other["ETag"] and len(one.content) > len(other.content)


def test_the_ties_known_at_a_day_are_asked_of_a_place_and_come_in_pages(anyone: Client) -> None:
    known = f"known_at={timezone.now().date() + timedelta(days=1)}"
    refused = anyone.get(f"{API}/ties?{known}")
    assert refused.status_code == 422 and refused.json()["errors"][0]["where"] == "query.place"
    for asked in ("", "&form=sister", "&status=suspended", "&country=it", "&country=cn", "&as_of=2020-01-01"):
        ids = [item["id"] for item in walked(anyone, f"{API}/ties?place=Shenyang&limit=1{asked}&{known}")]
        assert ids == [item["id"] for item in walked(anyone, f"{API}/ties?place=Shenyang{asked}")], asked
        assert ids
    assert anyone.get(f"{API}/ties?place=Shenyang&known_at=yesterday").status_code == 422


def test_a_page_says_when_nothing_has_changed(anyone: Client) -> None:
    for address in (f"{API}/places", f"{API}/ties/{KARACHI}", f"{API}/findings", f"{API}/reports", f"{API}/answers/ties?place=Shenyang"):
        first = anyone.get(address)
        assert anyone.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
        assert anyone.get(address, headers={"If-None-Match": '"other"'}).status_code == 200
        head = anyone.head(address)
        assert (head.status_code, head.content, head["ETag"], head["Content-Length"]) == (200, b"", first["ETag"], str(len(first.content)))


def test_a_list_stays_put_while_things_are_added(anyone: Client) -> None:
    first = anyone.get(f"{API}/findings?limit=3").json()
    rest = walked(anyone, first["next"])
    report, findings = next(tale.findings())
    record_report(type(report)("new.txt", f"{report.text}\nMore."), (), by="test")
    assert findings and walked(anyone, first["next"]) == rest


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/places/Nowhere", 404),
        ("/ties/none", 404),
        ("/answers/none", 404),
        ("/exports/none", 404),
        ("/findings/none", 404),
        ("/places?limit=0", 422),
        (f"/places?limit={MOST + 1}", 422),
        (f"/places?limit={2**63}", 422),
        ("/ties?as_of=yesterday", 422),
        ("/ties?form=marriage", 422),
        ("/places?cursor=bm8", 400),
        ("/places?cursor=WyIAIiwiYSJd", 400),
        ("/places?q=%00", 400),
        ("/places/%00", 400),
        ("/answers/ties?within=99999999999999999999", 422),
    ],
)
def test_refusals_are_problems(anyone: Client, address: str, status: int) -> None:
    answer = anyone.get(API + address)
    said = answer.json()
    assert (answer.status_code, answer.headers["Content-Type"], said["status"]) == (status, "application/problem+json", status), said
    assert {"type", "title", "detail", "instance"} <= set(said) and said["instance"].startswith(API)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_other_methods_are_refused_with_those_there_are(anyone: Client) -> None:
    answer = anyone.delete(f"{API}/places")
    assert answer.status_code == 405 and answer.json()["title"] == "Method not allowed" and answer.headers["Allow"] == "GET"


def test_what_fails_is_a_problem_too(anyone: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("amicity_web.store.browse.places", fail)
    answer = anyone.get(f"{API}/places")
    assert answer.status_code == 500 and answer.json()["title"] == "Internal error" and b"secret" not in answer.content


def test_other_sites_may_read_and_not_write(anyone: Client) -> None:
    def asked(method: str, address: str) -> bool:
        answer = anyone.options(API + address, headers={"Origin": "https://a.example", "Access-Control-Request-Method": method})
        return answer.status_code == 204 and answer.headers.get("Access-Control-Allow-Origin") == "*"

    assert asked("GET", "/places") and asked("POST", "/reconcile")
    assert not asked("POST", "/reports") and not asked("POST", "/findings")
    assert "Access-Control-Allow-Credentials" not in anyone.get(f"{API}/places").headers


@pytest.mark.parametrize("day", ["0", "20221017", "2022-13-01", "17.10.2022", "null"])
def test_a_day_is_written_out(anyone: Client, told: None, day: str) -> None:
    answer = anyone.get(f"{API}/figures", {"as_of": day})
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
