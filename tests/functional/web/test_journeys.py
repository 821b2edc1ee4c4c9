"""Every journey from outside, in a real browser: on a phone with script, and at a desk without."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.functional.web.measure import measure
from tests.functional.web.places import SHEET, SIGNS
from tests.functional.web.serving import PHONE_LIGHT, visiting
from tests.functional.web.steps import (
    SETTLED,
    UNSETTLED,
    answer,
    asking,
    filling,
    in_danger,
    no_scans,
    out_of_danger,
    reply,
    replying,
    submit,
)


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
    fold = page.locator("#why ~ details > summary")
    if fold.is_visible():
        fold.click()
    expect(page.get_by_text("Row R27 of pathway")).to_be_visible()
    expect(page.get_by_text("19\N{NO-BREAK SPACE}December 2026")).to_be_visible()
    assert page.get_by_role("main").locator(".mark, .src a").count() > 0


@pytest.mark.parametrize("example", [1, 2])
def test_a_parent_with_a_phone_meets_stage_reason_next_step_and_questions_within_two_screens(
    example: int, browser: Browser, address: str
) -> None:
    names = ("On the path of care", "Why this plan", "What to do next", "Questions to take with you")
    with visiting(browser, address, PHONE_LIGHT) as page:
        page.goto(f"/plan/example/{example}?reader=parent")
        boxes = [page.get_by_role("heading", name=name).bounding_box() for name in names]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(names)
    assert tops == sorted(tops)
    assert tops[-1] <= 2 * PHONE_LIGHT.height


def test_where_style_cannot_open_a_fold_the_script_does(browser: Browser, address: str) -> None:
    with visiting(browser, address, PHONE_LIGHT) as page:
        page.add_init_script("CSS.supports = () => false")  # as a browser of some years ago says it
        page.goto(SHEET)
        filling(SETTLED)(page)
        folds = page.locator("details.fold")
        narrow = page.locator("details.fold.narrow")
        opened = page.locator("details.fold[open]")
        assert 0 < narrow.count() < folds.count()
        expect(opened).to_have_count(narrow.count())
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(opened).to_have_count(folds.count())


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
    no_scans(page)
    filling(UNSETTLED)(page)
    expect(page.get_by_role("heading", name="Not settled yet")).to_be_visible()
    expect(page.get_by_role("heading", name="What would change it")).to_be_visible()
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


def test_the_interview_asks_the_danger_signs_first_then_what_matters_and_ends_in_a_plan(page: Page) -> None:
    page.goto("/plan")
    page.get_by_role("link", name="Start with the danger signs").click()
    out_of_danger(page)
    expect(page.get_by_role("heading", name="Why we ask")).to_be_visible()
    replying(SETTLED)(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    page.get_by_role("link", name="Show the plan").click()
    page.wait_for_url("**/plan/result")  # what is folded on it can be told only once it is there
    fold = page.locator("#why ~ details > summary")
    if fold.is_visible():
        fold.click()
    expect(page.get_by_text("Row R27 of pathway")).to_be_visible()
    assert "16" not in urlsplit(page.url)._replace(netloc="").geturl()  # a port may hold any digits


def test_answers_come_back_and_are_never_asked_twice(page: Page) -> None:
    page.goto(SIGNS)
    out_of_danger(page)
    replying(SETTLED, until="defect_status")(page)
    page.get_by_role("link", name="Back", exact=True).click()
    page.get_by_role("link", name="See your answers so far").click()
    expect(page.get_by_role("row", name="How old are you?")).to_contain_text("16 years")
    page.get_by_role("link", name="Change the answer to: How old are you?").click()
    expect(page.locator("input#age_years")).to_have_value("16")
    reply(page, "age_years", "17")
    expect(page.get_by_role("row", name="How old are you?")).to_contain_text("17 years")
    page.get_by_role("link", name="Answer what is open").click()
    expect(page.locator("input[type=hidden][name=asked]")).to_have_value("defect_status")


def test_a_wrong_answer_is_kept_and_says_how_to_mend_it(page: Page) -> None:
    page.goto(SIGNS)
    out_of_danger(page)
    replying(SETTLED, until="age_years")(page)
    reply(page, "age_years", "sixteen")
    assert page.title().startswith("Error: ")
    expect(page.locator(".errors")).to_be_focused()
    page.locator(".errors a").click()
    expect(page.locator("input#age_years")).to_have_value("sixteen")
    reply(page, "age_years", "16")
    assert not page.title().startswith("Error: ")


def test_a_danger_sign_ends_the_interview_at_once(page: Page) -> None:
    page.goto(SIGNS)
    in_danger(page)
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.locator("input[type=hidden][name=asked]").count() == 0


def test_answers_are_forgotten_when_asked(page: Page) -> None:
    page.goto(SIGNS)
    out_of_danger(page)
    submit(page, "Forget my answers")
    expect(page.get_by_role("heading", level=1)).to_have_text("Forgotten")
    page.goto("/plan/check")
    expect(page.get_by_role("heading", level=1)).to_have_text("There are no answers to go on with")


def test_an_example_plan_is_one_press_from_the_first_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="example plan").click()
    expect(page.get_by_text("Example of a person who was made up")).to_be_visible()


def test_a_note_opens_on_a_press_and_tells_what_stands_behind_a_sentence(page: Page) -> None:
    page.goto("/guide")
    page.get_by_role("link", name="What happens over the years").click()
    mark = page.locator(".mark").first
    note = page.locator(f"#{mark.get_attribute('popovertarget')}")
    expect(note).to_be_hidden()
    mark.click()
    expect(note).to_be_visible()
    expect(note).to_contain_text("Not reviewed")
    note.get_by_role("link", name="The whole record").click()
    expect(page.get_by_role("heading", name="Sources, and how far each was read")).to_be_visible()


def test_a_chosen_reader_stays_from_page_to_page(page: Page) -> None:
    page.goto("/guide")
    page.get_by_role("main").get_by_role("link", name="A surgeon").click()
    page.goto("/procedures/fusion")
    expect(page.locator("details.reader summary")).to_contain_text("a surgeon")


def test_the_days_of_a_procedure_are_counted_from_a_date(page: Page) -> None:
    page.goto("/procedures")
    page.get_by_role("main").get_by_role("link", name="Fusion of two bones").first.click()
    page.get_by_label("Day it is planned for").fill("2027-01-15")
    submit(page, "Count from this day")
    assert "on=2027-01-15" in page.url
    expect(page.locator("time[datetime='2027-01-15']").first).to_be_visible()
