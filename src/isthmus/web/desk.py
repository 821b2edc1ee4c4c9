"""What every page needs at hand: the knowledge, the reader's documents, and the day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from isthmus.advise import Advice, Adviser, Planned
from isthmus.answer import Writer
from isthmus.condition import Condition, Handbook, adviser
from isthmus.corpus import Document
from isthmus.guide import Register
from isthmus.plan import Interview
from isthmus.present import Glossary, glossary_of
from isthmus.search import PassageIndex

__all__ = ["Desk", "Here"]


@dataclass(frozen=True, eq=False)  # one desk is no other: by it is kept what was once made at it
class Desk:
    """The condition served, what readers are told of it, the passages of a library, who tells the day, who answers, who asks."""

    condition: Condition
    handbook: Handbook
    index: PassageIndex | None
    today: Callable[[], date]
    adviser: Adviser
    interview: Interview

    @classmethod
    def of(
        cls,
        condition: Condition,
        handbook: Handbook,
        index: PassageIndex | None,
        today: Callable[[], date],
        writer: Writer | None = None,
    ) -> "Desk":
        """Set up a desk: everything that can be asked is indexed here, once."""
        return cls(condition, handbook, index, today, adviser(condition, index, writer), Interview(condition.pathway))

    def ask(
        self,
        question: str,
        audience: str = "patient",
        *,
        thread: Sequence[str] = (),
        case: Mapping[str, object] | Planned | None = None,
        today: date | None = None,
    ) -> Advice:
        """Answer a question from what was indexed once, when the application started, with the plan for its facts."""
        return self.adviser.ask(question, audience, today=today or self.today(), thread=thread, case=case)

    def glossary(self, register: Register) -> Glossary:
        """The words to tell on the spot, in one register."""
        return glossary_of(self.handbook.book.terms, register)

    def document(self, name: str) -> Document | None:
        """Find a stored document by its id; nothing outside the library can be named.

        Raises:
            UnusableLibrary: Its text is not what was stored.
        """
        return self.index.library.intact(name) if self.index else None


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


Here = Annotated[Desk, Depends(_desk)]
"""The desk of the application that answers a request."""
