"""Every journey by keyboard alone: what has the focus is always seen, and comes in the order of the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.functional.web.measure import measure
from tests.functional.web.places import PLACES, Place
from tests.functional.web.serving import DESK_LIGHT, PHONE_DARK, Look, visiting
from tests.functional.web.steps import UNKNOWN
from tests.functional.web.test_every_place import EVERY_LOOK

Role = Literal["link", "button", "radio", "textbox"]
MOST_STOPS = 400
WALKED = {"home", "chapter", "ask-answer", "plan-result", "interview-number", "procedure", "nowhere"}
"""Whose every stop is walked in each run; `make browser` walks all places."""


@pytest.fixture(params=[DESK_LIGHT, PHONE_DARK] if EVERY_LOOK else [DESK_LIGHT], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    look: Look = request.param
    with visiting(browser, address, look) as page:
        yield page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def reach(page: Page, role: Role, name: str) -> None:
    """Go on with the Tab key until the control of that name has the focus."""
    reach_one(page, page.get_by_role(role, name=name, exact=True).first)


def reach_one(page: Page, wanted: Locator) -> None:
    """Go on with the Tab key until a control has the focus."""
    for _ in range(MOST_STOPS):
        press(page, "Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"the keyboard does not reach {wanted}")


@pytest.fixture(params=[place for place in PLACES if EVERY_LOOK or place.name in WALKED], ids=str)
def opened(request: pytest.FixtureRequest, browser: Browser, address: str, answered: Path) -> Iterator[Page]:
    place: Place = request.param
    with visiting(browser, address, DESK_LIGHT, remembered=answered if place.answered else None) as page:
        place.open(page)
        yield page


def start_at_the_top(page: Page) -> None:
    """Let the next stop be the page's first, also where an address or a mistake has led further down."""
    page.evaluate("const top = document.body; top.tabIndex = -1; top.focus(); top.removeAttribute('tabindex')")


def test_each_stop_is_seen_and_they_come_in_order(opened: Page) -> None:
    page = opened
    start_at_the_top(page)
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        press(page, "Tab")
        stop = measure(page, "focused")
        if stop is None or (len(stops) > 1 and stop["at"] <= stops[0]["at"]):
            break
        if not stops or stop["at"] != stops[-1]["at"]:  # the parts of a date are stops within one field
            stops.append(stop)
    assert 3 < len(stops) < MOST_STOPS
    assert [stop["name"] for stop in stops if not stop["visible"]] == []
    assert [stop["name"] for stop in stops if not (stop["inside"] and stop["seen"])] == []
    assert [stop["at"] for stop in stops] == sorted(stop["at"] for stop in stops)
    assert len(stops) == measure(page, "stops")


@pytest.mark.parametrize("path", sorted({place.path for place in PLACES if place.status == 200 and not place.answered}))
def test_the_first_stop_skips_to_the_text(path: str, page: Page) -> None:
    page.goto(path)
    start_at_the_top(page)
    press(page, "Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    press(page, "Enter", "Tab")
    assert page.evaluate("document.querySelector('main, footer').contains(document.activeElement)")


def test_the_reader_is_chosen_from_a_menu_that_escape_closes(page: Page) -> None:
    page.goto("/ask")
    menu = page.locator("details.reader")
    reach_one(page, menu.locator("summary"))
    press(page, "Enter")
    expect(menu.get_by_role("list")).to_be_visible()
    press(page, "Escape")
    expect(menu.get_by_role("list")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    press(page, "Enter", "Tab", "Tab", "Enter")
    expect(menu.locator("summary")).not_to_contain_text("a patient")


def test_a_question_is_asked_and_followed_up(page: Page) -> None:
    page.goto("/ask")
    reach(page, "textbox", "Your question")
    page.keyboard.type("What is the treatment for a pars defect?")
    press(page, "Enter")
    expect(page.locator(".said > li").first).to_be_visible()
    first = page.locator(".followups button").first
    words = first.inner_text()
    reach(page, "button", words)
    press(page, "Enter")
    expect(page.get_by_label("Your question")).to_have_value(words)


def test_a_note_opens_and_escape_closes_it(page: Page) -> None:
    page.goto("/guide/natural-history")
    mark = page.locator("main .mark").first
    note = page.locator(f"#{mark.get_attribute('popovertarget')}")
    reach_one(page, mark)
    press(page, "Enter")
    expect(note).to_be_visible()
    press(page, "Tab")
    assert note.evaluate("element => element.contains(document.activeElement)")  # what was opened comes next
    press(page, "Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_note_closes_when_the_focus_goes_on(page: Page) -> None:
    page.goto("/guide/natural-history")
    mark = page.locator("main .mark").first
    note = page.locator(f"#{mark.get_attribute('popovertarget')}")
    reach_one(page, mark)
    press(page, "Enter", "Tab")
    expect(note).to_be_visible()
    press(page, "Shift+Tab")
    expect(mark).to_be_focused()
    expect(note).to_be_visible()
    press(page, "Shift+Tab")
    expect(note).to_be_hidden()
    expect(mark).not_to_be_focused()


def test_an_interview_goes_from_the_danger_signs_to_the_plan(page: Page) -> None:
    page.goto("/plan")
    reach(page, "link", "Start with the danger signs")
    press(page, "Enter")
    reach(page, "radio", "None of them is true")
    press(page, "Space")
    reach(page, "button", "Continue")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Why we ask")).to_be_visible()
    while page.locator("input[type=hidden][name=asked]").count():
        reach_unknown(page)
        with page.expect_navigation():
            press(page, "Enter")
    reach(page, "link", "Show the plan")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Why this plan")).to_be_visible()


def reach_unknown(page: Page) -> None:
    """Say by keyboard that the answer to the question that is open is not known."""
    unknown = page.locator(UNKNOWN)
    group = page.locator(".choice input[type=radio]")
    reach_one(page, group.first if group.count() else unknown)
    press(page, "ArrowUp" if group.count() else "Space")  # from the first of a group the arrow goes round to its last
    expect(unknown).to_be_checked()


def test_the_days_of_a_procedure_are_counted_from_a_date_that_is_typed(page: Page) -> None:
    page.goto("/procedures/fusion")
    field = page.get_by_label("Day it is planned for")
    reach_one(page, field)
    page.keyboard.type("01152027")
    reach(page, "button", "Count from this day")
    press(page, "Enter")
    expect(page.locator("time[datetime='2027-01-15']").first).to_be_visible()
