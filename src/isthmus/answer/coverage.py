"""How much of what is asked each sentence speaks of: by itself, under its headings, or as an item of a list."""

import math
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from isthmus.answer.bearing import Bearing
from isthmus.answer.document_words import document_words
from isthmus.answer.found import Found
from isthmus.corpus import DocumentId, Passage
from isthmus.search import Counted, Thesaurus, stems

__all__ = ["Coverage", "Rows"]

_MOST_OF_IT = 0.5

Rows = tuple[tuple[str, ...], ...]
"""Something that is looked for: every row of stems that says it."""


@dataclass(frozen=True)
class Coverage:
    """How much of what is wanted each sentence speaks of, by itself or under its headings."""

    counted: Counted
    found: Found
    wanted: Sequence[Rows]
    bearing: Bearing

    def by_headings(self, speaking: Sequence[int]) -> Iterator[list[int]]:
        """Part sentences whose headings are about what is asked by how well these tell the kind of answer, the best first."""
        for bearing in sorted({self.bearings[at] for at in speaking} - {0}, reverse=True):
            yield [at for at in speaking if self.bearings[at] == bearing]

    def below(self, told_by: Callable[[Sequence[str]], bool], speaking: Sequence[int]) -> list[int]:
        """Take the sentences above which such lines stand, the nearest of them first."""
        return [at for at in speaking if told_by(self._lines_above(at))]

    def items_if_listed(self, told: Sequence[int]) -> list[int]:
        """Of a document that gives sentences on the point as a list, take the items: that is how its author answers."""
        listing = {self.counted.document[at] for at in told if self.counted.sentences[at].lead_in}
        return [at for at in told if self.counted.sentences[at].lead_in or self.counted.document[at] not in listing]

    def by_words(self, speaking: Sequence[int]) -> Iterator[list[int]]:
        """Part sentences whose words give the kind of answer that is asked for, where no heading tells it.

        First come the sentences of passages that read like it, then those that name it and read like it themselves.
        """
        numbers = dict.fromkeys(self.counted.passage[at] for at in speaking)
        giving = {number for number in numbers if self.bearing.is_given_in(self._passages[number].text)}
        yield [at for at in speaking if self.counted.passage[at] in giving]
        yield [at for at in speaking if self.bearing.is_named_in(self.counted.sentences[at].text)]

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
                most = max(shares[at] for at in items)
                shares = [most if at in items else own for at, own in enumerate(shares)]
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

    def with_passages(self, chosen: Sequence[int], among: Sequence[int]) -> list[int]:
        """Add to chosen sentences the others of their passages, as far as they are among some."""
        number = self.counted.passage
        whole = (other for at in chosen for other in among if number[other] == number[at])
        return list(dict.fromkeys(whole))

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
            kind = document_words().turn(self.found.abouts[sentence.document])
            return kind, -best[sentence.document], sentence.document, sentence.start

        return sorted(chosen, key=turn)

    def holds_all(self, at: int, must: frozenset[str], thesaurus: Thesaurus) -> bool:
        """Whether a sentence, under its headings, speaks of each of some keys."""
        rows = (thesaurus.words.get(key, (stems(key),)) for key in must)
        return all(_holds(self._told[at], row) for row in rows)


def _holds(line: str, rows: Sequence[tuple[str, ...]]) -> bool:
    return any(f" {' '.join(row)} " in line for row in rows)
