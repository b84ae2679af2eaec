import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings


@pytest.mark.parametrize(("wanted", "drawn"), [("all", True), ("none", False)])
def test_an_office_may_do_without_lines_between_countries(client: Client, told: None, settings: Settings, wanted: str, drawn: bool) -> None:
    settings.MAP_BORDERS = wanted
    assert client.get("/", {"format": "json"}).json()["borders"] is drawn
    assert (b'data-borders="none"' in client.get("/").content) is not drawn
    assert ("this office has done so" in client.get("/about/map/").content.decode()) is not drawn


def test_pages_ask_the_store_few_questions(client: Client, told: None, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for address in ("/", "/places/shenyang-2034937/", "/ties/geonames-1174872+geonames-2034937/", "/api/v1/map?place=geonames:2034937"):
        with django_assert_max_num_queries(16):
            client.get(address)
