"""What a writer is given, and what it hands in."""

from dataclasses import dataclass
from typing import Protocol

from isthmus.terms import AudienceId

__all__ = ["Brief", "Draft", "Drafted", "Writer"]


@dataclass(frozen=True)
class Brief:
    """A question, for whom it is answered, and the chosen statements, which count from 1."""

    question: str
    audience: AudienceId
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Drafted:
    """A sentence that is not trusted yet, with the numbers of the statements it says it rests on."""

    text: str
    rests_on: tuple[int, ...]


@dataclass(frozen=True)
class Draft:
    """What a writer handed in; `fault` says in one sentence why it is nothing."""

    sentences: tuple[Drafted, ...] = ()
    fault: str | None = None


class Writer(Protocol):
    """Something that writes sentences from statements, such as a language model. It never raises; it hands in a fault."""

    @property
    def model(self) -> str:
        """Name what writes, for the reader."""

    def write(self, brief: Brief) -> Draft:
        """Write sentences that each rest on some of the statements."""
