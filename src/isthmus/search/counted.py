"""The sentences of some passages, counted once so that any number of questions can be held against them."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from isthmus.claims import plain_words
from isthmus.corpus import Passage, Sentence
from isthmus.search.asking import cues
from isthmus.search.stem import stems

__all__ = ["Counted", "saturated"]

_EXACT = re.compile(r"[A-Za-z0-9][\w.-]*")
_PARTED = re.compile(r"(?<=[a-z])-\n\s*(?=[a-z])")
_SUMMARY = ("abstract", "summary")
_CLOSE_BELOW = 0.6
_SHORTEST_ROOT = 5
_ROOT_SHARE = 0.7
_SAME_ROOT = 0.7
_SHORTEST_NEAR = 4
_STEEPNESS, _LENGTH_SHARE = 1.2, 0.75


@dataclass(frozen=True)
class Counted:
    """Sentences with what they hold, in the order of their passages.

    `passage` is the number of each one's passage, `first` and `last` whether it opens or closes it, `document` the first
    and the one after the last sentence of its document. `said` are its stems in order, `length` how many of them are no
    plain words, `line` its words between spaces.
    """

    sentences: tuple[Sentence, ...]
    passage: tuple[int, ...]
    document: tuple[tuple[int, int], ...]
    said: tuple[tuple[str, ...], ...]
    line: tuple[str, ...]
    length: tuple[int, ...]
    in_summary: tuple[bool, ...]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "Counted":
        """Count the sentences of passages; passages of one document stand together, in their order."""
        rows = [(sentence, at, passage) for at, passage in enumerate(passages) for sentence in passage.sentences]
        texts = [_with_whole_words(sentence.text) for sentence, _, _ in rows]
        said = tuple(map(stems, texts))
        plain = cues().plain_stems
        summaries = {at for at, passage in enumerate(passages) if _is_summary(passage)}
        return cls(
            sentences=tuple(sentence for sentence, _, _ in rows),
            passage=tuple(at for _, at, _ in rows),
            document=_bounds([sentence.document for sentence, _, _ in rows]),
            said=said,
            line=tuple(f" {' '.join(plain_words(text))} " for text in texts),
            length=tuple(max(1, sum(stem not in plain for stem in one)) for one in said),
            in_summary=tuple(at in summaries for _, at, _ in rows),
        )

    def __len__(self) -> int:
        return len(self.sentences)

    @cached_property
    def places(self) -> Mapping[str, Mapping[int, int]]:
        """For each stem, the sentences that hold it and how often each does."""
        places: dict[str, dict[int, int]] = {}
        for at, said in enumerate(self.said):
            for stem, count in Counter(said).items():
                places.setdefault(stem, {})[at] = count
        return places

    @cached_property
    def telling(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence that are no plain words."""
        plain = cues().plain_stems
        return tuple(frozenset(said) - plain for said in self.said)

    @cached_property
    def mean_length(self) -> float:
        """How many stems that are no plain words a sentence holds, on average."""
        return sum(self.length) / max(1, len(self.length))

    @cached_property
    def passage_length(self) -> Mapping[int, int]:
        """How many stems each passage holds."""
        lengths: Counter[int] = Counter()
        for passage, said in zip(self.passage, self.said, strict=True):
            lengths[passage] += max(1, len(said))
        return lengths

    @cached_property
    def runs(self) -> tuple[frozenset[tuple[str, str]], ...]:
        """The pairs of neighbouring stems of each sentence."""
        return tuple(frozenset(pairwise(said)) for said in self.said)

    @cached_property
    def exact(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence as they are written."""
        return tuple(frozenset(_EXACT.findall(sentence.text)) for sentence in self.sentences)

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[tuple[str, frozenset[str]]]]:
        plain = cues().plain_stems
        rows: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for stem in self.places:
            if len(stem) >= _SHORTEST_NEAR and stem not in plain:
                rows.setdefault(stem[0], []).append((stem, _trigrams(stem)))
        return rows

    def rarity(self, held_by: float) -> float:
        """Weigh what so many sentences hold, some perhaps in part: the fewer, the more.

        Source:
            Robertson and Zaragoza, Foundations and Trends in Information Retrieval 3(4), 2009, doi:10.1561/1500000019.
        """
        return math.log(1 + (len(self) - held_by + 0.5) / (held_by + 0.5))

    def written_like(self, stem: str) -> Mapping[str, float]:
        """Find stems that are spelled much like one, or share its root, with how alike they are, from 0.6 to 1.

        A misspelling in the question, or a form that the stemmer cuts elsewhere, then still finds its word.
        """
        if len(stem) < _SHORTEST_NEAR or stem.isdecimal():
            return {}
        own = _trigrams(stem)
        rows = ((other, _alike(stem, own, other, grams)) for other, grams in self._by_letter.get(stem[0], ()))
        return {other: alike for other, alike in rows if alike >= _CLOSE_BELOW and other != stem}


def saturated(count: float, length: float, mean: float) -> float:
    """Weigh how often a text holds a word, by the length of the text: twice is more than once, but not twice as much.

    Source:
        As `Counted.rarity`.
    """
    spread = _STEEPNESS * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / mean)
    return count * (_STEEPNESS + 1) / (count + spread)


def _with_whole_words(text: str) -> str:
    """Put words together that the end of a line parts."""
    return _PARTED.sub("", text) if "-\n" in text else text


def _is_summary(passage: Passage) -> bool:
    heading = (passage.heading or "").lower()
    return heading.startswith(_SUMMARY) or passage.text[:9].lower().startswith(_SUMMARY)


def _bounds(documents: Sequence[str]) -> tuple[tuple[int, int], ...]:
    starts = [at for at, document in enumerate(documents) if not at or documents[at - 1] != document]
    spans = zip(starts, [*starts[1:], len(documents)], strict=False)  # no document: one end, no start
    return tuple(span for span in spans for _ in range(*span))


def _trigrams(stem: str) -> frozenset[str]:
    whole = f"^{stem}$"
    return frozenset(whole[at : at + 3] for at in range(len(whole) - 2))


def _alike(stem: str, own: frozenset[str], other: str, grams: frozenset[str]) -> float:
    """Rate how alike two stems are written: the share of trigrams in common, or a long root in common."""
    shared = 2 * len(own & grams) / (len(own) + len(grams))
    root = _common_start(stem, other)
    same_root = root >= _SHORTEST_ROOT and root >= _ROOT_SHARE * min(len(stem), len(other))
    return max(shared, _SAME_ROOT) if same_root else shared


def _common_start(one: str, other: str) -> int:
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))
