"""A conversation in a real browser: it keeps its thread, leads to the stored words, goes along and is forgotten."""

from playwright.sync_api import Page, expect
from tests.functional.web.steps import asking

MINE = "My 14 year old has a pars defect. Does a brace help?"


def test_a_sentence_of_a_document_leads_to_its_marked_place(page: Page) -> None:
    page.goto("/ask")
    asking("What is the first treatment for a pars defect?")(page)
    page.get_by_role("link", name="Open at this place").first.click()
    mark = page.locator(".stored mark").first
    expect(mark).to_be_in_viewport()
    assert page.url.endswith(f"#{mark.get_attribute('id')}")


def test_a_follow_up_keeps_the_thread_and_the_last_answer_stays_for_another_reader(page: Page) -> None:
    page.goto("/ask")
    asking("Does a brace help?")(page)
    asking("And for how long?")(page)
    expect(page.get_by_text("1 earlier question in this conversation")).to_be_visible()
    page.goto("/ask?reader=surgeon")
    expect(page.get_by_label("Your question")).to_have_value("And for how long?")
    expect(page.locator("details.reader summary")).to_have_text("Written for a surgeon")


def test_facts_of_a_question_go_into_the_plan_after_the_danger_signs_and_are_forgotten_on_request(page: Page) -> None:
    page.goto("/ask")
    asking(MINE)(page)
    page.get_by_role("button", name="Take these facts into my plan").click()
    expect(page).to_have_url(page.url.partition("/plan")[0] + "/plan/signs?check=1")
    page.goto("/ask")
    page.get_by_text("2 facts from your plan used here").click()
    page.get_by_role("button", name="Remove age").click()
    expect(page.get_by_text("1 fact from your plan used here")).to_be_visible()
    page.get_by_role("button", name="Forget what I asked and answered").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ask about pars defect")
    expect(page.get_by_text("from your plan used here")).to_have_count(0)


def test_an_emergency_is_taken_back_with_one_press(page: Page) -> None:
    page.goto("/ask")
    asking("I can't pee and my groin is numb")(page)
    expect(page.get_by_label("Your question")).to_have_count(0)
    page.get_by_role("button", name="That is not what I meant").click()
    expect(page.get_by_label("Your question")).to_have_value("")


def test_an_answer_with_its_citations_can_be_taken_along(page: Page) -> None:
    page.goto("/ask")
    asking("How common is a pars defect?")(page)
    page.get_by_text("Copy with citations").click()
    text = page.get_by_role("region", name="The answer as plain text")
    expect(text).to_contain_text("Sources\n[1] ")
    copy = page.get_by_role("button", name="Copy", exact=True)
    if copy.is_visible():  # with script alone
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        copy.click()
        expect(page.get_by_text("Copied", exact=True)).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == text.inner_text().strip()


def test_the_library_finds_words_and_shows_where_they_stand(page: Page) -> None:
    page.goto("/library")
    page.get_by_label("Find in titles and text").fill("sport")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("mark", has_text="sport").first).to_be_visible()
    page.locator(".shelf a").first.click()
    expect(page.locator(".stored mark")).to_have_text("The first treatment is rest from sport.")
