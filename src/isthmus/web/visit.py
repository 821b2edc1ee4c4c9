"""Who visits: the reader they chose to be, how pages look to them, and what they answered so far."""

from dataclasses import dataclass
from typing import Annotated, Literal, cast

from fastapi import Depends
from starlette.requests import Request

from isthmus.guide import Audience
from isthmus.web.sessions import Session, Sessions

__all__ = ["Theme", "Visit", "Visiting", "visit_of"]

Theme = Literal["auto", "light", "dark"]
"""The colours: as the device has them, or as the visitor chose."""


@dataclass
class Visit:
    """A visitor of one request.

    `session` is None until something is answered or asked: who only reads leaves nothing in our memory. It `is_lost`
    where the browser remembers one that we no longer do.
    """

    reader: Audience
    theme: Theme
    session: Session | None
    sessions: Sessions
    is_lost: bool = False

    def begin(self) -> Session:
        """Go on with the session, or begin one."""
        self.session = self.session or self.sessions.begin()
        return self.session

    def forget(self) -> None:
        """Forget what was answered and asked; the reader and the colours stay."""
        if self.session:
            self.sessions.forget(self.session)
        self.session = None

    def cookie(self) -> str:
        """Say the visit as the value of our cookie."""
        return f"{self.reader.id}.{self.theme}.{self.session.id if self.session else ''}"


def visit_of(request: Request) -> Visit:
    """Find the visit of a request."""
    return cast("Visit", request.state.visit)


Visiting = Annotated[Visit, Depends(visit_of)]
"""The visit of a request."""
