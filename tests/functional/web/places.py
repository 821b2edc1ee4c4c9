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
    what its HTML and CSS may weigh, compressed.
    """

    name: str
    path: str
    steps: tuple[Steps, ...] = ()
    status: int = 200
    kilobytes: float = 40.0

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


def going(path: str) -> Steps:
    """Go on at another address."""

    def steps(page: Page) -> None:
        page.goto(path)

    return steps


def mistyped(page: Page) -> None:
    """Type words where a number is asked for."""
    reply(page, "age_years", "sixteen")


TOLD = (out_of_danger, replying(SETTLED))
"""Everything answered, up to the check of the answers."""

PLACES = (
    Place("home", "/"),
    Place("home-clinical", "/?reader=surgeon"),
    Place("guide", "/guide"),
    Place("chapter", "/guide/what-it-is"),
    Place("chapter-note-open", "/guide/natural-history", (open_note,)),
    Place("chapter-clinical", "/guide/surgery?reader=surgeon"),
    Place("chapter-signs", "/guide/seek-help-now?reader=parent"),
    Place("claim", "/claims/PD-066"),
    Place("glossary", "/glossary"),
    Place("editorial", "/editorial"),
    Place("library", "/library"),
    Place("library-found", "/library?q=rest"),
    Place("publications", "/library/publications"),
    Place("document", "/library", (following("clinic one"),)),
    Place(
        "document-cited",
        "/ask",
        (
            asking(IN_A_LETTER),
            following("Open at this place"),
        ),
    ),
    Place("ask", "/ask"),
    Place("ask-answer", "/ask", (asking("What is the treatment for a pars defect?"),)),
    Place("ask-disagreement", "/ask", (asking("How common is a pars defect?"),)),
    Place("ask-document", "/ask", (asking(IN_A_LETTER),)),
    Place("ask-clarify", "/ask", (asking("Should I have surgery?"),)),
    Place("ask-facts", "/ask", (asking("My 14 year old has a pars defect. Does a brace help?"),)),
    Place("ask-several", "/ask", (asking("Does a brace help and when can I go back to sport?"),)),
    Place("ask-abstain", "/ask", (asking("What is the capital of France?"),)),
    Place("ask-care", "/ask", (asking("My foot has been getting weaker for two weeks"),)),
    Place("ask-emergency", "/ask", (asking("I can't pee and my groin is numb"),)),
    Place("ask-error", "/ask", (asking("   "),), status=422),
    Place("sheet", SHEET),
    Place("sheet-error", SHEET, (filling({"age_years": "sixteen"}),), status=422),
    Place("sheet-alarm", SHEET, (danger_ticked,)),
    Place("sheet-danger-open", SHEET, (pressing("Make the plan"),)),
    Place("sheet-plan", SHEET, (filling(SETTLED),)),
    Place("sheet-asks", SHEET, (filling(UNSETTLED),)),
    Place("sheet-unsettled", SHEET, (no_scans, filling(UNSETTLED))),
    Place("plan", "/plan"),
    Place("example", "/plan/example"),
    Place("example-clinical", "/plan/example/2?reader=primary-care-clinician"),
    Place("interview-first", SIGNS),
    Place("interview-lost", "/plan/check", status=404),
    Place("interview-choice", SIGNS, (out_of_danger, replying(SETTLED, until="defect_status"))),
    Place("interview-number", SIGNS, (out_of_danger, replying(SETTLED, until="age_years"))),
    Place("interview-error", SIGNS, (out_of_danger, replying(SETTLED, until="age_years"), mistyped), status=422),
    Place("interview-check", SIGNS, (*TOLD,)),
    Place("plan-result", SIGNS, (*TOLD, following("Show the plan"))),
    Place("plan-clinical", f"{SIGNS}?reader=surgeon", (*TOLD, following("Show the plan"))),
    Place("plan-alarm", SIGNS, (in_danger,)),
    Place("plan-forgotten", SIGNS, (*TOLD, pressing("Forget my answers"))),
    Place("ask-beside-plan", SIGNS, (*TOLD, going("/ask"), asking("What should I do next?"))),
    Place("procedures", "/procedures"),
    Place("procedure", "/procedures/direct-repair"),
    Place("procedure-dated", "/procedures/fusion?on=2027-01-15"),
    Place("procedure-error", "/procedures/fusion?on=soon", status=422),
    Place("programme", "/procedures/conservative-programme?reader=physiotherapist"),
    Place("choices", "/choices"),
    Place("choice", "/choices/repair-or-fusion"),
    Place("about", "/about"),
    Place("about-decides", "/about/how-it-decides"),
    Place("about-proofs", "/about/proofs"),
    Place("about-data", "/about/data"),
    Place("about-privacy", "/about/privacy"),
    Place("about-accessibility", "/about/accessibility"),
    Place("about-api", "/about/api"),
    Place("about-parts", "/about/parts"),
    Place("signs", "/signs"),
    Place("signs-chosen-dark", "/signs?theme=dark"),
    Place("nowhere", "/nowhere", status=404),
)
