import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
HERE = {"Sec-Fetch-Site": "same-origin"}


def test_a_choice_is_kept_and_leads_back(client: Client) -> None:
    answer = client.post("/theme/", {"theme": "dark", "next": "/about/?q=1"}, headers=HERE)
    assert answer.headers["Location"] == "/about/?q=1"
    page = client.get("/about/").content.decode()
    assert 'content="only dark"' in page and 'media="screen"' in page
    client.post("/theme/", {"theme": "light"}, headers=HERE)
    assert "dark.css" not in client.get("/about/").content.decode()
    client.post("/theme/", {"theme": "system"}, headers=HERE)
    assert "prefers-color-scheme" in client.get("/about/").content.decode()


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_it_leads_nowhere_else(client: Client, away: str) -> None:
    assert client.post("/theme/", {"theme": "dark", "next": away}, headers=HERE).headers["Location"] == "/"


def test_a_cookie_of_another_kind_is_as_none(client: Client) -> None:
    client.cookies["theme"] = '"><script>'
    page = client.get("/about/").content.decode()
    assert 'content="light dark"' in page and "<script>" not in page


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none", "Origin": "http://testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://[bad"},
        {"Referer": "http://[::1"},
        {"Referer": "https://evil.example/?http://testserver"},
    ],
)
def test_it_takes_nothing_from_elsewhere_and_no_get(client: Client, told: dict[str, str]) -> None:
    answer = client.post("/theme/", {"theme": "dark"}, headers=told)
    assert answer.status_code == 403 and not answer.cookies and "Nothing was done" in answer.content.decode()
    assert client.get("/theme/", headers=HERE).status_code == 405


@pytest.mark.parametrize("told", [HERE, {"Origin": "http://testserver"}, {"Referer": "http://testserver/about/"}])
def test_browsers_that_say_less_may_choose_too(client: Client, told: dict[str, str]) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/theme/", {"theme": "dark"}, headers=told).cookies["theme"].value == "dark"


@pytest.mark.parametrize(
    "address", ["/", "/places/", "/figures/", "/answers/", "/reports/", "/about/", "/search/?q=a", "/downloads/?place="]
)
def test_no_public_page_sets_a_cookie_on_a_first_visit(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200 and not answer.cookies and "Cookie" in answer.headers["Vary"]
