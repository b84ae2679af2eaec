"""Every page, light and dark, narrow and wide: nothing that axe finds, nothing that runs off the side.

A tie and a finding under review are looked at in every run, all the others in ``make test-long``.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = (
    *("/", "/places/", "/reports/", "/figures/", "/answers/", "/answers/timeline/?place=Karachi", "/answers/promises/", "/downloads/"),
    *(
        "/about/",
        "/about/map/",
        "/accounts/login/",
        "/search/?q=karachi",
        "/answers/brief/?place=Shenyang",
        "/answers/advice/?place=Karachi",
    ),
)
LEADS = (
    ("/", "[data-tie] a"),
    *(pytest.param(*lead, marks=pytest.mark.long) for lead in (("/places/?q=karachi", "tbody a"), ("/reports/", ".entries a"))),
)
"""Pages reached from a list: the list, and the link that leads there."""


DESK = (
    *("/desk/", "/desk/reports/add/", "/desk/import/", "/desk/enter/", "/desk/enter/agreement/", "/desk/alike/", "/desk/judgements/"),
    *("/desk/policies/", "/accounts/people/", "/accounts/tokens/", "/accounts/password/"),
)
AXE = Axe()


def violations(page: Page, **options: object) -> list[tuple[str, list[str]]]:
    """What axe finds on the page as it is: each rule that is broken, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("options => axe.run(document, options)", {"resultTypes": ["violations"], **options})
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]


def look(page: Page, address: str) -> None:
    """Fail where axe finds a violation or the page is wider than its window. In the dark only contrast is looked at again."""
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} runs off the side at {width} px"
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = violations(page, runOnly=["color-contrast"]) if scheme == "dark" else violations(page)
            assert found == [], f"{address} {width} {scheme}"


@pytest.mark.long
@pytest.mark.parametrize("address", PAGES)
def test_no_violation(page: Page, address: str) -> None:
    page.goto(address)
    look(page, address)


@pytest.mark.parametrize(("start", "link"), LEADS)
def test_no_violation_on_the_pages_of_one_thing(page: Page, start: str, link: str) -> None:
    page.goto(start)
    page.locator(link).first.click()
    page.wait_for_load_state()
    for summary in page.locator("summary").all()[:3]:
        summary.click()
    look(page, page.url)


@pytest.mark.long
@pytest.mark.parametrize("address", DESK)
def test_no_violation_at_the_desk(desk: Page, address: str) -> None:
    desk.goto(address)
    look(desk, address)


def test_no_violation_where_a_finding_is_judged(desk: Page) -> None:
    desk.goto("/desk/")
    desk.locator("main a[href*='/desk/findings/']").first.click()
    look(desk, desk.url)


@pytest.mark.long
def test_no_violation_where_a_page_is_missing(page: Page) -> None:
    page.set_content("")
    answer = page.context.request.get("/nowhere/")
    assert answer.status == 404
    page.set_content(answer.text())
    assert violations(page) == []
