"""Every journey from outside, in a real browser: on a phone with script, and at a desk without."""

from playwright.sync_api import Page, expect
from tests.functional.web.measure import measure
from tests.functional.web.places import SHEET
from tests.functional.web.steps import SETTLED, UNSETTLED, answer, asking, filling, submit


def test_a_question_is_answered_by_stages_with_a_source_beside_each_sentence(page: Page) -> None:
    page.goto("/ask")
    asking("What is the treatment for a pars defect?")(page)
    expect(page.locator(".stage h2").first).to_be_visible()
    sentences = page.locator(".said > li")
    assert sentences.count() > 3
    assert page.locator(".said > li .src a").count() >= sentences.count()
    page.locator(".said > li .src a").first.click()
    expect(page.locator("#s1")).to_be_in_viewport()
    assert "treatment" not in page.url


def test_a_follow_up_question_is_one_press(page: Page) -> None:
    page.goto("/ask")
    topic = page.locator(".followups button").first
    words = topic.inner_text()
    topic.click()
    expect(page.get_by_label("Your question")).to_have_value(words)


def test_a_danger_sign_in_the_form_leads_to_an_emergency_and_back_with_the_answers_kept(page: Page) -> None:
    page.goto(SHEET)
    answer(page, "rf_saddle_numb", "Yes")
    submit(page, "Make the plan")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name="change an answer").click()
    expect(page.locator("fieldset#rf_saddle_numb").get_by_label("Yes")).to_be_checked()


def test_a_full_case_gets_its_plan_with_reasons_and_sources(page: Page) -> None:
    page.goto(SHEET)
    filling(SETTLED)(page)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_text("Row R27 of pathway")).to_be_visible()
    expect(page.get_by_text("19\N{NO-BREAK SPACE}December 2026")).to_be_visible()
    assert page.locator(".sources > li").count() > 0


def test_an_error_comes_first_leads_to_its_field_and_loses_no_answer(page: Page) -> None:
    page.goto(SHEET)
    filling({"age_years": "sixteen"})(page)
    assert page.title().startswith("Error: ")
    expect(page.locator(".errors")).to_be_focused()
    page.locator(".errors a").click()
    expect(page.locator("fieldset#age_years")).to_be_in_viewport()
    expect(page.locator("fieldset#age_years input")).to_have_value("sixteen")
    expect(page.locator("fieldset#rf_saddle_numb").get_by_label("No", exact=True)).to_be_checked()


def test_a_missing_answer_is_asked_for_at_its_place(page: Page) -> None:
    page.goto(SHEET)
    filling({})(page)
    page.get_by_role("button", name="Answer now").click()
    expect(page.locator("fieldset#age_years")).to_be_in_viewport()


def test_a_plan_that_is_not_settled_leads_to_the_question_that_helps_most(page: Page) -> None:
    page.goto(SHEET)
    answer(page, "imaging_done", "None of these")
    filling(UNSETTLED)(page)
    expect(page.get_by_role("heading", name="Is it settled?")).to_be_visible()
    page.get_by_text("What would change this plan").click()
    expect(page.get_by_text("the list of scans made: X-ray").first).to_be_visible()
    assert measure(page, "sideways") == []
    page.get_by_role("button", name="Answer now").click()
    expect(page.locator("fieldset#weeks_after_surgery")).to_be_in_viewport()
    expect(page.locator("fieldset#age_years input")).to_have_value("16")


def test_the_colours_that_a_visitor_chose_stay(page: Page) -> None:
    page.goto("/ask")
    for colours, page_is in (("Dark", "dark"), ("Light", "light")):
        page.get_by_role("link", name=colours, exact=True).click()
        expect(page.locator("html")).to_have_attribute("data-theme", page_is)
        page.goto("/signs")
        expect(page.locator("html")).to_have_attribute("data-theme", page_is)
