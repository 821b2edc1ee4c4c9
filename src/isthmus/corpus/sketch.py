"""Which texts are near-duplicates: copied pages with another header or date, not pages that fill in one form."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

__all__ = ["Print", "are_copies", "may_be_copies"]

_WORDS = 4
_FEWEST_KEYS = 8
_ONE_IN = 32
_ALIKE = 0.75
_CONTAINED = 0.9
_LEAST_SHARE = 0.5
_SHARED_KEYS = 0.5
_SHORT, _LONG = 40, 400

_CEILING = 2**32 // _ONE_IN
_ASCII = 128
# Everything in ASCII that is no letter and no digit parts words; letters are read small. Bytes beyond are letters.
_SMALL = bytes(byte if byte >= _ASCII or chr(byte).isalnum() else ord(" ") for byte in range(256)).lower()


@dataclass(frozen=True)
class Print:
    """The fingerprint of a text: its words in order."""

    words: tuple[bytes, ...]

    @classmethod
    def of(cls, text: bytes) -> "Print":
        """Take the fingerprint of a text in UTF-8; marks between words and the size of letters leave none."""
        return cls(tuple(text.translate(_SMALL).split()))

    @cached_property
    def runs(self) -> frozenset[int]:
        """Every run of four words, each as a number of 32 bits; fewer words are one run.

        Source:
            Broder, On the resemblance and containment of documents, SEQUENCES 1997, doi:10.1109/SEQUEN.1997.666900.
        """
        if len(self.words) < _WORDS:
            return frozenset(map(crc32, [b" ".join(self.words)] if self.words else ()))
        runs = zip(*(self.words[start:] for start in range(_WORDS)), strict=False)
        return frozenset(map(crc32, map(b" ".join, runs)))

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The smallest numbers of its runs, ascending, by which near-duplicates are found.

        Every number in the lowest 32nd is one, so that texts of any two lengths compare, and at least eight are, so
        that a short text has some.

        Source:
            Broder 1997, as `runs`; the lowest share as in Irber et al., bioRxiv 2022, doi:10.1101/2022.01.11.475838.
        """
        low = sorted([run for run in self.runs if run < _CEILING])
        return tuple(low if len(low) >= _FEWEST_KEYS else sorted(self.runs)[:_FEWEST_KEYS])

    @cached_property
    def counts(self) -> Counter[bytes]:
        """How often each word stands in it."""
        return Counter(self.words)


def may_be_copies(shared: int, one: int, other: int) -> bool:
    """Tell from how many keys two texts share, and how many each has, whether to compare them.

    >>> may_be_copies(4, 8, 12), may_be_copies(3, 8, 8)
    (True, False)
    """
    return shared >= _SHARED_KEYS * min(one, other)


def are_copies(one: Print, other: Print) -> bool:
    """Tell whether of two texts one is a near-duplicate of the other.

    It is when at least 75 % of all their runs of words are in both, or when at least 90 % of the shorter are in the
    longer and the shorter is at least half as long. A page that copies several short pages is a duplicate of none: it
    would make one group of sources that have nothing to do with each other.

    Pages that fill in one form with different subjects share most of their words too. They are told by each having a
    word of its own that recurs and never stands in the other; in a text of a few lines, any word will do. Numbers, which
    may be dates, are no such words. In a long text of which this much is shared, another name makes no other text.
    """
    shorter, longer = sorted((len(one.runs), len(other.runs)))
    if not shorter or shorter < _LEAST_SHARE * longer:
        return False
    shared = len(one.runs & other.runs)
    if shared < min(_ALIKE * (shorter + longer - shared), _CONTAINED * shorter):
        return False
    recurs = 1 if shared < _SHORT else 2
    return shared >= _LONG or not (_only_in(one, other, recurs) and _only_in(other, one, recurs))


def _only_in(one: Print, other: Print, recurs: int) -> bool:
    only = one.counts.keys() - other.counts.keys()
    return any(one.counts[word] >= recurs and not word.isdigit() for word in only)
