"""Answers a question from the claims of a condition or the documents of a library, or says why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from isthmus.answer.compose import follow_up, from_claim, stated
from isthmus.answer.disagree import claims_on_points, on_asked_point
from isthmus.answer.evidence import Candidate, ClaimShelf, LibraryShelf, Shelf
from isthmus.answer.model import Answer, Statement
from isthmus.answer.question import Asked, clean, understand
from isthmus.answer.select import choose
from isthmus.answer.stage import asks_for_whole_treatment, by_stage
from isthmus.answer.verify import holds
from isthmus.answer.watch import first_watch
from isthmus.claims import Claim, Evidence, Watch
from isthmus.corpus import Library
from isthmus.search import Thesaurus
from isthmus.terms import AudienceId, StageId

__all__ = ["Respondent", "ask"]

_PATIENT = AudienceId("patient")


def ask(
    question: str, evidence: Evidence, *, library: Library | None = None, audience: AudienceId = _PATIENT
) -> Answer:
    """Answer one question; see `Respondent.ask`. For many questions keep a `Respondent`."""
    return Respondent(evidence, library).ask(question, audience)


class Respondent:
    """Everything that can be asked about a condition, indexed once and ready for any number of questions."""

    def __init__(self, evidence: Evidence, library: Library | None = None) -> None:
        lexicon = evidence.lexicon
        rows = [lexicon.condition, *lexicon.synonyms]
        alone = [(word,) for word in lexicon.elsewhere]
        self._evidence = evidence
        self._thesaurus = Thesaurus.of([*(row.words for row in rows), *alone], lexicon.filler)
        self._people = frozenset(lexicon.people)
        self._documents = {str(document.id): document for document in library.documents} if library else {}
        self._shelves: list[Shelf] = [LibraryShelf(library, self._thesaurus, lexicon.leaning)] if library else []
        self._shelves.append(ClaimShelf(evidence, self._thesaurus))

    def ask(self, question: str, audience: AudienceId = _PATIENT) -> Answer:
        """Answer a question, send to care, or say why there is no answer.

        A library answers when it can; otherwise the claims do. Whatever is shown stands in the source it cites.

        Args:
            question: In anybody's words, up to 10,000 characters.
            audience: Who reads it.

        Raises:
            InvalidQuestion: It is empty, too long, or holds no words.
        """
        text = clean(question)
        asked = understand(text, self._evidence.lexicon, self._thesaurus)
        nothing = self._nothing(asked, audience)
        watch = first_watch(asked.words, self._evidence.lexicon)
        if watch is not None:
            return self._watched(watch, nothing)
        for shelf in self._shelves:
            said = self._look_up(asked, shelf)
            if said:
                return self._answer(asked, said, nothing)
        return nothing

    def _look_up(self, asked: Asked, shelf: Shelf) -> "tuple[_Said, ...]":
        if asks_for_whole_treatment(asked, self._evidence.lexicon):
            return self._staged(asked, shelf)
        found = shelf.find(asked.concepts, asked.names)
        choice = choose(asked, found, claims_on_points(asked, self._evidence), self._people)
        return self._verified((None, candidate) for candidate in choice.candidates) if choice.sufficient else ()

    def _staged(self, asked: Asked, shelf: Shelf) -> "tuple[_Said, ...]":
        lexicon = self._evidence.lexicon
        staged = by_stage(asked, shelf, lexicon, self._thesaurus)
        return self._verified((entry.stage, entry.candidate) for entry in staged)

    def _verified(self, rows: Iterable[tuple[StageId | None, Candidate]]) -> "tuple[_Said, ...]":
        said = (_Said(stated(c, stage, self._evidence, self._documents), c) for stage, c in rows)
        return tuple(s for s in said if holds(s.statement, self._evidence, self._documents))

    def _answer(self, asked: Asked, said: "Sequence[_Said]", nothing: Answer) -> Answer:
        claims = [s.candidate.origin for s in said if isinstance(s.candidate.origin, Claim)]
        disagreements = on_asked_point(asked, claims, self._evidence)
        topics = [*(claim.topic for claim in claims), *asked.topics] or [self._evidence.lexicon.topics[0].id]
        return replace(
            nothing,
            behaviour="answer_with_disagreement" if disagreements else "answer",
            reason=None,
            statements=tuple(s.statement for s in said),
            disagreements=disagreements,
            follow_up=follow_up(topics, self._evidence.lexicon),
        )

    def _watched(self, watch: Watch, nothing: Answer) -> Answer:
        claims = [self._evidence.claims[claim] for claim in watch.claims]
        return replace(
            nothing,
            behaviour=watch.behaviour,
            reason=watch.reason,
            statements=tuple(from_claim(claim, None, self._evidence) for claim in claims),
            follow_up=watch.follow_up,
        )

    def _nothing(self, asked: Asked, audience: AudienceId) -> Answer:
        lexicon = self._evidence.lexicon
        ours = asked.names or asked.topics
        return Answer(
            question=asked.text,
            audience=audience,
            behaviour="abstain",
            reason=lexicon.no_evidence if ours else lexicon.out_of_scope,
            statements=(),
            disagreements=(),
            follow_up=(),
            notice=self._evidence.notice,
        )


@dataclass(frozen=True)
class _Said:
    statement: Statement
    candidate: Candidate
