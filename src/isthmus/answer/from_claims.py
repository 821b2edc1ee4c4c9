"""Answers from the claims of a condition: those that answer what is asked, verified, in the reader's words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from isthmus.answer.claim_shelf import ClaimShelf
from isthmus.answer.compose import Row, from_claim, in_order
from isthmus.answer.disagree import fought_over, on_points
from isthmus.answer.model import Statement
from isthmus.answer.phrasing import Phrasing
from isthmus.answer.question import Asked
from isthmus.answer.select import choose_claims
from isthmus.answer.stage import asks_for_whole_treatment
from isthmus.answer.told import NOTHING, Told
from isthmus.answer.verify import Stored
from isthmus.claims import Evidence
from isthmus.search import Thesaurus
from isthmus.terms import AudienceId, ClaimId

__all__ = ["ClaimTeller"]


class ClaimTeller:
    """Says what the claims of a condition answer.

    Args:
        evidence: The claims.
        thesaurus: The words that mean the same.
        phrasing: The words of each audience.
        stored: Against which every statement is held before it is said.
    """

    def __init__(self, evidence: Evidence, thesaurus: Thesaurus, phrasing: Phrasing, stored: Stored) -> None:
        self._evidence = evidence
        self._thesaurus = thesaurus
        self._phrasing = phrasing
        self._stored = stored
        self._shelf = ClaimShelf(evidence, thesaurus)

    def tell(self, asked: Asked, audience: AudienceId) -> Told:
        """Answer one question; nothing where the claims do not answer it.

        Args:
            asked: The question.
            audience: Who reads it.
        """
        known = [fact.feature for fact in asked.facts]
        choice = choose_claims(asked, self._shelf, self._thesaurus, known)
        if not choice.sufficient:
            return NOTHING
        points = choice.points or (fought_over(choice.claims, self._evidence) if asked.disputed else ())
        staged = asks_for_whole_treatment(asked, self._evidence.lexicon)
        ordered = in_order(choice.claims, self._evidence, staged=staged)
        rows = ordered if staged else _question_by_question(ordered, asked, choice.answers)
        said = [from_claim(self._evidence.claims[claim], stage, self._evidence) for stage, claim in rows]
        placed = (replace(one, question=choice.answers.get(one.claim or ClaimId(""))) for one in said)
        return Told(
            statements=self._verified(placed, asked, audience),
            topics=tuple(self._evidence.claims[claim].topic for _, claim in rows),
            disagreements=on_points(points, choice.claims, self._evidence),
            depends=choice.depends,
        )

    def say(self, claims: Iterable[ClaimId], asked: Asked, audience: AudienceId) -> tuple[Statement, ...]:
        """Say claims that others chose; those that may not be shown are left out."""
        known = (self._evidence.claims[claim] for claim in claims if claim in self._evidence.claims)
        return self._verified((from_claim(claim, None, self._evidence) for claim in known), asked, audience)

    def _verified(self, said: Iterable[Statement], asked: Asked, audience: AudienceId) -> tuple[Statement, ...]:
        return self._phrasing.of(filter(self._stored.holds, said), asked, audience)


def _question_by_question(rows: Sequence[Row], asked: Asked, answers: Mapping[ClaimId, str]) -> Sequence[Row]:
    """Keep together what answers each of several questions, in the order in which they are asked."""
    turns = [part.text for part in asked.parts]
    return sorted(rows, key=lambda row: turns.index(answers[row[1]])) if answers else rows
