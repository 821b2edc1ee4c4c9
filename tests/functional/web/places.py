"""Every page in every state that a visitor can meet, and how they get there. All the tests of looks walk this list."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

Steps = Callable[[Page], None]


@dataclass(frozen=True)
class Place:
    """A page in one state.

    `path` is where it begins; `steps` lead on from there. `status` is how the last page is answered. `kilobytes` is
    what its HTML and CSS may weigh, compressed.
    """

    name: str
    path: str
    steps: Steps = field(default=lambda _page: None)
    status: int = 200
    kilobytes: float = 40.0

    def __str__(self) -> str:
        return self.name

    def open(self, page: Page) -> None:
        """Go there as a visitor does."""
        page.goto(self.path)
        self.steps(page)


def asking(*questions: str) -> Steps:
    """Type questions into the box, one after the other."""

    def steps(page: Page) -> None:
        for question in questions:
            page.get_by_label("Your question").fill(question)
            submit(page, "Ask")

    return steps


def submit(page: Page, button: str) -> None:
    """Send a form by its button, and wait for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


PLACES = (
    Place("home", "/"),
    Place("ask", "/ask"),
    Place("ask-answer", "/ask", asking("What is the treatment for a pars defect?")),
    Place("ask-disagreement", "/ask", asking("How common is a pars defect?")),
    Place("ask-document", "/ask", asking("What does the clinic letter say about rest from sport?")),
    Place("ask-clarify", "/ask", asking("Should I have surgery?")),
    Place("ask-abstain", "/ask", asking("What is the capital of France?")),
    Place("ask-care", "/ask", asking("My foot has been getting weaker for two weeks")),
    Place("ask-emergency", "/ask", asking("I can't pee and my groin is numb")),
    Place("ask-error", "/ask", asking("   "), status=422),
    Place("plan", "/plan"),
    Place("signs", "/signs"),
    Place("nowhere", "/nowhere", status=404),
)
