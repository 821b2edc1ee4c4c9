"""An answer from documents: what is found, whether it speaks of what is asked, and the sentences that say it."""

import itertools
import math
import re
import tomllib
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from isthmus.answer.bearing import Bearing
from isthmus.answer.digest import digest
from isthmus.answer.evidence import Candidate, keys_of, words_of
from isthmus.answer.question import Asked
from isthmus.claims import Lexicon, plain_words
from isthmus.corpus import About, DocumentId, Library, Passage, Sentence
from isthmus.search import Concept, Counted, PassageIndex, Query, SentenceRanker, Thesaurus, stems

__all__ = ["DocumentShelf", "Quoted"]

_PASSAGES = 40
_READ = 24
_ABOUT = 1_000
_WORDS = range(3, 81)
"""How many words a sentence may have to be quoted: fewer say nothing, more are no sentence."""

_MOST = 6
_NEAR_THE_BEST = 2.0
_ENOUGH_COVERED = 0.9
_MOST_OF_IT = 0.5
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_NUMBER = re.compile(r"\d+[a-z]?|[ivx]+|[a-f]")


Rows = tuple[tuple[str, ...], ...]
"""Something that is looked for: every row of stems that says it."""


@dataclass(frozen=True)
class Quoted:
    """A sentence of a document that is part of an answer, and the other documents that hold the same sentence."""

    candidate: Candidate[Sentence]
    copies: tuple[DocumentId, ...]


class DocumentShelf:
    """The documents of a library, asked through its index.

    Args:
        library: The documents.
        index: Their passages.
        thesaurus: Words that mean the same.
        lexicon: The words by which a sentence leans on another, and those for who is treated.
    """

    def __init__(
        self,
        library: Library,
        index: PassageIndex,
        thesaurus: Thesaurus,
        lexicon: Lexicon,
    ) -> None:
        self._library = library
        self._index = index
        self._thesaurus = thesaurus
        self._leaning = lexicon.leaning
        self._people = lexicon.people
        self._condition = thesaurus.concepts(stems(" ".join(lexicon.condition.words[:1])))

    def find(self, concepts: Sequence[Concept], names: Sequence[Concept]) -> list[Candidate[Sentence]]:
        """Find the sentences of the passages that rank best."""
        found = self._found(self._thesaurus.query(concepts or names), names)
        return [
            self._candidate(sentence, passage, score, found.abouts[passage.document])
            for passage, score in found.passages
            for sentence in passage.sentences
            if self._stands_alone(sentence)
        ]

    def turn(self, candidate: Candidate[Sentence]) -> int:
        """Tell when a candidate is heard, by the kind of its source: 0 for the strongest."""
        about = self._library.about(candidate.origin.document)
        return _strength(about) if about else len(_kinds())

    def answer(self, asked: Asked) -> list[Quoted]:
        """Answer a question with sentences of documents, in the order in which they are read.

        The strongest kind of source comes first; what one document says stays together.

        Returns:
            What is said; nothing where no sentence, with its headings, speaks of enough of what is asked.
        """
        query = self._thesaurus.read(asked.text)
        bearing = Bearing(query, self._thesaurus)
        found = self._asked_for(query, asked, bearing)
        if not found.passages:
            return []
        ranker = SentenceRanker(found.in_order)
        scope = _Scope(ranker.counted, found, self._wanted(asked, query, bearing), bearing)
        scores = ranker.scores(asked.text)
        speaking = [
            at
            for at, sentence in enumerate(ranker.counted.sentences)
            if scope.covered[at] >= _ENOUGH_COVERED
            and scope.holds_all(at, asked.must, self._thesaurus)
            and self._stands_alone(sentence)
        ]
        enough = max(scores) - _NEAR_THE_BEST
        likely = scope.on_the_point(speaking) or [at for at in speaking if scores[at] >= enough]
        chosen = scope.with_lists(digest(ranker.counted, scores, among=likely, most=_MOST), speaking)[:_MOST]
        return [
            self._quoted(ranker.counted.sentences[at], scope.passage(at), scores[at] - max(scores), found)
            for at in scope.in_reading_order(chosen, scores)
        ]

    def _asked_for(self, query: Query, asked: Asked, bearing: Bearing) -> "_Found":
        """Find passages; a question that names nothing but a kind of answer means the condition."""
        if asked.names or not all(map(bearing.names_kind, query.wanted)):
            return self._found(query, asked.names)
        meant = self._thesaurus.query(self._condition)
        return self._found(replace(query, wanted=(*query.wanted, *meant.wanted)), self._condition)

    def _found(self, query: Query, names: Sequence[Concept]) -> "_Found":
        """Find passages; where the condition is named, only of documents that speak of it; of copies, one."""
        hits = self._index.find(query, _PASSAGES)
        if names:
            about = dict(self._index.rank_documents(self._thesaurus.query(names), _ABOUT))
            hits = [(passage, score) for passage, score in hits if passage.document in about]
        abouts = {passage.document: self._library.about(passage.document) for passage, _ in hits}
        return _Found.of(hits[:_READ], {key: about for key, about in abouts.items() if about})

    def _wanted(self, asked: Asked, query: Query, bearing: Bearing) -> list[Rows]:
        """Collect what a sentence must speak of.

        That is all that is looked for but what narrows nothing, unless it is a name in capitals; who is treated; and the
        name of the condition. Where nothing is left, all must be spoken of. Where an amount is asked for, so must be what it
        is an amount of, such as recovery.
        """
        aside = {*self._thesaurus.query(asked.names).wanted, *self._rows_of(self._people)}
        named = frozenset(stems(" ".join(_CAPITALS.findall(asked.text))))
        idle = self._thesaurus.filler - named
        narrow = [
            rows for rows in query.wanted if rows not in aside and not (len(rows) == 1 and idle.issuperset(rows[0]))
        ]
        told = self._rows_of(sorted(bearing.cues)) if bearing.asks_amount else []
        return list(dict.fromkeys([*(narrow or query.wanted), *told, *_numbered(asked)]))

    def _rows_of(self, keys: Iterable[str]) -> list[Rows]:
        return [self._thesaurus.words.get(key, (stems(key),)) for key in keys]

    def _quoted(self, sentence: Sentence, passage: Passage, score: float, found: "_Found") -> Quoted:
        about = found.abouts[sentence.document]
        copies = (other for other in found.copies.get(about.group or about.id, ()) if other != about.id)
        held = ((other, self._library.document(other)) for other in copies)
        same = tuple(other for other, document in held if document and sentence.text in document.text)
        return Quoted(self._candidate(sentence, passage, math.exp(score), about), same)

    def _candidate(self, sentence: Sentence, passage: Passage, score: float, about: About) -> Candidate[Sentence]:
        headings = tuple(filter(None, (sentence.lead_in, passage.heading, about.title)))
        whole = f"{sentence.lead_in or ''} {sentence.text}"  # an item of a list says what its first line begins
        return Candidate(
            id=f"{sentence.document}@{sentence.start:012d}",
            text=sentence.text,
            score=score,
            concepts=keys_of(sentence.text, self._thesaurus),
            words=words_of(whole, self._thesaurus),
            context=frozenset().union(*(keys_of(heading, self._thesaurus) for heading in headings)),
            headings=headings,
            topic=None,
            origin=sentence,
        )

    def _stands_alone(self, sentence: Sentence) -> bool:
        """Leave out a question, a line that leads to the next or leans on the one before, a few words or too many."""
        words = plain_words(sentence.text)
        leads_on = sentence.text.endswith(("?", ":"))
        lead_in = plain_words(sentence.lead_in or "") if (sentence.lead_in or "").endswith(":") else []
        leans = words[:1] + lead_in[:1]
        return not leads_on and len(lead_in + words) in _WORDS and self._leaning.isdisjoint(leans)


@dataclass(frozen=True)
class _Found:
    """Passages that were found, each with its rank from 0 to 1, what is known of their documents, and the copies."""

    passages: Sequence[tuple[Passage, float]]
    abouts: Mapping[DocumentId, About]
    copies: Mapping[str, Sequence[DocumentId]]

    @classmethod
    def of(cls, hits: Sequence[tuple[Passage, float]], abouts: Mapping[DocumentId, About]) -> "_Found":
        """Keep of documents that are copies of each other the one of the strongest kind, or that ranks best."""
        groups: dict[str, list[DocumentId]] = {}
        for key, about in abouts.items():
            groups.setdefault(about.group or key, []).append(key)
        kept = {min(own, key=lambda key: _strength(abouts[key])) for own in groups.values()}
        top = hits[0][1] if hits else 1.0
        rows = [(passage, score / (top or 1.0)) for passage, score in hits if passage.document in kept]
        return cls(rows, abouts, groups)

    @property
    def in_order(self) -> list[Passage]:
        """The passages, document by document, each from its start."""
        first: dict[DocumentId, int] = {}
        for at, (passage, _) in enumerate(self.passages):
            first.setdefault(passage.document, at)
        return sorted((passage for passage, _ in self.passages), key=lambda one: (first[one.document], one.start))


@dataclass(frozen=True)
class _Scope:
    """How much of what is wanted each sentence speaks of, by itself or under its headings."""

    counted: Counted
    found: _Found
    wanted: Sequence[Rows]
    bearing: Bearing

    def on_the_point(self, speaking: Sequence[int]) -> list[int]:
        """Of sentences, take those whose headings are about what is asked and tell the kind of answer best, if any do.

        Of a document that gives them as a list, the items are taken: that is how its author answers.
        """
        best = max((self.bearings[at] for at in speaking), default=0)
        ours = [at for at in speaking if best and self.bearings[at] == best]
        listing = {self.counted.document[at] for at in ours if self.counted.sentences[at].lead_in}
        return [at for at in ours if self.counted.sentences[at].lead_in or self.counted.document[at] not in listing]

    @cached_property
    def bearings(self) -> list[int]:
        """How far the lines above each sentence, where they are about what is asked, tell that it gives the kind of answer."""
        return [self._bearing(self._lines_above(at)) for at in range(len(self.counted))]

    @cached_property
    def _bearing(self) -> Callable[[tuple[str, ...]], int]:
        subject = [rows for rows in self.wanted if not self.bearing.names_kind(rows)]

        @cache
        def rated(lines: tuple[str, ...]) -> int:
            about = " | ".join(" ".join(stems(line)) for line in lines)
            return self.bearing.rate(lines) if all(_holds(f" {about} ", rows) for rows in subject) else 0

        return rated

    @cached_property
    def covered(self) -> list[float]:
        """Share of what is wanted that each sentence speaks of; what few sentences speak of counts more.

        What no sentence holds counts most, so a question about something unknown stays uncovered. Where the line that
        leads into a list speaks of most of it, what one item speaks of is said of all.
        """
        shares = list(map(self._share, self._held))
        for items in self._lists.values():
            lead_in = f" {' '.join(stems(self.counted.sentences[items[0]].lead_in or ''))} "
            if self._share({row for row, rows in enumerate(self.wanted) if _holds(lead_in, rows)}) >= _MOST_OF_IT:
                shares = [
                    max(shares[other] for other in items) if at in items else own for at, own in enumerate(shares)
                ]
        return shares

    @cached_property
    def _held(self) -> list[set[int]]:
        """What each sentence speaks of, by number; a heading that tells the kind of answer names it for all below it."""
        kinds = {row for row, rows in enumerate(self.wanted) if self.bearing.names_kind(rows)}
        return [
            {row for row, rows in enumerate(self.wanted) if _holds(text, rows)} | (kinds if bearing > 0 else set())
            for text, bearing in zip(self._told, self.bearings, strict=True)
        ]

    @cached_property
    def _weights(self) -> list[float]:
        counts = [sum(row in held for held in self._held) for row in range(len(self.wanted))]
        return [math.log1p((len(self._held) + 1) / (count + 0.5)) for count in counts]

    def _share(self, held: Iterable[int]) -> float:
        return math.fsum(self._weights[row] for row in held) / (math.fsum(self._weights) or 1.0)

    @cached_property
    def _lists(self) -> Mapping[tuple[int, str], list[int]]:
        """The items under each line that leads into a list."""
        lists: dict[tuple[int, str], list[int]] = {}
        for at, sentence in enumerate(self.counted.sentences):
            if sentence.lead_in:
                lists.setdefault((self.counted.passage[at], sentence.lead_in), []).append(at)
        return lists

    def with_lists(self, chosen: Sequence[int], speaking: Container[int]) -> list[int]:
        """Add to chosen sentences the other items of their lists that speak of what is wanted, the best list first."""
        lists = {at: items for items in self._lists.values() for at in items}
        whole = (other for at in chosen for other in (at, *lists.get(at, ())))
        return [at for at in dict.fromkeys(whole) if at in speaking]

    def _lines_above(self, at: int) -> tuple[str, ...]:
        """The lines above a sentence, the nearest first."""
        one = self.passage(at)
        lines = (self.counted.sentences[at].lead_in, one.heading, self.found.abouts[one.document].title)
        return tuple(filter(None, lines))

    @cached_property
    def _told(self) -> list[str]:
        """Each sentence as a line of stems, after those of its headings."""
        above = [f"{passage.heading or ''} . {self.found.abouts[passage.document].title}" for passage in self._passages]
        titles = [" ".join(stems(one)) for one in above]
        rows = zip(self.counted.passage, self.counted.sentences, self.counted.said, strict=True)
        return [f" {titles[at]} | {' '.join(stems(one.lead_in or ''))} | {' '.join(said)} " for at, one, said in rows]

    @cached_property
    def _passages(self) -> list[Passage]:
        return self.found.in_order

    def passage(self, at: int) -> Passage:
        """Find the passage of a sentence."""
        return self._passages[self.counted.passage[at]]

    def in_reading_order(self, chosen: Sequence[int], scores: Sequence[float]) -> list[int]:
        """Put chosen sentences in order: the strongest kind of source first, then the best; each document from its start."""
        best: dict[DocumentId, float] = {}
        for at in chosen:
            document = self.counted.sentences[at].document
            best[document] = max(scores[at], best.get(document, scores[at]))

        def turn(at: int) -> tuple[int, float, str, int]:
            sentence = self.counted.sentences[at]
            kind = _strength(self.found.abouts[sentence.document])
            return kind, -best[sentence.document], sentence.document, sentence.start

        return sorted(chosen, key=turn)

    def holds_all(self, at: int, must: frozenset[str], thesaurus: Thesaurus) -> bool:
        """Whether a sentence, under its headings, speaks of each of some keys."""
        rows = (thesaurus.words.get(key, (stems(key),)) for key in must)
        return all(_holds(self._told[at], row) for row in rows)


def _holds(line: str, rows: Sequence[tuple[str, ...]]) -> bool:
    return any(f" {' '.join(row)} " in line for row in rows)


def _numbered(asked: Asked) -> list[Rows]:
    """Keep a number with what it counts, as in `type 2`: another type is another thing."""
    said = stems(asked.text)
    pairs = itertools.pairwise(said)
    return [((one, other),) for one, other in pairs if one in _counted_kinds() and _NUMBER.fullmatch(other)]


def _strength(about: About) -> int:
    return _kinds().get(about.kind, len(_kinds()))


@cache
def _counted_kinds() -> frozenset[str]:
    return frozenset(stems(_told()["numbered"]))


@cache
def _kinds() -> Mapping[str, int]:
    return {kind: at for at, kind in enumerate(_told()["strongest_first"])}


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("documents.toml").read_text(encoding="utf-8"))
