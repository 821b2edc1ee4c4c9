"""Which words of a text are denied, and which are only said to be possible."""

from collections.abc import Iterator
from itertools import islice

from isthmus.answer.verify.tokens import Text
from isthmus.answer.verify.words import MODALS, NEGATORS, PLAIN_WORDS, WEAK_NEGATORS

__all__ = ["denied_in", "is_matter", "negators_in", "softened_in"]

_DENIED = 4
_SOFT = frozenset({"may", "might", "can", "could"})
_IDIOMS = (("not", "only"), ("no", "matter"), ("not", "just"), ("whether", "or", "not"), ("no", "more", "than"),
           ("no", "less", "than"), ("no", "longer", "than"), ("no", "fewer", "than"), ("no", "later", "than"))  # fmt: skip


def is_matter(word: str) -> bool:
    """Tell whether a word says what a sentence is about, and not only how it is built."""
    return word[0].isalpha() and word not in PLAIN_WORDS and word not in MODALS and not is_negator(word)


def is_negator(word: str) -> bool:
    """Tell whether a word denies.

    >>> [word for word in ["not", "nothing", "note"] if is_negator(word)]
    ['not', 'nothing']
    """
    return word in NEGATORS


def negators_in(text: Text) -> tuple[int, ...]:
    """Find the words that deny, without those of idioms such as `not only`."""
    return tuple(at for at, token in enumerate(text.tokens) if is_negator(token.text) and not _in_idiom(text, at))


def denied_in(text: Text) -> tuple[frozenset[int], frozenset[int]]:
    """Find the positions of the words that are denied.

    Returns:
        The first word that matters after each denial, which it surely denies; and those which it may: the few after
        that, and what follows a word that comes near to a denial, such as `free`.
    """
    scopes = [tuple(_next(text, at)) for at in negators_in(text)]
    near = (at for at, token in enumerate(text.tokens) if token.text in WEAK_NEGATORS)
    surely = frozenset(scope[0] for scope in scopes if scope)
    reached = {at for scope in (*scopes, *(_next(text, at) for at in near)) for at in scope}
    return surely, frozenset(reached).difference(surely)


def softened_in(text: Text) -> frozenset[int]:
    """Find the positions of the words that are only said to be possible."""
    soft = (at for at, token in enumerate(text.tokens) if token.text in _SOFT)
    return frozenset(scope[0] for at in soft if (scope := tuple(_next(text, at))))


def _next(text: Text, at: int) -> Iterator[int]:
    clause = text.tokens[at].clause
    places = (n for n in range(at + 1, len(text.tokens)) if text.tokens[n].clause == clause)
    matter = (n for n in places if is_matter(text.tokens[n].text))
    yield from islice(matter, _DENIED)


def _in_idiom(text: Text, at: int) -> bool:
    return any(text.follows(at - step, *idiom) for idiom in _IDIOMS for step in range(len(idiom)) if at >= step)
