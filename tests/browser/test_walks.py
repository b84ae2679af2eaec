"""What people come to do, done in a browser: by pointer, by keyboard, without JavaScript."""

import re

from playwright.sync_api import Browser, Page, expect

from browser.conftest import Site


def drawn(page: Page) -> None:
    expect(page.locator("figure.map[data-drawn]").first).to_be_visible()


def test_from_the_map_to_a_tie_to_a_fact_to_its_passage(page: Page) -> None:
    page.goto("/")
    drawn(page)
    page.get_by_role("region", name="Ties").get_by_role("link", name="Karachi", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Karachi"))
    drawn(page)
    step = page.locator(".story .step", has_text="Letter of intent").first
    step.locator("summary").click()
    quote = step.locator("blockquote").first.inner_text()
    step.get_by_role("link", name="See it in the report").first.click()
    lit = page.locator("article.report mark.chosen")
    expect(lit.first).to_be_in_viewport()
    said = " ".join("".join(lit.all_inner_texts()).split())
    assert " ".join(quote.split()) in said


def test_a_click_on_an_arc_opens_its_tie(page: Page) -> None:
    page.goto("/")
    drawn(page)
    box = page.locator("canvas").bounding_box()
    assert box
    for step in range(2, int(box["width"]), 3):
        page.mouse.move(box["x"] + step, box["y"] + box["height"] * 0.37)
        if page.locator(".tip").is_visible():
            break
    told = page.locator(".tip").inner_text()
    expect(page.locator("[data-tie].lit")).to_contain_text(told.partition(" — ")[0])
    page.mouse.down()
    page.mouse.up()
    expect(page).to_have_url(re.compile("/ties/"))


def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    drawn(page)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the page")
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.locator("[data-tie]:focus-within").count():
            break
    expect(page.locator("[data-tie].lit a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/ties/"))
    summary = page.locator(".story summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".story blockquote").first).to_be_visible()


def test_everything_but_the_map_works_without_javascript(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_text("The map needs JavaScript")).to_be_visible()
    page.get_by_role("link", name="Karachi", exact=True).click()
    page.locator(".story .says a").first.click()
    expect(page.locator("article.report mark.chosen").first).to_be_visible()
    context.close()


def test_a_choice_of_colours_is_remembered_without_javascript(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.address, java_script_enabled=False, color_scheme="light")
    page = context.new_page()
    page.goto("/places/")
    paper = "body => getComputedStyle(body).backgroundColor"
    by_day = page.locator("body").evaluate(paper)
    page.get_by_role("button", name="dark", exact=True).click()
    expect(page).to_have_url(re.compile("/places/$"))
    by_night = page.locator("body").evaluate(paper)
    page.goto("/about/")
    assert page.locator("body").evaluate(paper) == by_night != by_day
    page.get_by_role("button", name="as the system").click()
    assert page.locator("body").evaluate(paper) == by_day
    context.close()


def test_the_box_in_the_head_finds_a_tie_by_keyboard(page: Page) -> None:
    page.goto("/about/")
    page.get_by_role("searchbox", name="Search the register").fill("karachi shenyang")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Karachi – Shenyang").click()
    expect(page).to_have_url(re.compile("/ties/"))


def test_the_story_of_the_figures_is_told_in_words(page: Page) -> None:
    page.goto("/figures/?place=Shenyang&as_of=2022-12-31")
    told = page.locator(".answer").inner_text()
    assert re.search(r"Sister cities went from 22 .* to 23 .*explained, because Karachi became a sister city", told)
    assert re.search(r"Cooperative cities went from 78 .* to 77 .*explained", told)
    assert re.search(r"Partner countries went from 44 .* to 43 .*unexplained", told)


PASTED = "SHENYANG, 4 March 2023 - Shenyang and its sister city Karachi signed a memorandum of understanding on trade on 3 March 2023."
TIE = "/ties/geonames-1174872+geonames-2034937/"


def story(page: Page) -> str:
    page.goto(TIE)
    return page.locator(".story").inner_text()


def test_paste_review_accept_see_the_tie_change_and_take_it_back(desk: Page) -> None:
    before = story(desk)
    assert "3 March 2023" not in before
    desk.goto("/desk/reports/add/")
    desk.locator("textarea[name=text]").fill(PASTED)
    desk.get_by_role("button", name="Read it").click()
    desk.locator(".entries a.name", has_text="emorandum").first.click()
    address = desk.url.partition("?")[0]
    assert story(desk) == before
    desk.goto(address)
    desk.keyboard.press("a")
    expect(desk.locator(".note.success").first).to_be_visible()
    assert "3 March 2023" in story(desk)
    desk.goto(address)
    desk.get_by_role("button", name="Undo this judgement").first.click()
    expect(desk.locator(".note.success").first).to_be_visible()
    assert story(desk) == before


def test_all_findings_of_a_page_are_marked_at_once(desk: Page) -> None:
    desk.goto("/desk/")
    boxes = desk.locator("input[name=finding]")
    desk.get_by_role("button", name="Mark all on this page").click()
    assert boxes.count() == desk.locator("input[name=finding]:checked").count() > 1
    desk.get_by_role("button", name="Mark all on this page").click()
    expect(desk.locator("input[name=finding]:checked")).to_have_count(0)


def test_nearer_and_back_to_the_whole_world(page: Page) -> None:
    page.goto("/")
    drawn(page)
    pictures = []
    for button in ("Whole world", "Nearer", "Whole world"):
        page.get_by_role("button", name=button).click()
        page.wait_for_timeout(300)
        pictures.append(page.evaluate("document.querySelector('canvas').toDataURL()"))
    assert pictures[0] == pictures[2] != pictures[1]
