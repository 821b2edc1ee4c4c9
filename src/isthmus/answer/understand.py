"""All that is understood of a question: what it asks, of whom it tells, and what it leans on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial

from isthmus.answer.by_the_way import is_of_ours_alone, is_told_alongside
from isthmus.answer.facts import AskedBefore, Fact, ReadTurn, is_of_several, read_facts, read_turns
from isthmus.answer.kinds import (
    audience_of,
    context_of,
    kind_of,
    opens_as_question,
    questions_in,
    seeks_next_step,
    speaks_of_dispute,
)
from isthmus.answer.pieces import pieces_of
from isthmus.answer.question import Asked, apart, understand
from isthmus.answer.reply import asks_nothing
from isthmus.answer.story import lead_of
from isthmus.answer.thread import ByItself, in_thread, only_corrects
from isthmus.answer.watch import words_of
from isthmus.claims import Asking, Evidence, Kind, Words, plain_words
from isthmus.search import Thesaurus

__all__ = ["Understanding"]


_MOST_PARTS = 6
_TIMES: tuple[Kind, ...] = ("how-long", "when")


def _only_denies(text: str, evidence: Evidence) -> bool:
    return evidence.guard.is_denied_throughout(words_of(text, evidence))


class _Remembering:
    """Reads the turns of a conversation once; how one begins is read as all of it, since nothing is read from a later turn."""

    def __init__(self, reads: Callable[[tuple[str, ...]], Sequence[ReadTurn]]) -> None:
        self._reads = reads
        self._turns: tuple[str, ...] = ()
        self._read: Sequence[ReadTurn] = ()

    def __call__(self, turns: tuple[str, ...]) -> Sequence[ReadTurn]:
        if self._turns[: len(turns)] != turns:
            self._turns, self._read = turns, self._reads(turns)
        return self._read[: len(turns)]


class Understanding:
    """Understands questions about one condition.

    Args:
        evidence: What is known of the condition, and how people ask.
        thesaurus: Its synonyms, whose first row holds the condition's own names.
        remembers: Whether each text is read once only, as long as this is held.
    """

    def __init__(self, evidence: Evidence, thesaurus: Thesaurus, *, remembers: bool = False) -> None:
        self._evidence = evidence
        self._thesaurus = thesaurus
        self._lexicon = evidence.lexicon
        self._asking = evidence.asking
        self._guard = evidence.guard
        self._personal = evidence.facets.personal
        self._people = frozenset(evidence.lexicon.people)
        self._known = frozenset(thesaurus.words).difference(self._people, evidence.lexicon.elsewhere).__contains__
        self._opens = partial(opens_as_question, asking=evidence.asking)
        self._read: Callable[[str], Asked] = partial(
            understand, lexicon=evidence.lexicon, thesaurus=thesaurus, opens=self._opens, asking=self._asking
        )
        only_denies: Callable[[str], bool] = partial(_only_denies, evidence=evidence)
        self._read_turns: Callable[[tuple[str, ...]], Sequence[ReadTurn]] = partial(read_turns, asking=self._asking)
        if remembers:
            self._read, only_denies = cache(self._read), cache(only_denies)
            self._read_turns = _Remembering(self._read_turns)
        self._by_itself = ByItself(
            self._read,
            self._people,
            frozenset(thesaurus.words).difference(evidence.lexicon.elsewhere).__contains__,
            only_denies,
        )

    def remembering(self) -> "Understanding":
        """Give one that reads each text once, for the turns of one conversation; it is let go with it."""
        return Understanding(self._evidence, self._thesaurus, remembers=True)

    def of(self, text: str, thread: Sequence[str] = ()) -> Asked:
        """Understand a question.

        Args:
            text: The question, cleaned.
            thread: The questions before it, cleaned, oldest first.
        """
        asking = self._asking
        asked = in_thread(text, thread, self._by_itself, asking)
        meant = self._lexicon.spelling.corrected(text)
        words = Words.of(meant)
        return replace(
            asked,
            facts=self.facts([*thread, text]),
            kind=kind_of(words, asking),
            audience=audience_of(Words.of(" ".join([*thread, text])), asking),
            seeks_next=seeks_next_step(words, asking),
            lead=self._lead_on(asked) if asked.leans_on else self._lead(meant),
            disputed=speaks_of_dispute(words, asking),
            before=tuple(thread),
            parts=() if asked.leans_on else tuple(replace(one, before=(*thread, text)) for one in self._parts(text)),
            slips=self._lexicon.spelling.slips(text),
        )

    def facts(self, turns: Sequence[str], asked: Sequence[AskedBefore] = ()) -> tuple[Fact, ...]:
        """Read what the turns of a conversation tell of a patient, where it is known what was asked back before each."""
        *before, last = self._as_meant(turns)
        return read_facts(last, self._asking, before, asked, self._read_turns)

    def tells_of_several(self, turns: Sequence[str]) -> bool:
        """Whether a conversation tells of more than one patient, and nobody can tell whose facts are meant."""
        return is_of_several(self._read_turns(self._as_meant(turns)), self._asking)

    def asks_in_general(self, text: str) -> bool:
        """Whether what a text asks is plainly about people in general, as `Does a brace help?` is and `Is running ok?` is not."""
        asking, _ = apart(self._lexicon.spelling.corrected(text), self._opens)
        words = Words.of(asking)
        personal = not self._personal.isdisjoint(plain_words(asking))
        return not personal and any(wording.found_in(words) for wording in self._guard.in_general)

    def _as_meant(self, turns: Sequence[str]) -> tuple[str, ...]:
        """Read the turns of a conversation as they were meant; several who are named stay apart by their names."""
        spelling = self._lexicon.spelling
        named = {name for turn in turns for name in spelling.names.names_in(turn)}
        return tuple(spelling.corrected(turn, keeps_names=len(named) > 1) for turn in turns)

    def only_tells_facts(self, text: str) -> bool:
        """Whether a turn does nothing but tell who is treated and a fact about them, or correct one, as in `My son is 16`."""
        if only_corrects(text, self._asking):
            return True
        told = self._read(text)
        names_more = told.topics or told.names or any(concept.key not in self._people for concept in told.concepts)
        return not names_more and asks_nothing(text, self._asking) and bool(self.facts([text]))

    def stands(self, question: str) -> bool:
        """Whether a question says by itself what it is about, in words that are spoken of here."""
        asked = self._read(question)
        return bool(asked.topics or asked.staged) and (
            bool(asked.names) or any(self._known(one.key) for one in asked.concepts)
        )

    def is_of_ours_alone(self, question: str) -> bool:
        """Whether a question is of nobody by name, and of something that belongs to no illness told alongside."""
        of_nobody = self._personal.isdisjoint(plain_words(question))
        return of_nobody and self.stands(question) and is_of_ours_alone(self._read(question), self._lexicon)

    def tells_alongside(self, text: str) -> bool:
        """Whether a telling names another illness that somebody may have besides, and neither ours nor a third."""
        return is_told_alongside(self._read(text), self._lexicon)

    def _lead(self, meant: str) -> str:
        return lead_of(meant, self._read, self._opens, self._asking.follow_ups.things, self._known)

    def _lead_on(self, asked: Asked) -> str:
        """Ask for a time by itself of what was asked about before: `how long?` after a brace asks how long a brace."""
        before, now = (kind_of(Words.of(text), self._asking) for text in (asked.leans_on[-1], asked.text))
        subject = sorted(set[str]().union(*asked.topics.values()))
        return f"{' '.join(subject)}, {asked.text}" if subject and now != before and now in _TIMES else ""

    def _parts(self, text: str) -> tuple[Asked, ...]:
        """Understand each of several questions with what the text tells besides, and the one before where it leans."""
        questions = questions_in(text, self._asking) or _without_marks(text, self._asking)
        topics = [set(self._read(question).topics) for question in questions[:_MOST_PARTS]]
        if len(questions) > len(topics) or not all(topics) or len(set().union(*topics)) < sum(map(len, topics)):
            return ()  # what shares its topic, or has none of its own, is answered as a whole
        told = context_of(text, questions)
        return tuple(self._part(question, told, questions[:at]) for at, question in enumerate(questions))

    def _part(self, question: str, told: str, before: Sequence[str]) -> Asked:
        whole = f"{told}. {question}" if told else question
        part = in_thread(whole, before, self._by_itself, self._asking)
        return replace(part, text=question, kind=kind_of(Words.of(question), self._asking))


def _without_marks(text: str, asking: Asking) -> tuple[str, ...]:
    """Take apart questions that only a comma parts, or that have no mark; none where one points back, or there are fewer than two."""
    asks = [piece for piece in pieces_of(text, asking) if piece.asks]
    whole = len(asks) > 1 and not any(piece.points_back for piece in asks)
    return tuple(piece.sentence for piece in asks) if whole else ()
