"""The guide in the terminal: chapters of sentences, each with its footnotes."""

from isthmus.cli.footnotes import footnotes, said, terms
from isthmus.cli.terminal import Terminal
from isthmus.present import GuidePage

__all__ = ["show_guide"]


def show_guide(page: GuidePage) -> None:
    """Print the guide for a person to read."""
    terminal = Terminal()
    terminal.title(page.condition, f"The guide for {page.reader}; words: {page.review.line()}. {page.review.says}")
    terminal.section("Safety", [said(told) for told in page.safety])
    for chapter in page.chapters:
        terminal.section(chapter.title, [said(told) for told in chapter.sentences])
    terminal.section("Words", terms(page.terms))
    terminal.section("Sources", footnotes(page.sources))
    terminal.quiet(page.notice)
