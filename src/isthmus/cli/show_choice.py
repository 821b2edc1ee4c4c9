"""A decision aid in the terminal: its options side by side where there is room, one below the other where not."""

from collections.abc import Callable, Iterable, Sequence

from rich.text import Text

from isthmus.cli.footnotes import footnotes, said, terms
from isthmus.cli.terminal import Terminal
from isthmus.present import ChoicePage, OptionTold, Told

__all__ = ["show_choice"]

_ROWS: Sequence[tuple[str, Callable[[OptionTold], Iterable[Told]]]] = (
    ("What it is", lambda option: option.what),
    ("Good sides", lambda option: (fact.says for fact in option.benefits)),
    ("Bad sides", lambda option: (fact.says for fact in option.harms)),
    ("What it is like", lambda option: option.like),
)


def show_choice(page: ChoicePage) -> None:
    """Print a decision aid for a person to read."""
    terminal = Terminal()
    terminal.title(
        page.title,
        f"A choice in {page.condition}, for {page.reader}; words: {page.review.line()}. {page.review.says}",
    )
    terminal.section("The condition", _all(page.about))
    terminal.section("The decision", _all(page.decision))
    heads = [option.title for option in page.options]
    rows = [(label, [_all(part(option)) for option in page.options]) for label, part in _ROWS]
    terminal.side_by_side(heads, rows)
    terminal.section("What matters to you", _all(page.values))
    terminal.section("What is uncertain", _all(page.uncertain))
    terminal.section("How this is kept up to date", _all(page.updates))
    terminal.section("Who pays for this", _all(page.funding))
    terminal.section("Words", terms(page.terms))
    terminal.section("Sources", footnotes(page.sources))
    terminal.quiet(page.notice)


def _all(sentences: Iterable[Told]) -> list[Text]:
    return [said(told) for told in sentences]
