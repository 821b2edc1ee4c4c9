"""Sentences with the numbers of their sources, and the sources themselves, as the terminal shows them."""

from collections.abc import Iterable

from rich.text import Text

from isthmus.cli.terminal import QUIET, TITLE
from isthmus.present import Defined, Listed, Told

__all__ = ["footnotes", "said", "terms"]


def said(told: Told, before: str = "") -> Text:
    """Print a sentence, with what stands before it, and the numbers of its footnotes."""
    text = Text.assemble((f"{before} ", TITLE) if before else "", told.text)
    marks = ", ".join(str(mark.number) for mark in told.marks)
    return text.append(f" [{marks}]", style=QUIET) if marks else text


def terms(defined: Iterable[Defined]) -> list[Text]:
    """Print what the terms of a page mean."""
    return [Text.assemble((f"{item.term}: ", TITLE), item.means) for item in defined]


def footnotes(sources: Iterable[Listed]) -> list[Text]:
    """Print each source once, how much of it was read, and with which earlier one it is one witness."""
    return [_footnote(source) for source in sources]


def _footnote(source: Listed) -> Text:
    told = " ".join(_ended(part) for part in (source.title, source.published) if part)
    claims = ", ".join(dict.fromkeys(quote.claim for quote in source.quotes if quote.claim))
    text = Text(f"{source.number}. {told}")
    text.append(f" {claims}." if claims else "", style=QUIET)
    text.append(f" Read: {source.read}." if source.read else "", style=QUIET)
    return text.append(f" One witness with {source.same_as}." if source.same_as else "", style=QUIET)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
