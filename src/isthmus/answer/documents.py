"""An answer from documents: what is found, whether it speaks of what is asked, and the sentences that say it."""

import itertools
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from isthmus.answer.bearing import Bearing
from isthmus.answer.coverage import Coverage, Rows
from isthmus.answer.digest import digest
from isthmus.answer.document_words import document_words
from isthmus.answer.found import Found
from isthmus.answer.keys import keys_of
from isthmus.answer.notices import Notices
from isthmus.answer.question import Asked
from isthmus.answer.quotable import Quotable, asks_against, asks_for_harm, is_of_others, may_be_shown, whole
from isthmus.answer.quotable_words import quotable_words
from isthmus.answer.run_in import run_in
from isthmus.answer.subject import Sought, Subject
from isthmus.claims import Lexicon
from isthmus.corpus import About, DocumentId, Passage, Sentence, without_orders
from isthmus.search import Concept, PassageIndex, Query, SentenceRanker, Thesaurus, stems

__all__ = ["Candidate", "DocumentShelf", "Quoted"]

_PASSAGES = 40
_READ = 24
_MOST = 6
_NEAR_THE_BEST = 2.0
_ENOUGH_COVERED = 0.9
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_NUMBER = re.compile(r"\d+[a-z]?|[ivx]+|[a-f]")


@dataclass(frozen=True)
class Candidate:
    """A sentence of a document that could be said, under its `headings`, of which the nearest comes first.

    `under` are all the headings within the document, of which the outermost comes first, but for what is shown beside the
    sentence anyway: the title, and the line that leads into its list. `score` is how well its passage ranks, from 0 to 1, where 1 is the best for the question. `concepts` are the keys of
    what it speaks of.
    """

    id: str
    text: str
    score: float
    concepts: frozenset[str]
    headings: tuple[str, ...]
    under: tuple[str, ...]
    origin: Sentence


@dataclass(frozen=True)
class Quoted:
    """A sentence of a document that is part of an answer, and the other documents that hold the same sentence."""

    candidate: Candidate
    copies: tuple[DocumentId, ...]


class DocumentShelf:
    """The documents of a library, asked through its index.

    Args:
        index: The passages of the library.
        thesaurus: Words that mean the same.
        lexicon: The words by which a sentence leans on another, and those for who is treated.
    """

    def __init__(
        self,
        index: PassageIndex,
        thesaurus: Thesaurus,
        lexicon: Lexicon,
    ) -> None:
        self._library = index.library
        self._index = index
        self._notices = Notices(index.library)
        self._thesaurus = thesaurus
        self._quotable = Quotable(lexicon.leaning)
        self._subject = Subject(lexicon, thesaurus)
        self._people = lexicon.people
        self._condition = thesaurus.concepts(stems(" ".join(lexicon.condition.words[:1])))

    def find(self, question: str, concepts: Sequence[Concept], names: Sequence[Concept]) -> list[Candidate]:
        """Find the sentences of the passages that rank best.

        Args:
            question: What is asked.
            concepts: What narrows the question.
            names: Names of the condition in it; where there are any, only what speaks of the condition is found.
        """
        sought = self._subject.sought(question)
        found = self._found(self._thesaurus.query(concepts or names), names, sought)
        return [
            self._candidate(said, passage, score, about)
            for passage, score in found.passages
            for about in [found.abouts[passage.document]]
            for sentence in passage.sentences
            if self._answers(sought, sentence, passage, about) and (said := whole(sentence, passage))
        ]

    def turn(self, candidate: Candidate) -> int:
        """Tell when a candidate is heard, by the kind of its source: 0 for the strongest."""
        about = self._library.about(candidate.origin.document)
        return document_words().turn(about) if about else len(document_words().turns)

    def answer(self, asked: Asked) -> list[Quoted]:
        """Answer a question with sentences of documents, in the order in which they are read.

        The strongest kind of source comes first; what one document says stays together.

        Returns:
            What is said; nothing where no sentence, with its headings, speaks of enough of what is asked.
        """
        query = self._thesaurus.read(asked.text)
        bearing = Bearing(query, self._thesaurus)
        found, sought = self._asked_for(query, asked, bearing)
        if not found.passages:
            return []
        ranker = SentenceRanker(found.in_order)
        scope = Coverage(ranker.counted, found, self._wanted(asked, query, bearing), bearing)
        scores = ranker.scores(asked.text)
        speaking = [
            at
            for at, covered in enumerate(scope.covered)
            if covered >= _ENOUGH_COVERED and scope.holds_all(at, asked.must, self._thesaurus)
        ]

        @cache  # and not asked of all, for it takes the longest
        def may_be_said(at: int) -> bool:
            sentence = ranker.counted.sentences[at]
            return self._answers(sought, sentence, scope.passage(at), found.abouts[sentence.document])

        likely = self._likely(asked, speaking, scores, scope, may_be_said)
        together = digest(ranker.counted, stems(asked.text), among=likely, most=_MOST)
        if asks_for_harm(asked.text):  # of what is not to be done nothing is left out
            together = scope.with_passages(together, likely)
        chosen = list(filter(may_be_said, scope.with_lists(together, speaking)))[:_MOST]
        quoted: list[Quoted] = []
        for at in scope.in_reading_order(chosen, scores):
            said = whole(ranker.counted.sentences[at], scope.passage(at))
            if said and not any(_within(said, one.candidate.origin) for one in quoted):
                quoted.append(self._quoted(said, scope.passage(at), scores[at] - max(scores), found))
        return quoted

    @staticmethod
    def _likely(
        asked: Asked,
        speaking: Sequence[int],
        scores: Sequence[float],
        scope: Coverage,
        may_be_said: Callable[[int], bool],
    ) -> list[int]:
        """Take what is on the point by its headings, or by its words; else what ranks near the best, unless only a kind is asked for.

        Of our condition claims tell the kind, and what a document says has to bear on them.
        """
        if asks_for_harm(asked.text):
            warned = scope.below(_is_warned_of, speaking)
            same = scope.below(lambda lines: any(map(_asks_as(asked.text), lines)), warned)
            if told := _first_said([same, warned], may_be_said):
                return told
        if told := _first_said(scope.by_headings(speaking), may_be_said):
            return scope.items_if_listed(told)
        if scope.bearing.hints_at_a_kind and not asked.names:
            giving = _first_said(scope.by_words(speaking), may_be_said)
            if giving or scope.bearing.is_for_a_kind:
                return giving
        enough = max(scores) - _NEAR_THE_BEST
        return [at for at in speaking if scores[at] >= enough and may_be_said(at)]

    def _answers(self, sought: Sought, sentence: Sentence, passage: Passage, about: About) -> bool:
        """Whether a sentence may be said to a question: by itself, and of that and of those and of that way which is asked about."""
        lines = list(filter(None, (run_in(sentence, passage), sentence.lead_in, *passage.over, about.title)))
        if is_of_others(sought.question, sentence.text, lines) or not sought.is_spoken_of(sentence.text, lines):
            return False
        if asks_against(sought.question) and not (quotable_words().forbids(sentence.text) or _is_warned_of(lines)):
            return False
        if not self._quotable.stands_alone(sentence, passage, about.title, against=asks_for_harm(sought.question)):
            return False
        return not self._notices.take_back(passage, about)

    def _asked_for(self, query: Query, asked: Asked, bearing: Bearing) -> tuple[Found, Sought]:
        """Find passages; a question that names nothing but a kind of answer means the condition."""
        means_ours = not asked.names and all(map(bearing.names_kind, query.wanted))
        sought = self._subject.sought(asked.text, means_ours=means_ours)
        if not means_ours:
            return self._found(query, asked.names, sought), sought
        meant = self._thesaurus.query(self._condition)
        return self._found(replace(query, wanted=(*query.wanted, *meant.wanted)), self._condition, sought), sought

    def _found(self, query: Query, names: Sequence[Concept], sought: Sought) -> Found:
        """Find passages; where the condition is named, only what may be about it, of documents that speak of it; of copies, one."""
        hits = self._index.find(query, _PASSAGES)
        if names:
            found = {passage.document for passage, _ in hits}
            named = self._subject.own if sought.is_ours else self._thesaurus.query(names)
            speaking = self._index.speaking_of(named, found)
            hits = [(passage, score) for passage, score in hits if passage.document in speaking]
        abouts = {passage.document: self._library.about(passage.document) for passage, _ in hits}
        known = {key: about for key, about in abouts.items() if about}
        met = [hit for hit in hits if _may_be_about(sought, hit[0], known)]
        return Found.of(met[:_READ], {passage.document: known[passage.document] for passage, _ in met})

    def _wanted(self, asked: Asked, query: Query, bearing: Bearing) -> list[Rows]:
        """Collect what a sentence must speak of.

        That is all that is looked for but what narrows nothing, unless it is a name in capitals; who is treated; and the
        name of the condition. Where nothing is left, all must be spoken of. Where an amount is asked for, so must be what it
        is an amount of, such as recovery.
        """
        aside = {*self._thesaurus.query(asked.names).wanted, *self._rows_of(self._people)}
        named = frozenset(stems(" ".join(_CAPITALS.findall(asked.text))))
        idle = (self._thesaurus.filler | bearing.amount) - named
        narrow = [
            rows for rows in query.wanted if rows not in aside and not (len(rows) == 1 and idle.issuperset(rows[0]))
        ]
        told = self._rows_of(sorted(bearing.cues)) if bearing.amount else []
        return list(dict.fromkeys([*(narrow or query.wanted), *told, *_numbered(asked)]))

    def _rows_of(self, keys: Iterable[str]) -> list[Rows]:
        return [self._thesaurus.words.get(key, (stems(key),)) for key in keys]

    def _quoted(self, sentence: Sentence, passage: Passage, score: float, found: Found) -> Quoted:
        about = found.abouts[sentence.document]
        copies = (other for other in found.copies.get(about.group or about.id, ()) if other != about.id)
        held = ((other, self._library.document(other)) for other in copies)
        same = tuple(other for other, document in held if document and sentence.text in document.text)
        return Quoted(self._candidate(sentence, passage, math.exp(score), about), same)

    def _candidate(self, sentence: Sentence, passage: Passage, score: float, about: About) -> Candidate:
        headings = tuple(filter(None, (sentence.lead_in, passage.heading, about.title)))
        return Candidate(
            id=f"{sentence.document}@{sentence.start:012d}",
            text=sentence.text,
            score=score,
            concepts=keys_of(sentence.text, self._thesaurus),
            headings=headings,
            under=_under(sentence, passage, about),
            origin=sentence,
        )


def _is_warned_of(lines: Sequence[str]) -> bool:
    """Whether one of the nearest lines above, or the question that a record answers, tells what is not to be done."""
    told = quotable_words()
    return any(map(told.warns, lines[:2])) or any(map(told.asks_what_not, lines[-1:]))


def _asks_as(question: str) -> Callable[[str], bool]:
    said = stems(question)
    return lambda line: stems(line) == said


def _may_be_about(sought: Sought, passage: Passage, abouts: Mapping[DocumentId, About]) -> bool:
    about = abouts.get(passage.document)
    return about is not None and sought.is_spoken_of(passage.text, filter(None, (*passage.over, about.title)))


def _under(sentence: Sentence, passage: Passage, about: About) -> tuple[str, ...]:
    shown = {about.title, sentence.lead_in}
    return tuple(
        line
        for line in dict.fromkeys(reversed(passage.over))
        if line not in shown and without_orders(line) == line and may_be_shown(line)
    )


def _first_said(tiers: Iterable[Sequence[int]], may_be_said: Callable[[int], bool]) -> list[int]:
    """Give what may be said of the first tier of which anything may."""
    return next(filter(None, (list(filter(may_be_said, tier)) for tier in tiers)), [])


def _within(sentence: Sentence, other: Sentence) -> bool:
    return sentence.document == other.document and other.start <= sentence.start and sentence.end <= other.end


def _numbered(asked: Asked) -> list[Rows]:
    """Keep a number with what it counts, as in `type 2`: another type is another thing."""
    said = stems(asked.text)
    pairs = itertools.pairwise(said)
    return [((one, other),) for one, other in pairs if one in document_words().numbered and _NUMBER.fullmatch(other)]
