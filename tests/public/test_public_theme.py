import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_choice_is_kept_and_leads_back(client: Client) -> None:
    answer = client.post("/theme/", {"theme": "dark", "next": "/about/?q=1"})
    assert answer.headers["Location"] == "/about/?q=1"
    page = client.get("/about/").content.decode()
    assert 'content="only dark"' in page and 'media="screen"' in page
    client.post("/theme/", {"theme": "light"})
    assert "dark.css" not in client.get("/about/").content.decode()
    client.post("/theme/", {"theme": "system"})
    assert "prefers-color-scheme" in client.get("/about/").content.decode()


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_it_leads_nowhere_else(client: Client, away: str) -> None:
    assert client.post("/theme/", {"theme": "dark", "next": away}).headers["Location"] == "/"


def test_a_cookie_of_another_kind_is_as_none(client: Client) -> None:
    client.cookies["theme"] = '"><script>'
    page = client.get("/about/").content.decode()
    assert 'content="light dark"' in page and "<script>" not in page


def test_it_asks_for_the_guard_against_forgery_and_takes_no_get() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/theme/", {"theme": "dark"}).status_code == 403
    assert strict.get("/theme/").status_code == 405
