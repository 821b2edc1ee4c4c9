"""Of whom each word of a text tells, and whether it tells: or asks, supposes, orders, doubts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from isthmus.answer.said import Sentence
from isthmus.claims import Asking, Part, Persons, Span, Stance

__all__ = ["Mention", "Telling", "Who", "of_one_sex", "tells"]

_IS = frozenset(["is", "am", "are", "was", "as", "now", "only", "just", "already", "actually", "really", "currently"])
_MOST_BETWEEN = 2
Who = Literal["ward", "asker", "other", "nobody", "unspoken"]
"""Of whom a word tells: the patient another asks for, who asks, somebody else, people in general, or nobody is named."""


@dataclass(frozen=True)
class Mention:
    """A place where somebody is named."""

    start: int
    end: int
    who: Literal["ward", "asker", "other", "nobody", "together", "pronoun", "opening", "bystander"]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Telling:
    """What is known of each word of one sentence: of whom it tells, whether it tells plainly, and its mentions.

    `asks` is whether the sentence ends with a question mark or opens as a question.
    """

    sentence: Sentence
    asks: bool
    whose: tuple[Who, ...]
    plain: tuple[bool, ...]
    mentions: tuple[Mention, ...]


def of_one_sex(words: Iterable[str], others: Iterable[str], persons: Persons) -> bool:
    """Whether words for two, pronouns among them, may be for one: neither says a sex that the other does not."""
    one, other = (_sexes(said, persons) for said in (words, others))
    return not (one and other) or bool(one & other)


def _sexes(words: Iterable[str], persons: Persons) -> set[int]:
    """Number the sexes that the last word to say one says: `his sister` is a woman."""
    said = ({at for at, sex in enumerate(persons.sexes) if word in sex} for word in reversed(tuple(words)))
    return next(filter(None, said), set())


def tells(sentences: Sequence[Sentence], asking: Asking) -> tuple[Telling, ...]:
    """Work out of whom each sentence tells; a pronoun means the last person named before it whom it may mean."""
    told: list[Telling] = []
    before: Who = "unspoken"
    thirds: list[tuple[Who, tuple[str, ...]]] = []
    for sentence in sentences:
        mentions = tuple(_mentions(sentence, asking.persons))
        plain = _plain(sentence, asking.stance, mentions)
        before = "unspoken" if before == "nobody" else before
        whose: list[Who] = [before] * len(sentence.tokens)
        for number, mention in enumerate(mentions):
            last = mentions[number - 1] if number else None
            same = last is not None and _says_more(mention, last, sentence)
            third = _third(mention, thirds, asking.persons)
            who = whose[mention.start - 1] if same else _who(mention, third, plain)
            if who in {"ward", "other"}:
                thirds.append((who, mention.words))
            whose[mention.start :] = [who] * (len(whose) - mention.start)
        asks = sentence.asks or _stands(asking.stance.opening_sentence, sentence, 0)
        told.append(Telling(sentence, asks, tuple(whose), plain, mentions))
        before = whose[-1]
    return tuple(told)


def _mentions(sentence: Sentence, persons: Persons) -> Iterator[Mention]:
    """Find who is named, from the left, the longest wording at each place."""
    kinds = ("bystander", "ward", "opening", "other", "nobody", "asker", "together", "pronoun")
    longest: dict[int, tuple[int, str]] = {}
    for kind in reversed(kinds):
        for start, end in _spans(getattr(persons, kind), sentence):
            if end >= longest.get(start, (0, ""))[0]:
                longest[start] = end, kind
    reached = 0
    for start, (end, kind) in sorted(longest.items()):
        if start >= reached:
            words = sentence.words.words[start:end]
            yield Mention(start, end, kind, words)  # type: ignore[arg-type]  # one of `kinds`
            reached = end


def _third(mention: Mention, thirds: Sequence[tuple[Who, tuple[str, ...]]], persons: Persons) -> Who | None:
    """Find the last of those named before whom a mention may mean, or the last of all."""
    meant = (who for who, words in reversed(thirds) if of_one_sex(mention.words, words, persons))
    return next(meant, thirds[-1][0] if thirds else None)


def _who(mention: Mention, third: Who | None, plain: Sequence[bool]) -> Who:
    match mention.who:
        case "pronoun":
            return third or "ward"
        case "bystander":
            return "nobody"
        case "together":
            return third or "asker"
        case "opening":
            return "ward" if mention.start == 0 and plain[0] else "nobody"
        case who:
            return who


def _says_more(mention: Mention, before: Mention, sentence: Sentence) -> bool:
    """Whether a mention says more of who was named right before it: `my son, a 14 year old gymnast`, `I am 31 years old`.

    `I have a friend` names another one.
    """
    between = sentence.words.words[before.end : mention.start]
    again = mention.who == "opening" or (mention.who == "other" and mention.words[0] in {"a", "an"})
    return again and len(between) <= _MOST_BETWEEN and _IS.issuperset(between)


def _plain(sentence: Sentence, stance: Stance, mentions: Sequence[Mention]) -> tuple[bool, ...]:
    """Say of each word whether it tells; what is asked or doubted lasts until a clause names somebody anew."""
    size = len(sentence.tokens)
    plain = [True] * size
    people = {mention.start for mention in mentions}
    doubted = [start for start, _ in _spans(stance.hedges, sentence)]
    ordered = [start for start, _ in _spans(stance.ordered, sentence)]
    supposed = min((start for start, _ in _spans(stance.supposing, sentence)), default=size)
    untold = False
    for start, end in _clauses(sentence, stance):
        first = start + (start > 0 and sentence.tokens[start].word in stance.joins)
        if start == 0 or first in people or _stands(stance.telling, sentence, first):
            untold = False
        opening = stance.opening_sentence if start == 0 else stance.opening_clause
        untold = untold or _stands(opening, sentence, first) or any(start <= at < end for at in doubted)
        from_here = min((at for at in ordered if start <= at < end), default=end)
        plain[start:end] = [not untold and at <= from_here and at < supposed for at in range(start, end)]
        untold = untold or from_here < end
    return tuple(plain)


def _clauses(sentence: Sentence, stance: Stance) -> Iterator[Span]:
    tokens = sentence.tokens
    breaks = [
        at
        for at in range(1, len(tokens))
        if tokens[at].phrase != tokens[at - 1].phrase or tokens[at].word in stance.joins
    ]
    bounds = [0, *breaks, len(tokens)]
    yield from pairwise(bounds)


def _stands(part: Part, sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and bool(part.ends(sentence.words, at) - {at})


def _spans(part: Part, sentence: Sentence) -> list[Span]:
    return part.spans_in(sentence.words)
