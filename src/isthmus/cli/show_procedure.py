"""A procedure in the terminal: whom it suits, its good and bad sides, and its days in order."""

from collections.abc import Iterable

from rich.text import Text

from isthmus.cli.footnotes import footnotes, said, terms
from isthmus.cli.terminal import TITLE, Terminal
from isthmus.present import PhaseTold, ProcedurePage, Told
from isthmus.terms import long_date

__all__ = ["show_procedure"]


def show_procedure(page: ProcedurePage) -> None:
    """Print a procedure for a person to read."""
    terminal = Terminal()
    day = f"; the day is {long_date(page.on)}" if page.on else ""
    terminal.title(
        page.title, f"{page.condition}, for {page.reader}{day}; words: {page.review.line()}. {page.review.says}"
    )
    terminal.section("What it is", _all(page.what_it_is))
    terminal.section("Whom it suits", _all(page.who_it_suits))
    terminal.section("Whom it does not", _all(page.who_not))
    for variant in page.variants:
        terminal.section(variant.title, _all(variant.says))
    terminal.section("Good sides", [said(fact.says) for fact in page.benefits])
    terminal.section("Bad sides", [said(fact.says) for fact in page.harms])
    terminal.section("Prepare", [said(item.says, f"{item.when()}:") for item in page.prepare])
    terminal.section("The day", _all(page.the_day))
    terminal.section("Recovery", [said(page.recovery_of), *(line for phase in page.recovery for line in _phase(phase))])
    terminal.section("Warning signs", _all(page.warning_signs))
    terminal.section("Questions to ask", _all(page.questions))
    terminal.section("Words", terms(page.terms))
    terminal.section("Sources", footnotes(page.sources))
    terminal.quiet(page.notice)


def _all(sentences: Iterable[Told]) -> list[Text]:
    return [said(told) for told in sentences]


def _phase(phase: PhaseTold) -> list[Text]:
    heading = Text(f"{phase.title} ({phase.when()})", style=TITLE)
    return [heading, *(Text("  ").append_text(said(step)) for step in phase.steps)]
