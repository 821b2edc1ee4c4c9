"""Both pages from outside, in a real browser, with and without script, on a phone and on a desk."""

import shutil
import socket
import threading
from collections.abc import Iterator
from datetime import date

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from isthmus.condition import Condition, load_condition, load_handbook
from isthmus.web import build_app

CHROMIUM = shutil.which("chromium")
ALONE = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK, NARROWEST = 390, 1280, 320

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt install chromium")


@pytest.fixture(scope="module")
def condition() -> Condition:
    return load_condition("pars-defect")


@pytest.fixture(scope="module")
def address(condition: Condition) -> Iterator[str]:
    """The address of a running application."""
    app = build_app(condition, load_handbook("pars-defect"), None, lambda: date(2026, 11, 21))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        yield browser
        browser.close()


@pytest.fixture(params=[(PHONE, "dark", True), (DESK, "light", False)], ids=["phone-script", "desk-no-script"])
def context(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    width, colours, script = request.param
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme=colours,
        java_script_enabled=script,
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must have nothing to complain about: no error of a script, nothing refused by the policy."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # A form with an error comes back as 422, which the browser logs; that is no complaint.
        if message.type == "error" and "422" not in message.text:
            complaints.append(message.text)

    page = context.new_page()
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


def answer(page: Page, name: str, label: str) -> None:
    page.locator(f"fieldset#{name}").get_by_label(label, exact=True).check()


def rule_out_danger(page: Page, condition: Condition) -> None:
    for feature in condition.pathway.features.values():
        if feature.red_flag:
            answer(page, feature.name, "No")


def fill(page: Page, name: str, text: str) -> None:
    page.locator(f"fieldset#{name} input").fill(text)


def make_the_plan(page: Page) -> None:
    page.get_by_role("button", name="Make the plan").click()


def test_a_question_is_answered_by_stages_with_a_source_beside_each_sentence(page: Page) -> None:
    page.goto("/ask")
    page.get_by_label("Your question").fill("What is the treatment for a pars defect?")
    page.get_by_role("button", name="Ask", exact=True).click()
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
    page.goto("/plan")
    answer(page, "rf_saddle_numb", "Yes")
    make_the_plan(page)
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name="change an answer").click()
    expect(page.locator("fieldset#rf_saddle_numb").get_by_label("Yes")).to_be_checked()


def test_a_full_case_gets_its_plan_with_reasons_and_sources(page: Page, condition: Condition) -> None:
    page.goto("/plan")
    rule_out_danger(page, condition)
    for name, text in (("age_years", "16"), ("symptom_months", "4"), ("conservative_months", "2")):
        fill(page, name, text)
    fill(page, "slip_percent", "0")
    for name in ("pregnant", "incidental"):
        answer(page, name, "No")
    answer(page, "conservative_adequate", "Yes")
    for name, value in (("defect_status", "confirmed"), ("course", "not_improved")):
        page.locator(f'input[name="{name}"][value="{value}"]').check()
    make_the_plan(page)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_text("Row R27 of pathway")).to_be_visible()
    expect(page.get_by_text("19\N{NO-BREAK SPACE}December 2026")).to_be_visible()
    assert page.locator(".sources > li").count() > 0


def test_an_error_comes_first_leads_to_its_field_and_loses_no_answer(page: Page, condition: Condition) -> None:
    page.goto("/plan")
    rule_out_danger(page, condition)
    fill(page, "age_years", "sixteen")
    make_the_plan(page)
    assert page.title().startswith("Error: ")
    page.locator(".errors a").click()
    expect(page.locator("fieldset#age_years")).to_be_in_viewport()
    expect(page.locator("fieldset#age_years input")).to_have_value("sixteen")
    expect(page.locator("fieldset#rf_saddle_numb").get_by_label("No", exact=True)).to_be_checked()


def test_a_missing_answer_is_asked_for_at_its_place(page: Page, condition: Condition) -> None:
    page.goto("/plan")
    rule_out_danger(page, condition)
    make_the_plan(page)
    page.get_by_role("button", name="Answer now").click()
    expect(page.locator("fieldset#age_years")).to_be_in_viewport()


def test_a_plan_that_is_not_settled_leads_to_the_question_that_helps_most(page: Page, condition: Condition) -> None:
    page.goto("/plan")
    rule_out_danger(page, condition)
    fill(page, "age_years", "16")
    fill(page, "symptom_months", "4")
    for name, value in (("defect_status", "suspected"), ("radicular", "none")):
        page.locator(f'input[name="{name}"][value="{value}"]').check()
    for name in ("pregnant", "incidental"):
        answer(page, name, "No")
    answer(page, "imaging_done", "None of these")
    make_the_plan(page)
    expect(page.get_by_role("heading", name="Is it settled?")).to_be_visible()
    page.get_by_text("What would change this plan").click()
    expect(page.get_by_text("the list of scans made: X-ray").first).to_be_visible()
    assert sideways(page) == 0
    page.get_by_role("button", name="Answer now").click()
    expect(page.locator("fieldset#weeks_after_surgery")).to_be_in_viewport()
    expect(page.locator("fieldset#age_years input")).to_have_value("16")


@pytest.mark.parametrize("width", [NARROWEST, PHONE, DESK])
def test_no_page_scrolls_sideways(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in ("/", "/plan", "/signs", "/nowhere"):
        page.goto(path)
        assert sideways(page) == 0, path
    for question in ("What is the treatment for a pars defect?", "How common is a pars defect?"):
        page.goto("/ask")
        page.get_by_label("Your question").fill(question)
        page.get_by_role("button", name="Ask", exact=True).click()
        page.wait_for_load_state()
        assert sideways(page) == 0, question
    page.goto("/plan")
    make_the_plan(page)
    page.wait_for_load_state()
    assert sideways(page) == 0
    context.close()


def sideways(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
