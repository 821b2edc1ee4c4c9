"""Answers a question from the claims of a condition or the documents of a library, or says why not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from isthmus.answer.compose import clarified, follow_up, from_claim, in_order, stated
from isthmus.answer.disagree import on_asked_point, on_points
from isthmus.answer.documents import DocumentShelf
from isthmus.answer.evidence import Candidate, ClaimShelf, keys_of
from isthmus.answer.model import Answer, Statement
from isthmus.answer.question import Asked, clean
from isthmus.answer.select import choose_claims
from isthmus.answer.several import together
from isthmus.answer.stage import asks_for_whole_treatment, by_stage
from isthmus.answer.thread import clean_thread, watch_in_thread
from isthmus.answer.understand import Understanding
from isthmus.answer.verify import Stored, tells
from isthmus.answer.writing import SomeAnswer, Writer, rewrite
from isthmus.claims import Claim, Disagreement, Evidence, Watch
from isthmus.corpus import Document, Library, Sentence
from isthmus.search import PassageIndex, Thesaurus, stems
from isthmus.terms import AudienceId, ClaimId, StageId

__all__ = ["Respondent", "ask"]

_PATIENT = AudienceId("patient")
_SEVERAL = 2
_NO_PHRASES: Mapping[ClaimId, str] = MappingProxyType({})
_NO_READERS: Mapping[AudienceId, Mapping[ClaimId, str]] = MappingProxyType({})


def ask(
    question: str,
    evidence: Evidence,
    *,
    library: Library | None = None,
    audience: AudienceId = _PATIENT,
    phrases: Mapping[ClaimId, str] = _NO_PHRASES,
) -> Answer:
    """Answer one question; see `Respondent`. For many questions keep one.

    Args:
        question: In anybody's words.
        evidence: What is known of the condition.
        library: Documents to answer from first.
        audience: Who reads it.
        phrases: Claims in the words of this audience.
    """
    return Respondent(evidence, library, {audience: phrases}).ask(question, audience)


class Respondent:
    """Everything that can be asked about a condition, indexed once and ready for any number of questions.

    Args:
        evidence: What is known of the condition.
        library: Documents to answer from first.
        phrases: For each audience, claims in its own words; a claim without them is said as it is kept, and so is one
            whose words say anything that it does not.
        writer: A language model that may put the statements of an answer into sentences, if anybody wants one.
    """

    def __init__(
        self,
        evidence: Evidence,
        library: Library | None = None,
        phrases: Mapping[AudienceId, Mapping[ClaimId, str]] = _NO_READERS,
        writer: Writer | None = None,
    ) -> None:
        lexicon = evidence.lexicon
        rows = [lexicon.condition, *lexicon.synonyms]
        alone = [(word,) for word in lexicon.elsewhere]
        self._evidence = evidence
        self._phrases = phrases
        self._titles = {topic.id: topic.title for topic in lexicon.topics}
        self._thesaurus = Thesaurus.of([*(row.words for row in rows), *alone], lexicon.filler)
        self._understanding = Understanding(evidence, self._thesaurus)
        self._writer = writer
        self._told: dict[tuple[ClaimId, str], bool] = {}
        self._document: Callable[[str], Document | None] = library.document if library else lambda _: None
        self._stored = Stored(evidence, self._document)
        self._library = (
            DocumentShelf(library, PassageIndex.over(library), self._thesaurus, lexicon) if library else None
        )
        self._claims = ClaimShelf(evidence, self._thesaurus)

    def ask(self, question: str, audience: AudienceId = _PATIENT, thread: Sequence[str] = ()) -> Answer:
        """Answer a question, send to care, or say why there is no answer.

        A library answers when it can; otherwise the claims do. Whatever is shown stands in the source it cites.

        Args:
            question: In anybody's words, up to 10,000 characters.
            audience: Who reads it.
            thread: What was asked before in the same conversation, oldest first; at most 50 questions.

        Raises:
            InvalidQuestion: It, or a question before it, is empty, too long, or holds no words.
        """
        before = clean_thread(thread)
        asked = self._understanding.of(clean(question), before)
        nothing = self._nothing(asked, audience)
        watch = watch_in_thread(asked, before, self._evidence)
        if watch is not None:
            return self._clarified(watch, asked, nothing) or self._watched(watch, asked, nothing)
        answer = self._from_library(asked, nothing) or self._from_claims(asked, nothing)
        return answer if answer.statements else nothing

    def _clarified(self, watch: Watch, asked: Asked, nothing: Answer) -> Answer | None:
        """Where facts are missing, say what holds anyway of what is asked, rather than the same to everybody."""
        if watch.behaviour != "clarify":
            return None
        answer = self._from_claims(asked, nothing)
        follow_up = answer.follow_up if answer.behaviour == "clarify" else watch.follow_up
        said = answer.statements and replace(
            answer, behaviour="clarify", reason=watch.reason, follow_up=follow_up, disagreements=()
        )
        return said or None

    def _from_library(self, asked: Asked, nothing: Answer) -> Answer | None:
        if self._library is None:
            return None
        one = partial(self._answer_if_any, shelf=self._library, nothing=nothing)
        answer = self._of_parts(asked, nothing, one) or one(asked)
        return answer if answer.statements else None

    def _from_claims(self, asked: Asked, nothing: Answer) -> Answer:
        one = partial(self._chosen, nothing=nothing)
        return self._of_parts(asked, nothing, one) or one(asked)

    def _chosen(self, asked: Asked, nothing: Answer) -> Answer:
        choice = choose_claims(asked, self._claims, self._thesaurus, [fact.feature for fact in asked.facts])
        if not choice.sufficient:
            return nothing
        rows = in_order(choice.claims, self._evidence, staged=asks_for_whole_treatment(asked, self._evidence.lexicon))
        said = self._verified((stage, self._claims.candidate(claim)) for stage, claim in rows)
        answer = self._answer(asked, said, nothing, on_points(choice.points, choice.claims, self._evidence))
        answers = (replace(one, question=choice.answers.get(one.claim or ClaimId(""))) for one in answer.statements)
        answer = replace(answer, statements=tuple(answers))
        return clarified(answer, choice.depends, self._evidence.facets) if choice.depends else answer

    def written(self, answer: SomeAnswer) -> SomeAnswer:
        """Let the writer say an answer, if there is one; the last step, when it is settled what is done."""
        return rewrite(answer, self._writer, self._evidence)

    def say(self, claims: Iterable[ClaimId], answer: Answer) -> tuple[Statement, ...]:
        """Say claims beside an answer, in the words of its reader; those that may not be shown are left out."""
        asked = self._understanding.of(answer.question)
        known = (self._evidence.claims[claim] for claim in claims if claim in self._evidence.claims)
        said = (from_claim(claim, None, self._evidence) for claim in known)
        return self._phrased(filter(self._stored.holds, said), asked, answer.audience)

    def may_be_settled(self, answer: Answer) -> bool:
        """Whether facts about a person could lead on from an answer: not where it was refused, whoever asks."""
        return answer.behaviour != "abstain" or answer.reason == self._evidence.guard.no_evidence

    @property
    def unsettled(self) -> str:
        """Why a question for the next step is met with questions while facts are missing."""
        return self._evidence.asking.unsettled

    def _of_parts(self, asked: Asked, nothing: Answer, one: Callable[[Asked], Answer]) -> Answer | None:
        """Answer several questions one by one; None unless more than one of them has an answer of its own."""
        answers = [(part.text, one(part)) for part in asked.parts]
        told = [answer.behaviour for _, answer in answers if answer.statements]
        return together(answers, nothing) if len(told) >= _SEVERAL and "clarify" not in told else None

    def _answer_if_any(self, asked: Asked, shelf: DocumentShelf, nothing: Answer) -> Answer:
        said = self._look_up(asked, shelf)
        return self._answer(asked, said, nothing) if said else nothing

    def _look_up(self, asked: Asked, shelf: DocumentShelf) -> "tuple[_Said, ...]":
        if asks_for_whole_treatment(asked, self._evidence.lexicon):
            return self._staged(asked, shelf)
        return self._verified((None, quoted.candidate) for quoted in shelf.answer(asked))

    def _staged(self, asked: Asked, shelf: DocumentShelf) -> "tuple[_Said, ...]":
        lexicon = self._evidence.lexicon
        staged = by_stage(asked, shelf, lexicon, self._thesaurus)
        return self._verified((entry.stage, entry.candidate) for entry in staged)

    def _verified(self, rows: Iterable[tuple[StageId | None, Candidate]]) -> "tuple[_Said, ...]":
        chosen = list(rows)
        origins = (c.origin for _, c in chosen if isinstance(c.origin, Sentence))
        found = (self._document(key) for key in {origin.document for origin in origins})
        documents = {str(document.id): document for document in found if document}
        said = (_Said(stated(c, stage, self._evidence, documents), c) for stage, c in chosen)
        return tuple(s for s in said if self._stored.holds(s.statement))

    def _answer(
        self,
        asked: Asked,
        said: "Sequence[_Said]",
        nothing: Answer,
        disagreements: tuple[Disagreement, ...] | None = None,
    ) -> Answer:
        claims = [s.candidate.origin for s in said if isinstance(s.candidate.origin, Claim)]
        if disagreements is None:
            disagreements = on_asked_point(asked, claims, self._evidence)
        topics = [*(claim.topic for claim in claims), *asked.topics] or [self._evidence.lexicon.topics[0].id]
        return replace(
            nothing,
            behaviour="answer_with_disagreement" if disagreements else "answer",
            reason=None,
            statements=self._phrased((s.statement for s in said), asked, nothing.audience),
            disagreements=disagreements,
            follow_up=follow_up(topics, self._evidence.lexicon),
        )

    def _watched(self, watch: Watch, asked: Asked, nothing: Answer) -> Answer:
        said = (from_claim(self._evidence.claims[claim], None, self._evidence) for claim in watch.claims)
        return replace(
            nothing,
            behaviour=watch.behaviour,
            reason=watch.reason,
            statements=self._phrased(filter(self._stored.holds, said), asked, nothing.audience),
            follow_up=watch.follow_up,
        )

    def _phrased(self, statements: Iterable[Statement], asked: Asked, audience: AudienceId) -> tuple[Statement, ...]:
        """Say claims in the reader's own words; the quote of each citation stays as the claim is kept."""
        phrases = self._phrases.get(audience, _NO_PHRASES)
        return tuple(self._in_words_of(phrases, said, asked) for said in statements)

    def _in_words_of(self, phrases: Mapping[ClaimId, str], said: Statement, asked: Asked) -> Statement:
        """Say a claim as a reader's guide does, unless that leaves out the very thing that was asked for.

        In its chapter a guide need not repeat what the chapter is about; here nothing else says it. So where the claim
        holds a word of its topic's title, or of the question, its phrase has to speak of that too.
        """
        phrase = phrases.get(said.claim) if said.claim else None
        claim = self._evidence.claims[said.claim] if said.claim else None
        if phrase is None or claim is None or not self._tells(phrase, claim):
            return said
        held, told = set(stems(claim.text)), keys_of(phrase, self._thesaurus)
        of_title = filter(self._thesaurus.narrows, self._thesaurus.concepts(stems(self._titles[claim.topic])))
        shared = ([c.key for c in concepts if held.issuperset(c.said)] for concepts in (of_title, asked.concepts))
        return replace(said, text=phrase) if all(not keys or told.intersection(keys) for keys in shared) else said

    def _tells(self, phrase: str, claim: Claim) -> bool:
        """Tell whether a reader's words hold against their claim; each is weighed once."""
        key = (claim.id, phrase)
        if key not in self._told:
            self._told[key] = tells(phrase, claim, self._evidence)
        return self._told[key]

    def _nothing(self, asked: Asked, audience: AudienceId) -> Answer:
        guard = self._evidence.guard
        ours = asked.names or asked.topics
        return Answer(
            question=asked.text,
            audience=audience,
            behaviour="abstain",
            reason=guard.no_evidence if ours else guard.out_of_scope,
            statements=(),
            disagreements=(),
            follow_up=(),
            notice=self._evidence.notice,
            facts=asked.facts,
            kind=asked.kind,
            suggested_audience=asked.audience,
            seeks_next=asked.seeks_next,
        )


@dataclass(frozen=True)
class _Said:
    statement: Statement
    candidate: Candidate
