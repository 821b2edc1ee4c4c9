"""Every page in every state that a visitor can meet, and how they get there. All the tests of looks walk this list."""

from dataclasses import dataclass

from playwright.sync_api import Page
from tests.functional.web.steps import (
    SETTLED,
    UNSETTLED,
    Steps,
    answer,
    asking,
    filling,
    following,
    in_danger,
    no_scans,
    out_of_danger,
    pressing,
    reply,
    replying,
    submit,
)


@dataclass(frozen=True)
class Place:
    """A page in one state.

    `path` is where it begins; `steps` lead on from there. `status` is how the last page is answered. `kilobytes` is
    what its HTML and CSS may weigh, compressed. Where it is `answered`, the visitor comes with answers given before. What is `rare`
    differs little from another place, and is not looked at in each run.
    """

    name: str
    path: str
    steps: tuple[Steps, ...] = ()
    status: int = 200
    kilobytes: float = 40.0
    answered: bool = False
    rare: bool = False

    def __str__(self) -> str:
        return self.name

    def open(self, page: Page) -> None:
        """Go there as a visitor does."""
        page.goto(self.path)
        for step in self.steps:
            step(page)


SHEET, SIGNS = "/plan/sheet", "/plan/signs"
"""All questions on one page; and the beginning of the interview."""


IN_A_LETTER = "What is the first treatment for a pars defect?"
"""What the one document of the library answers."""


def danger_ticked(page: Page) -> None:
    """Say in the sheet that a danger sign is there."""
    answer(page, "rf_saddle_numb", "Yes")
    submit(page, "Make the plan")


def open_note(page: Page) -> None:
    """Open what stands behind a sentence on which sources disagree."""
    page.locator(".mark:has(.splitsign)").first.click()


def mistyped(page: Page) -> None:
    """Type words where a number is asked for."""
    reply(page, "age_years", "sixteen")


FIRST = 14.6
"""What the first packets of a connection carry, in kilobytes: a page on which a visit may begin comes with them."""

PLACES = (
    Place("home", "/", kilobytes=FIRST),
    Place("home-clinical", "/?reader=surgeon", rare=True),
    Place("guide", "/guide", kilobytes=FIRST),
    Place("chapter", "/guide/what-it-is"),
    Place("chapter-note-open", "/guide/natural-history", (open_note,)),
    Place("chapter-clinical", "/guide/surgery?reader=surgeon", rare=True),
    Place("chapter-signs", "/guide/seek-help-now?reader=parent", rare=True),
    Place("claim", "/claims/PD-066"),
    Place("glossary", "/glossary", rare=True),
    Place("editorial", "/editorial", rare=True),
    Place("library", "/library", kilobytes=FIRST),
    Place("library-found", "/library?q=rest", rare=True),
    Place("publications", "/library/publications?page=2", rare=True),
    Place("document", "/library", (following("clinic one"),), rare=True),
    Place(
        "document-cited",
        "/ask",
        (
            asking(IN_A_LETTER),
            following("Open at this place"),
        ),
        rare=True,
    ),
    Place("ask", "/ask", kilobytes=FIRST),
    Place("ask-answer", "/ask", (asking("What is the treatment for a pars defect?"),)),
    Place("ask-disagreement", "/ask", (asking("How common is a pars defect?"),)),
    Place("ask-document", "/ask", (asking(IN_A_LETTER),), rare=True),
    Place("ask-clarify", "/ask", (asking("Should I have surgery?"),), rare=True),
    Place("ask-facts", "/ask", (asking("My 14 year old has a pars defect. Does a brace help?"),), rare=True),
    Place("ask-several", "/ask", (asking("Does a brace help and when can I go back to sport?"),), rare=True),
    Place("ask-abstain", "/ask", (asking("What is the capital of France?"),)),
    Place("ask-care", "/ask", (asking("My foot has been getting weaker for two weeks"),)),
    Place("ask-emergency", "/ask", (asking("I can't pee and my groin is numb"),), kilobytes=FIRST),
    Place("ask-error", "/ask", (asking("   "),), status=422, rare=True),
    Place("sheet", SHEET, rare=True),
    Place("sheet-error", SHEET, (filling({"age_years": "sixteen"}),), status=422, rare=True),
    Place("sheet-alarm", SHEET, (danger_ticked,), rare=True),
    Place("sheet-danger-open", SHEET, (pressing("Make the plan"),), rare=True),
    Place("sheet-plan", SHEET, (filling(SETTLED),), rare=True),
    Place("sheet-asks", SHEET, (filling(UNSETTLED),), rare=True),
    Place("sheet-unsettled", SHEET, (no_scans, filling(UNSETTLED)), rare=True),
    Place("plan", "/plan", kilobytes=FIRST),
    Place("example", "/plan/example", rare=True),
    Place("example-clinical", "/plan/example/2?reader=primary-care-clinician", rare=True),
    Place("interview-first", SIGNS, kilobytes=FIRST),
    Place("interview-unsaid", SIGNS, (pressing("Continue"),), status=422),
    Place("interview-lost", "/plan/check", status=404, rare=True),
    Place(
        "interview-choice", SIGNS, (out_of_danger, replying(SETTLED, until="defect_status")), kilobytes=FIRST, rare=True
    ),
    Place("interview-number", SIGNS, (out_of_danger, replying(SETTLED, until="age_years")), rare=True),
    Place(
        "interview-error", SIGNS, (out_of_danger, replying(SETTLED, until="age_years"), mistyped), status=422, rare=True
    ),
    Place("interview-check", "/plan/check", answered=True),
    Place("plan-result", "/plan/result", answered=True),
    Place("plan-clinical", "/plan/result?reader=surgeon", answered=True, rare=True),
    Place("plan-alarm", SIGNS, (in_danger,), kilobytes=FIRST),
    Place("plan-forgotten", SIGNS, (out_of_danger, pressing("Forget my answers")), rare=True),
    Place("ask-beside-plan", "/ask", (asking("What should I do next?"),), answered=True, rare=True),
    Place("procedures", "/procedures", rare=True),
    Place("procedure", "/procedures/direct-repair"),
    Place("procedure-dated", "/procedures/fusion?on=2027-01-15", rare=True),
    Place("procedure-error", "/procedures/fusion?on=soon", status=422),
    Place("programme", "/procedures/conservative-programme?reader=physiotherapist", rare=True),
    Place("choices", "/choices", rare=True),
    Place("choice", "/choices/repair-or-fusion", rare=True),
    Place("about", "/about", kilobytes=FIRST),
    Place("about-decides", "/about/how-it-decides", rare=True),
    Place("about-proofs", "/about/proofs", rare=True),
    Place("about-data", "/about/data", rare=True),
    Place("about-privacy", "/about/privacy", rare=True),
    Place("about-accessibility", "/about/accessibility", rare=True),
    Place("about-api", "/about/api", rare=True),
    Place("about-parts", "/about/parts", rare=True),
    Place("signs", "/signs", kilobytes=FIRST),
    Place("signs-chosen-dark", "/signs?theme=dark", rare=True),
    Place("nowhere", "/nowhere", status=404, kilobytes=FIRST),
)
