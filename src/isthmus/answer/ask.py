"""Answers a question from the claims of a condition and the documents of a library, or says why not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cache, partial
from types import MappingProxyType

from isthmus.answer.by_the_way import told_of_in_passing, without_asides
from isthmus.answer.compose import bearing_on, clarified, follow_up, merge
from isthmus.answer.facts import AskedBefore, Fact
from isthmus.answer.from_claims import ClaimTeller
from isthmus.answer.from_documents import DocumentTeller
from isthmus.answer.hear import refusal_of, sounds_answerable, told_of
from isthmus.answer.lasting import DangersIn, dangers_before, dangers_in, warning_of
from isthmus.answer.model import Answer, Statement
from isthmus.answer.phrasing import Phrases, Phrasing
from isthmus.answer.pieces import pieces_of
from isthmus.answer.question import Asked, clean
from isthmus.answer.refuse import Parted, part, part_joined, set_aside, with_refusals
from isthmus.answer.reply import asks_nothing, denies_all, is_courtesy, says_yes_or_no
from isthmus.answer.several import together
from isthmus.answer.thread import clean_thread, watch_in_thread
from isthmus.answer.told import NOTHING, Told
from isthmus.answer.understand import Understanding
from isthmus.answer.verify import Stored
from isthmus.answer.watch import words_of
from isthmus.answer.writing import SomeAnswer, Writer, rewrite
from isthmus.claims import URGENT, Evidence, Watch, Words
from isthmus.search import PassageIndex, Thesaurus
from isthmus.terms import AudienceId, ClaimId

__all__ = ["Respondent", "ask"]

_PATIENT = AudienceId("patient")
_SEVERAL = 2
_NO_PHRASES: Phrases = MappingProxyType({})
_NO_WORDS: Mapping[ClaimId, str] = MappingProxyType({})


def ask(
    question: str,
    evidence: Evidence,
    *,
    index: PassageIndex | None = None,
    audience: AudienceId = _PATIENT,
    phrases: Mapping[ClaimId, str] = _NO_WORDS,
) -> Answer:
    """Answer one question; see `Respondent`. For many questions keep one.

    Args:
        question: In anybody's words.
        evidence: What is known of the condition.
        index: Documents to answer from as well.
        audience: Who reads it.
        phrases: Claims in the words of this audience.
    """
    ways = {claim: (phrase,) for claim, phrase in phrases.items()}
    return Respondent(evidence, index, {audience: ways}).ask(question, audience)


class Respondent:
    """Everything that can be asked about a condition, indexed once and ready for any number of questions.

    Args:
        evidence: What is known of the condition.
        index: The passages of a library whose documents answer as well.
        phrases: For each audience, claims in its own words.
        writer: A language model that may put the statements of an answer into sentences, if anybody wants one.
    """

    def __init__(
        self,
        evidence: Evidence,
        index: PassageIndex | None = None,
        phrases: Phrases = _NO_PHRASES,
        writer: Writer | None = None,
    ) -> None:
        lexicon = evidence.lexicon
        thesaurus = Thesaurus.of_lexicon(lexicon)
        stored = Stored(evidence, index.library.document if index else lambda _: None)
        self._evidence = evidence
        self._thesaurus = thesaurus
        self._stages = [stage.id for stage in lexicon.stages]
        self._understanding = Understanding(evidence, thesaurus)
        self._claims = ClaimTeller(evidence, thesaurus, Phrasing(evidence, phrases, thesaurus), stored)
        self._documents = DocumentTeller(index, lexicon, thesaurus, stored) if index else None
        self._writer = writer
        self._dangers_in: DangersIn = partial(dangers_in, evidence=evidence)

    def remembering(self) -> "Respondent":
        """Give one for a single conversation, that need not read a turn again; what it remembers is let go with it."""
        other = copy(self)
        other._understanding = self._understanding.remembering()  # noqa: SLF001 - another of its own kind
        other._dangers_in = cache(self._dangers_in)  # noqa: SLF001 - another of its own kind
        return other

    def ask(self, question: str, audience: AudienceId = _PATIENT, thread: Sequence[str] = ()) -> Answer:
        """Answer a question, send to care, or say why there is no answer.

        What must stop a question comes before everything else. Whatever is shown stands in the source it cites.

        Args:
            question: In anybody's words, up to 10,000 characters.
            audience: Who reads it.
            thread: What was asked before in the same conversation, oldest first; at most 50 questions.

        Raises:
            InvalidQuestion: It, or a question before it, is empty or too long, or the first holds no words.
        """
        text, before = clean(question, goes_on=bool(thread)), clean_thread(thread)
        dangers = dangers_before(before, text, self._evidence, self._dangers_in)
        answer = self._said(text, audience, before, dangers)
        return self._warned(answer, before, dangers) if dangers and answer.behaviour not in URGENT else answer

    def written(self, answer: SomeAnswer) -> SomeAnswer:
        """Let the writer say an answer, if there is one; the last step, when it is settled what is done."""
        return rewrite(answer, self._writer, self._evidence)

    def say(self, claims: Iterable[ClaimId], answer: Answer) -> tuple[Statement, ...]:
        """Say claims beside an answer, in the words of its reader; those that may not be shown are left out."""
        return self._claims.say(claims, self._understanding.of(answer.question), answer.audience)

    def may_be_settled(self, answer: Answer) -> bool:
        """Whether facts about a person could lead on from an answer: not from danger, nor where it was refused to anybody."""
        refused = answer.behaviour == "abstain" and answer.reason != self._evidence.guard.no_evidence
        return answer.behaviour not in URGENT and not refused

    def may_reply(self, answer: Answer, *, anew: bool = False) -> bool:
        """Whether what was written may only reply to questions that were asked back: it asks nothing, and tells no danger.

        It tells facts `anew`, says yes or no, or nothing else was understood of it.
        """
        asking, guard = self._evidence.asking, self._evidence.guard
        if answer.behaviour in URGENT or not asks_nothing(answer.question, asking):
            return False
        says_nothing = answer.reason in {guard.no_evidence, guard.out_of_scope, asking.replies.unasked}
        return anew or says_nothing or says_yes_or_no(answer.question, asking)

    def facts_of(self, turns: Sequence[str], asked: Sequence[AskedBefore] = ()) -> tuple[Fact, ...]:
        """Read what the turns of a conversation tell of a patient, where it is known what was asked back before each."""
        *before, last = turns
        return self._understanding.facts([*clean_thread(before), clean(last, goes_on=True)], asked)

    def apart(self, reason: str | None, turns: Sequence[str]) -> str | None:
        """Add to a reason to ask back that more than one patient was told of, where nobody can tell whose facts are meant."""
        *before, last = turns
        cleaned = [*clean_thread(before), clean(last, goes_on=True)]
        several = self._understanding.tells_of_several(cleaned)
        return " ".join(filter(None, [reason, self._evidence.asking.of_several])) if several else reason

    def denies_all(self, turn: str) -> bool:
        """Whether a turn may deny all that was asked back right before it, as `none of the above` does."""
        return denies_all(turn, self._evidence.asking)

    def asks_in_general(self, question: str) -> bool:
        """Whether a question is plainly about people in general, and about nobody who was told of."""
        return self._understanding.asks_in_general(question)

    def asks(self, turn: str) -> bool:
        """Whether a turn of a conversation asks something, or tells much."""
        return not asks_nothing(turn, self._evidence.asking)

    def tells(self, turn: str) -> bool:
        """Whether a turn of a conversation tells something that later ones may rest on: a danger sign, or anything besides a question."""
        text = clean(turn, goes_on=True)
        return any(not piece.asks for piece in pieces_of(text, self._evidence.asking)) or bool(
            self._dangers_in(text, ())
        )

    @property
    def unclear(self) -> str:
        """What is said to a reply of which nobody can tell what it means."""
        return self._evidence.asking.replies.unclear

    @property
    def unsettled(self) -> str:
        """Why a question for the next step is met with questions while facts are missing."""
        return self._evidence.asking.unsettled

    def _said(self, question: str, audience: AudienceId, before: Sequence[str], dangers: Sequence[Watch]) -> Answer:
        asked = self._understanding.of(question, before)
        nothing = self._nothing(asked, audience)
        if before and self._understanding.only_tells_facts(question):
            nothing = replace(nothing, reason=self._evidence.asking.replies.unasked)
        watch = watch_in_thread(asked, dangers, self._evidence)
        if watch is None or watch.behaviour == "abstain":
            if is_courtesy(words_of(question, self._evidence), self._evidence.asking):
                return replace(nothing, reason=self._evidence.asking.replies.unasked)
            return self._in_part(watch, asked, nothing, partial(self._said, before=before, dangers=dangers))
        return self._clarified(watch, asked, nothing) or self._watched(watch, asked, nothing)

    def _warned(self, answer: Answer, before: Sequence[str], dangers: Sequence[Watch]) -> Answer:
        """Say a warning sign that was told before again, unless what is asked is answered and asked of people in general."""
        answered = bool(answer.statements) and answer.behaviour != "clarify" and not answer.seeks_next
        warning = warning_of(dangers, self._evidence.guard, answered=answered)
        if warning is None or (answered and self._holds_beside_danger(answer)):
            return answer
        asked = self._understanding.of(answer.question, before)
        return self._watched(warning, asked, self._nothing(asked, answer.audience))

    def _holds_beside_danger(self, answer: Answer) -> bool:
        """Whether an answer is to a question in general, and says nothing that holds only where there is no danger sign."""
        without = self._evidence.guard.without_danger
        said = (text for one in answer.statements for text in (one.text, *(cited.quote for cited in one.citations)))
        general = self._understanding.asks_in_general(answer.question)
        return general and not any(without.spans_in(Words.of(text)) for text in said)

    def _in_part(
        self, watch: Watch | None, asked: Asked, nothing: Answer, said: Callable[[str, AudienceId], Answer]
    ) -> Answer:
        """Answer what is not refused of a question, and say what is."""
        stops = partial(refusal_of, evidence=self._evidence)
        apart = part(asked.text, self._evidence.asking, stops, watch)
        if watch and apart is None:
            may_be_asked = partial(sounds_answerable, evidence=self._evidence)
            apart = part_joined(asked.text, self._evidence.asking, stops, watch, may_be_asked)
        rest = said(apart.rest, nothing.audience) if apart and apart.rest else None
        if apart and rest and rest.statements:
            return with_refusals(rest, apart, nothing)
        refusal = watch or (apart.refused[0][1] if apart else None)
        if not refusal or self._only_heard(refusal, apart):
            beside = self._beside_what_is_told(asked, nothing, said, refusal)
            if beside:
                return beside
        whole = nothing if refusal else self._whole(asked, nothing)
        if not whole.statements:
            by_the_way = self._beside_what_is_by_the_way(asked, nothing, said, refusal)
            if by_the_way:
                return by_the_way
        if not refusal:
            return whole
        refused = self._watched(refusal, asked, nothing)
        return with_refusals(refused, apart, nothing) if apart and apart.for_many_reasons else refused

    def _beside_what_is_told(
        self, asked: Asked, nothing: Answer, said: Callable[[str, AudienceId], Answer], refusal: Watch | None
    ) -> Answer | None:
        """Answer what is asked beside something told that is never decided here, and say that it is not."""
        stops = partial(refusal_of, evidence=self._evidence)
        tells = partial(told_of, evidence=self._evidence, also_heard=refusal is not None)
        aside = set_aside(asked.text, self._evidence.asking, stops, tells)
        if aside is None:
            return None
        rest = said(aside.rest, nothing.audience)
        other = rest if rest.statements or refusal else self._whole(asked, nothing)
        return with_refusals(other, aside, nothing) if other.statements else None

    def _beside_what_is_by_the_way(
        self, asked: Asked, nothing: Answer, said: Callable[[str, AudienceId], Answer], refusal: Watch | None
    ) -> Answer | None:
        """Answer questions that stand by themselves beside what is told by the way, which is all that keeps them from it."""
        reads, asking = self._understanding, self._evidence.asking
        if refusal:
            tells = partial(told_of_in_passing, evidence=self._evidence)
            sought = partial(tells, seeking=True)
            apart = without_asides(asked.text, asking, lambda text: tells(text) is not None, reads.stands, sought)
        else:
            apart = without_asides(asked.text, asking, reads.tells_alongside, reads.is_of_ours_alone)
        if apart is None or refusal_of(apart.rest, self._evidence):
            return None
        answer = said(apart.rest, nothing.audience)
        return with_refusals(answer, apart, nothing) if answer.statements else None

    def _only_heard(self, refusal: Watch, apart: Parted | None) -> bool:
        """Whether what is refused is so for nothing but what was heard, which may lie in what is told and not in what is asked."""
        heard = {id(watch) for watch in self._evidence.guard.heard.values()}
        return all(id(watch) in heard for watch in (refusal, *(one for _, one in (apart.refused if apart else ()))))

    def _whole(self, asked: Asked, nothing: Answer) -> Answer:
        return self._each(asked, nothing) or self._answered(asked, nothing)

    def _each(self, asked: Asked, nothing: Answer) -> Answer | None:
        """Answer several questions one by one; None unless more than one of them has an answer of its own."""
        answers = [(part.text, self._answered(part, nothing)) for part in asked.parts]
        told = [answer.behaviour for _, answer in answers if answer.statements]
        return together(answers, nothing) if len(told) >= _SEVERAL and "clarify" not in told else None

    def _answered(self, asked: Asked, nothing: Answer) -> Answer:
        by_claims = self._claims.tell(asked, nothing.audience)
        by_documents = self._documents.tell(asked) if self._documents else NOTHING
        sentences = bearing_on(by_claims.statements, by_documents.statements, asked, self._thesaurus)
        statements = merge(by_claims.statements, sentences, stages=self._stages)
        if not statements:
            return nothing
        answer = self._with(statements, by_claims, asked, nothing)
        return clarified(answer, by_claims.depends, self._evidence.facets) if by_claims.depends else answer

    def _with(self, statements: tuple[Statement, ...], told: Told, asked: Asked, nothing: Answer) -> Answer:
        lexicon = self._evidence.lexicon
        return replace(
            nothing,
            behaviour="answer_with_disagreement" if told.disagreements else "answer",
            reason=None,
            statements=statements,
            disagreements=told.disagreements,
            follow_up=follow_up([*told.topics, *asked.topics] or [lexicon.topics[0].id], lexicon),
        )

    def _clarified(self, watch: Watch, asked: Asked, nothing: Answer) -> Answer | None:
        """Where facts are missing, say what holds anyway of what is asked, rather than the same to everybody."""
        if watch.behaviour != "clarify":
            return None
        answer = self._whole(asked, nothing)
        follow_up = answer.follow_up if answer.behaviour == "clarify" else watch.follow_up
        said = answer.statements and replace(
            answer, behaviour="clarify", reason=watch.reason, follow_up=follow_up, disagreements=()
        )
        return said or None

    def _watched(self, watch: Watch, asked: Asked, nothing: Answer) -> Answer:
        return replace(
            nothing,
            behaviour=watch.behaviour,
            reason=watch.reason,
            statements=self._claims.say(watch.claims, asked, nothing.audience),
            follow_up=watch.follow_up,
        )

    def _nothing(self, asked: Asked, audience: AudienceId) -> Answer:
        guard = self._evidence.guard
        ours = asked.names or asked.topics or asked.ours or self._points_at_it(asked)
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
            read_as=tuple(asked.slips.items()),
        )

    def _points_at_it(self, asked: Asked) -> bool:
        """Whether a question tells who is treated, points at what they have, and names nothing else that it may be."""
        treated = any(concept.key in self._evidence.lexicon.people for concept in asked.concepts)
        pointing = self._evidence.asking.follow_ups.things
        return treated and not asked.must and not pointing.isdisjoint(asked.words.words)
