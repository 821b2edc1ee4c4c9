"""What a visitor does in a page: types, chooses, presses."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page

Steps = Callable[[Page], None]

SETTLED = {
    "age_years": "16",
    "symptom_months": "4",
    "conservative_months": "2",
    "slip_percent": "0",
    "pregnant": "false",
    "incidental": "false",
    "conservative_adequate": "true",
    "defect_status": "confirmed",
    "course": "not_improved",
}
"""Someone whose plan is settled: row R27 of the pathway."""

UNSETTLED = {
    "age_years": "16",
    "symptom_months": "4",
    "defect_status": "suspected",
    "radicular": "none",
    "pregnant": "false",
    "incidental": "false",
}
"""Someone of whom more has to be known."""


def submit(page: Page, button: str) -> None:
    """Send a form by its button, and wait for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).first.click()


def pressing(button: str) -> Steps:
    """Send a form by its button."""
    return lambda page: submit(page, button)


def following(link: str) -> Steps:
    """Follow a link."""

    def steps(page: Page) -> None:
        with page.expect_navigation():
            page.get_by_role("link", name=link, exact=True).first.click()

    return steps


def asking(*questions: str) -> Steps:
    """Type questions into the box, one after the other."""

    def steps(page: Page) -> None:
        for question in questions:
            page.get_by_label("Your question").fill(question)
            submit(page, "Ask")

    return steps


def answer(page: Page, name: str, label: str) -> None:
    """Choose an answer in the sheet of all questions."""
    page.locator(f"fieldset#{name}").get_by_label(label, exact=True).check()


def fill(page: Page, name: str, text: str) -> None:
    """Type an answer into the sheet of all questions."""
    page.locator(f"fieldset#{name} input").fill(text)


def no_scans(page: Page) -> None:
    """Say in the sheet that no scan was made."""
    answer(page, "imaging_done", "None of these")


def rule_out_danger(page: Page) -> None:
    """Answer every danger sign in the sheet with no."""
    for field in page.locator("fieldset[id^=rf_]").all():
        field.get_by_label("No", exact=True).check()


def filling(answers: Mapping[str, str]) -> Steps:
    """Fill in the sheet, no danger sign among the answers, and make the plan.

    A value that is one of a choice is the value of its radio button; anything else is typed.
    """

    def steps(page: Page) -> None:
        rule_out_danger(page)
        for name, value in answers.items():
            choice = page.locator(f'input[name="{name}"][value="{value}"]')
            if choice.count():
                choice.check()
            else:
                fill(page, name, value)
        submit(page, "Make the plan")

    return steps


def out_of_danger(page: Page) -> None:
    """Begin the interview, and say that no danger sign is there."""
    page.get_by_label("None of them is true").check()
    submit(page, "Continue")


def in_danger(page: Page) -> None:
    """Begin the interview, and say that a danger sign is there."""
    page.locator('input[type=checkbox][value="rf_saddle_numb"]').check()
    page.get_by_label("None of them is true").check()
    submit(page, "Continue")


def replying(answers: Mapping[str, str], *, until: str = "") -> Steps:
    """Answer question after question, with "I don't know" to all that is not among the answers.

    It ends where nothing more is asked, or where the question `until` stands open.
    """

    def steps(page: Page) -> None:
        for _ in range(_MOST_QUESTIONS):
            asked = page.locator("input[type=hidden][name=asked]")
            if not asked.count() or (name := asked.input_value()) == until:
                return
            reply(page, name, answers.get(name))
        raise AssertionError(f"more than {_MOST_QUESTIONS} questions")

    return steps


def reply(page: Page, name: str, value: str | None) -> None:
    """Answer the question that is open, None where it is not known."""
    choice = page.locator(f'input[name="{name}"][value="{value}"]')
    if value is None:
        page.locator(UNKNOWN).check()
    elif choice.count():
        choice.check()
    else:
        page.locator(f"input#{name}").fill(value)
    submit(page, "Continue")


UNKNOWN = ".choice input[value=''], .choice input[name=declined]"
"""The answer "I don't know" to the question that is open: the last of a group, or a box below a field."""

_MOST_QUESTIONS = 40
