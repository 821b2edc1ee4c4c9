"""What stands behind a sentence, ready to be opened at its mark, and the words in it that a reader may not know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from isthmus.claims import Claim, Disagreement, Evidence, HowRead, count_independent
from isthmus.present.amounts import amount, spread
from isthmus.present.glossary import Glossary, Piece
from isthmus.present.sources import Bibliography, cite, list_sources
from isthmus.present.told import Told
from isthmus.terms import ClaimId, DisagreementId

__all__ = ["Block", "Dispute", "FigureTold", "Looked", "Marked", "Note", "Word", "Worded", "annotate", "figures_of"]


Opened = TypeVar("Opened")

_OPENING, _CLOSING = "([\N{LEFT DOUBLE QUOTATION MARK}", ")].,;:?!\N{RIGHT DOUBLE QUOTATION MARK}"


@dataclass(frozen=True)
class FigureTold:
    """A figure of a claim in words: what was measured, how much, of whom, and when that came out."""

    measure: str
    amount: str
    ci95: str | None
    population: str | None
    n: int | None
    year: int | None


@dataclass(frozen=True)
class Looked:
    """A source of a claim as a note names it: who and when, how it was met, and how much of it was read."""

    label: str
    how: HowRead
    extent: str


@dataclass(frozen=True)
class Dispute:
    """A point on which sources disagree, by the question they answer differently."""

    id: DisagreementId
    question: str


@dataclass(frozen=True)
class Note:
    """What a mark opens: a claim with its figures, its sources and who disagrees; `number` is its mark on the page.

    `witnesses` counts the sources that do not share text, a maker or patients.
    """

    number: int
    claim: ClaimId
    says: str
    label: str
    figures: tuple[FigureTold, ...]
    sources: tuple[Looked, ...]
    witnesses: int
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True)
class Word:
    """A term where a page uses it first, with what it means; `number` is its place on the page."""

    number: int
    text: str
    means: str


@dataclass(frozen=True)
class Worded:
    """A part of a sentence; it opens `word` where it is a term that the page has not told yet.

    `opens` and `closes` are the signs around a term, from which the end of a line may not part it.
    """

    text: str
    word: Word | None = None
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True)
class Marked:
    """A sentence with its marks; `tail` is its last word, from which no mark may be parted by the end of a line."""

    told: Told
    body: tuple[Worded, ...]
    tail: tuple[Worded, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph of sentences, with the notes and the words that it is the first to open.

    `start` is the place of its first sentence among all sentences of the page's text.
    """

    start: int
    sentences: tuple[Marked, ...]
    notes: tuple[Note, ...]
    words: tuple[Word, ...]


def annotate(
    paragraphs: Iterable[Sequence[Told]], evidence: Evidence, glossary: Glossary | None = None
) -> tuple[Block, ...]:
    """Give every sentence its marks: each claim has one number on the page, in the order in which a reader meets it.

    Args:
        paragraphs: The text of a page.
        evidence: What its sentences rest on; a claim that is not on file gets no mark.
        glossary: The terms to tell where the page first uses them; None tells none.
    """
    writer = _Annotator(evidence, glossary)
    return tuple(map(writer.block, paragraphs))


class _Annotator:
    """Goes through a page once and remembers what it has opened."""

    def __init__(self, evidence: Evidence, glossary: Glossary | None) -> None:
        self._evidence, self._glossary = evidence, glossary
        self._notes: dict[ClaimId, Note] = {}
        self._words: dict[str, Word] = {}
        self._told = 0

    def block(self, paragraph: Sequence[Told]) -> Block:
        start, notes, words = self._told, len(self._notes), len(self._words)
        sentences = tuple(map(self._mark, paragraph))
        self._told += len(sentences)
        return Block(start, sentences, _since(self._notes, notes), _since(self._words, words))

    def _mark(self, told: Told) -> Marked:
        notes = tuple(self._note(claim) for claim in told.claims if claim in self._evidence.claims)
        pieces = self._glossary.pieces(told.text) if self._glossary else (Piece(told.text),)
        body, tail = _split(_glued(map(self._word, pieces)))
        return Marked(told, body, tail, notes)

    def _note(self, claim: ClaimId) -> Note:
        if claim not in self._notes:
            self._notes[claim] = _note(len(self._notes) + 1, self._evidence.claims[claim], self._evidence)
        return self._notes[claim]

    def _word(self, piece: Piece) -> Worded:
        if piece.means is None or piece.means in self._words:
            return Worded(piece.text)
        word = self._words[piece.means] = Word(len(self._words) + 1, piece.text, piece.means)
        return Worded(piece.text, word)


def figures_of(claim: Claim) -> tuple[FigureTold, ...]:
    """Say the figures of a claim in words."""
    return tuple(
        FigureTold(each.measure, amount(each), spread(each), each.population, each.n, each.year)
        for each in claim.figures
    )


def _note(number: int, claim: Claim, evidence: Evidence) -> Note:
    sources = [evidence.sources[source] for source in claim.sources]
    labels = _labels(claim, evidence)
    return Note(
        number=number,
        claim=claim.id,
        says=claim.text,
        label=labels[0] + (" and others" if len(labels) > 1 else ""),
        figures=figures_of(claim),
        sources=tuple(
            Looked(label, source.seen_as, source.extent) for label, source in zip(labels, sources, strict=True)
        ),
        witnesses=count_independent(sources),
        disputes=tuple(_disputes(claim, evidence.disagreements)),
    )


def _labels(claim: Claim, evidence: Evidence) -> list[str]:
    shelf: Bibliography = list_sources(cite([claim.id], evidence), evidence)
    return [shelf.labels[source].label for source in claim.sources]


def _disputes(claim: Claim, disagreements: Mapping[DisagreementId, Disagreement]) -> Iterator[Dispute]:
    for name in claim.disagreements:
        yield Dispute(name, disagreements[name].question)


def _since(opened: Mapping[str, Opened] | Mapping[ClaimId, Opened], count: int) -> tuple[Opened, ...]:
    """Take what was opened after the first `count`."""
    return tuple(opened.values())[count:]


def _glued(pieces: Iterable[Worded]) -> tuple[Worded, ...]:
    """Hold to a term the signs that stand at it."""
    done: list[Worded] = []
    for piece in pieces:
        before = done[-1] if done else None
        if piece.word and before and not before.word:
            kept = before.text.rstrip(_OPENING)
            done[-1:] = [Worded(kept), replace(piece, opens=before.text[len(kept) :])]
        elif before and before.word and not piece.word:
            rest = piece.text.lstrip(_CLOSING)
            done[-1:] = [replace(before, closes=piece.text[: len(piece.text) - len(rest)]), Worded(rest)]
        else:
            done.append(piece)
    return tuple(piece for piece in done if piece.text)


def _split(pieces: tuple[Worded, ...]) -> tuple[tuple[Worded, ...], tuple[Worded, ...]]:
    """Part the last word of a sentence from the rest; a term stays whole."""
    for at in reversed(range(len(pieces))):
        before, space, last = pieces[at].text.rpartition(" ")
        if pieces[at].word is None and space:
            tail = (Worded(last), *pieces[at + 1 :]) if last else pieces[at + 1 :]
            return (*pieces[:at], Worded(before + space)), tail
    return (), pieces
