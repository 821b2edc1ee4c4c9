"""Everything readers are told of one condition, found by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from isthmus.errors import UnknownName, nearest
from isthmus.guide.drawings import Drawing
from isthmus.guide.model import Audience, Chapter, ChapterTitle, Choice, Editorial, Guide, Procedure, Sentence, Term
from isthmus.terms import AudienceId, ClaimId

__all__ = ["GuideBook"]

K = TypeVar("K", bound=str)
V = TypeVar("V")


@dataclass(frozen=True)
class GuideBook:
    """All that readers are told of one condition; `plain` says claims to readers of the plain register."""

    audiences: Mapping[AudienceId, Audience]
    chapters: tuple[ChapterTitle, ...]
    guides: Mapping[AudienceId, Guide]
    procedures: Mapping[str, Procedure]
    choices: Mapping[str, Choice]
    terms: tuple[Term, ...]
    editorial: Editorial
    drawings: tuple[Drawing, ...] = ()
    plain: Mapping[ClaimId, Sentence] = field(default_factory=dict)

    def audience(self, name: str) -> Audience:
        """Find an audience.

        Raises:
            UnknownName: There is none of this name.
        """
        return _found(name, self.audiences, "audience")

    def plainly(self, claim: ClaimId, audience: Audience) -> Sentence | None:
        """Say a claim in plain words; None for a reader of the clinical register, who has it as it is kept."""
        return self.plain.get(claim) if audience.register == "plain" else None

    def chapter(self, name: str, audience: Audience) -> Chapter:
        """Find a chapter in an audience's words.

        Raises:
            UnknownName: There is none of this name.
        """
        return _found(name, {chapter.id: chapter for chapter in self.guides[audience.id].chapters}, "chapter")

    def procedure(self, name: str) -> Procedure:
        """Find a procedure.

        Raises:
            UnknownName: There is none of this name.
        """
        return _found(name, self.procedures, "procedure")

    def choice(self, name: str) -> Choice:
        """Find a decision aid.

        Raises:
            UnknownName: There is none of this name.
        """
        return _found(name, self.choices, "choice")

    def term(self, name: str) -> Term:
        """Find a term of the glossary by any of the ways it is written, in any letters.

        Raises:
            UnknownName: There is none that is written so.
        """
        ways = {way.lower(): term for term in self.terms for way in (*term.written(), *term.misspellings)}
        named = {term.term.lower(): term for term in self.terms}
        return _found(name.lower(), ways | named, "term", otherwise="Run: isthmus glossary")


def _found(name: str, known: Mapping[K, V], kind: str, otherwise: str | None = None) -> V:
    there = {str(key): value for key, value in known.items()}
    if name not in there:
        remedy = nearest(name, there, otherwise=otherwise or f"Name one of: {', '.join(there)}.")
        raise UnknownName(f"There is no {kind} `{name}`.", where=kind, remedy=remedy)
    return there[name]
