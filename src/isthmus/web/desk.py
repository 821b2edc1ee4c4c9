"""What every page needs at hand: the knowledge, the reader's documents, and the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from isthmus.condition import Condition
from isthmus.corpus import Document, Library

__all__ = ["Desk", "Here"]


@dataclass(frozen=True)
class Desk:
    """The condition served, a library of documents if one was given, and who tells the day."""

    condition: Condition
    library: Library | None
    today: Callable[[], date]

    def document(self, name: str) -> Document | None:
        """Find a stored document by its id; nothing outside the library can be named."""
        documents = self.library.documents if self.library else ()
        return next((document for document in documents if document.id == name), None)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


Here = Annotated[Desk, Depends(_desk)]
"""The desk of the application that answers a request."""
