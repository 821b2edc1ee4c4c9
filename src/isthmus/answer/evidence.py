"""What an answer can be made of: the claims, or the sentences of a library, indexed once and asked many times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from isthmus.claims import Claim, Evidence, plain_words
from isthmus.corpus import DocumentId, Library, Passage, PassageId, Sentence
from isthmus.search import BM25, Concept, SearchBackend, Thesaurus, stems
from isthmus.terms import TopicId

__all__ = ["Candidate", "ClaimShelf", "LibraryShelf", "Shelf", "keys_of", "words_of"]

_PASSAGES = 40
_FEWEST_WORDS = 3


@dataclass(frozen=True)
class Candidate:
    """A statement that could be made: a claim, or a sentence of a document under its heading.

    `score` is how well its passage ranks, from 0 to 1, where 1 is the best for the question. `concepts` are the keys of
    what it speaks of, `words` those of all its words, `context` those of its `headings`, of which the nearest comes first.
    """

    id: str
    text: str
    score: float
    concepts: frozenset[str]
    words: frozenset[str]
    context: frozenset[str]
    headings: tuple[str, ...]
    topic: TopicId | None
    origin: Claim | Sentence


class Shelf(Protocol):
    """A source of candidates."""

    def find(self, concepts: Sequence[Concept], names: Sequence[Concept]) -> list[Candidate]:
        """Find what may answer a question.

        Args:
            concepts: What narrows the question.
            names: Names of the condition in it; where there are any, only what speaks of the condition is found.
        """


class ClaimShelf:
    """The claims of a condition, each a passage of one statement under the title of its topic."""

    def __init__(self, evidence: Evidence, thesaurus: Thesaurus) -> None:
        titles = {topic.id: topic.title for topic in evidence.lexicon.topics}
        claims = list(evidence.claims.values())
        self._thesaurus = thesaurus
        self._index: SearchBackend = BM25.build(_as_passage(claim, titles[claim.topic]) for claim in claims)
        self._candidates = [_from_claim(claim, titles[claim.topic], thesaurus) for claim in claims]

    def find(self, concepts: Sequence[Concept], names: Sequence[Concept]) -> list[Candidate]:
        """Give every claim, with its rank: all are about the condition, and a topic can be asked in any words."""
        hits = self._index.rank(self._thesaurus.query(concepts or names), len(self._candidates) or 1)
        scores = {str(hit.passage): hit.score / hits[0].score for hit in hits}
        return [replace(candidate, score=scores.get(candidate.id, 0.0)) for candidate in self._candidates]


class LibraryShelf:
    """The sentences of a library's documents."""

    def __init__(self, library: Library, thesaurus: Thesaurus, leaning: frozenset[str]) -> None:
        self._thesaurus = thesaurus
        self._leaning = leaning
        held = [passage for about in library.abouts() for passage in library.passages_of(about.id)]
        self._passages = {passage.id: passage for passage in held}
        self._titles = {about.id: about.title for about in library.abouts()}
        self._told = {key: keys_of(title, thesaurus) for key, title in self._titles.items()}
        self._index: SearchBackend = BM25.build(held)

    def find(self, concepts: Sequence[Concept], names: Sequence[Concept]) -> list[Candidate]:
        """Find the sentences of the passages that rank best."""
        hits = self._index.rank(self._thesaurus.query(concepts or names), _PASSAGES)
        about = self._documents_about(names) if names else set(self._titles)
        ranked = [(self._passages[hit.passage], hit.score / hits[0].score) for hit in hits]
        near = [(passage, score) for passage, score in ranked if passage.document in about]
        return [candidate for passage, score in near for candidate in self._sentences(passage, score)]

    def _documents_about(self, names: Sequence[Concept]) -> set[DocumentId]:
        hits = self._index.rank(self._thesaurus.query(names), max(1, len(self._passages)))
        by_title = {key for key, told in self._told.items() if any(name.key in told for name in names)}
        return by_title | {self._passages[hit.passage].document for hit in hits}

    def _sentences(self, passage: Passage, score: float) -> Iterator[Candidate]:
        for sentence in filter(self._stands_alone, passage.sentences):
            headings = tuple(filter(None, (sentence.lead_in, passage.heading, self._titles[passage.document])))
            around = (keys_of(heading, self._thesaurus) for heading in headings[:-1])
            whole = f"{sentence.lead_in or ''} {sentence.text}"  # an item of a list says what its first line begins
            yield Candidate(
                id=f"{sentence.document}@{sentence.start:012d}",
                text=sentence.text,
                score=score,
                concepts=keys_of(sentence.text, self._thesaurus),
                words=words_of(whole, self._thesaurus),
                context=self._told[passage.document].union(*around),
                headings=headings,
                topic=None,
                origin=sentence,
            )

    def _stands_alone(self, sentence: Sentence) -> bool:
        """Leave out a question, a line that leads to the next or leans on the one before, a few words."""
        words = plain_words(sentence.text)
        leads_on = sentence.text.endswith(("?", ":"))
        return not leads_on and len(words) >= _FEWEST_WORDS and words[0] not in self._leaning


def keys_of(text: str, thesaurus: Thesaurus) -> frozenset[str]:
    """Collect the keys of everything a text speaks of."""
    return frozenset(concept.key for concept in thesaurus.concepts(stems(text)) if thesaurus.narrows(concept))


def words_of(text: str, thesaurus: Thesaurus) -> frozenset[str]:
    """Collect the keys of every word of a text, also of those that do not narrow a question."""
    return frozenset(concept.key for concept in thesaurus.concepts(stems(text)))


def _as_passage(claim: Claim, title: str) -> Passage:
    document, end = DocumentId(claim.id), len(claim.text.encode())
    whole = Sentence(document, 0, end, claim.text)
    return Passage(PassageId(claim.id), document, 0, end, claim.text, title, (whole,))


def _from_claim(claim: Claim, title: str, thesaurus: Thesaurus) -> Candidate:
    return Candidate(
        id=claim.id,
        text=claim.text,
        score=0.0,
        concepts=keys_of(claim.text, thesaurus),
        words=words_of(claim.text, thesaurus),
        context=keys_of(title, thesaurus),
        headings=(title,),
        topic=claim.topic,
        origin=claim,
    )
