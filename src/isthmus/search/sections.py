"""Documents in sections: runs of neighbouring passages that are found together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from isthmus.corpus import Passage

__all__ = ["Section", "sections_of"]

_MOST_CHARACTERS = 3_000
_LEAD_CHARACTERS = 160


@dataclass(frozen=True)
class Section:
    """Neighbouring passages under one heading, and what says what they are about.

    `title` is that of the document; `lead` its first words, and the heading: a passage need not repeat them.
    """

    title: str
    lead: str
    heading: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Give the words of all its passages."""
        return "\n".join(passage.text for passage in self.passages)


def sections_of(title: str, passages: Sequence[Passage]) -> Iterator[Section]:
    """Put the passages of one document into sections.

    A new section begins at each heading, and where one has grown as long as two pages of print.

    Args:
        title: The title of the document; may be empty.
        passages: All its passages, in order.
    """
    opening = passages[0].text[:_LEAD_CHARACTERS] if passages else ""
    for run in _runs(passages):
        heading = run[0].heading or ""
        yield Section(title, f"{opening} {heading}", heading, tuple(run))


def _runs(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    run: list[Passage] = []
    length = 0
    for passage in passages:
        if run and (passage.heading != run[0].heading or length + len(passage.text) > _MOST_CHARACTERS):
            yield run
            run, length = [], 0
        run.append(passage)
        length += len(passage.text)
    if run:
        yield run
