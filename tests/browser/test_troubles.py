"""What a browser shows when something comes between: no connection, a second press, a session that ended."""

import re

from playwright.sync_api import Browser, Page, StorageState, expect

from browser.conftest import Site


def test_a_map_that_cannot_be_drawn_says_why(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.address)
    page = context.new_page()
    page.route("**/api/v1/map?*", lambda route: route.abort())
    page.goto("/")
    expect(page.locator(".map .unless")).to_contain_text("The map cannot be drawn (no connection)")
    page.unroute("**/api/v1/map?*")
    page.route("**/api/v1/map?*", lambda route: route.fulfill(status=503))
    page.reload()
    expect(page.locator(".map .unless")).to_contain_text("The map cannot be drawn (503)")
    context.close()


def test_a_second_press_sends_nothing(desk: Page) -> None:
    desk.goto("/desk/enter/visit/")
    sent: list[str] = []
    desk.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    desk.evaluate("""() => {
      const form = document.querySelector("main form");
      form.addEventListener("submit", (event) => event.preventDefault());
      form.noValidate = true;
      window.presses = 0;
      form.addEventListener("submit", () => { window.presses += 1; });
      for (const _ of [1, 2, 3]) form.querySelector("button").click();
    }""")
    assert desk.evaluate("window.presses") == 1 and sent == []


def test_who_was_signed_out_signs_in_beside_and_sends_it_again(browser: Browser, site: Site, signed: StorageState) -> None:
    context = browser.new_context(base_url=site.address, storage_state=signed)
    page = context.new_page()
    page.goto("/desk/alike/")
    page.get_by_label("One", exact=True).fill("Atlantis of mine")
    page.get_by_label("The other").fill("Shenyang")
    page.get_by_label("They are different").check()
    context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Say so").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is written yet")
    with context.expect_page() as opened:
        page.get_by_role("main").get_by_role("link", name="sign in").click()
    door = opened.value
    door.get_by_label("Username").fill("administrator")
    door.get_by_label("Password").fill("a long enough pass phrase 7")
    door.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(door.get_by_role("button", name="Sign out")).to_be_visible()
    page.get_by_role("button", name="Send it again").click()
    page.get_by_role("button", name=re.compile("Send it again|Say so")).click()
    expect(page.get_by_label("One", exact=True)).to_have_value("Atlantis of mine")
    context.close()
