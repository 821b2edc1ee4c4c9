"""Facts about a patient that a question states; what is not plainly stated is not known, and never `no`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from isthmus.answer.denial import ends_clause, is_denied, is_excepted, is_listed, is_unsure
from isthmus.answer.forms import in_sentences
from isthmus.answer.said import Sentence, sentences_of
from isthmus.answer.stance import Telling, Who, tells
from isthmus.claims import Asking, FactValue, Part, Reading, Span
from isthmus.terms import FeatureName

__all__ = ["Fact", "read_facts"]

_PLACES = Decimal("0.01")
_MOST_SENTENCES = 100
"""Nobody tells more in a question; what would come after stays unknown."""


@dataclass(frozen=True)
class Fact:
    """A fact about the patient of a question, and the words that state it."""

    feature: FeatureName
    value: FactValue
    said: str


def read_facts(text: str, asking: Asking, earlier: Sequence[str] = ()) -> tuple[Fact, ...]:
    """Read the facts that a question states about its patient, and those of the questions before it.

    What is asked, supposed, advised, unsure or said of somebody else is no fact. Where one question says two things of
    a case feature, neither is taken; what a later question says outranks what an earlier one said.

    Args:
        text: The question, cleaned.
        asking: How people ask; empty, it reads nothing.
        earlier: The questions before it, oldest first.

    Returns:
        At most one fact for each case feature.
    """
    if not asking.readings:
        return ()
    texts = [sentences_of(in_sentences(one), asking.numbers)[:_MOST_SENTENCES] for one in (*earlier, text)]
    told = tells([sentence for sentences in texts for sentence in sentences], asking)
    patients = _patients(told, asking)
    known: dict[FeatureName, Fact] = {}
    for sentences in texts:
        own = told[: len(sentences)]
        told = told[len(sentences) :]
        known |= _facts_of(own, patients, asking)
    return tuple(known.values())


def _facts_of(told: Sequence[Telling], patients: frozenset[Who], asking: Asking) -> dict[FeatureName, Fact]:
    """Read the facts of one question, each once; where nobody is named, only what stands apart and is no number."""
    nameless = patients == {"unspoken"}
    found: dict[FeatureName, list[Fact]] = {}
    for reading in asking.readings:
        for fact, who in _read(reading, _apart(told) if nameless else told, asking):
            if who in patients and not (nameless and isinstance(fact.value, Decimal)):
                found.setdefault(fact.feature, []).append(fact)
    return {name: facts[0] for name, facts in found.items() if len({repr(fact.value) for fact in facts}) == 1}


def _patients(told: Sequence[Telling], asking: Asking) -> frozenset[Who]:
    """Find whose facts are the patient's: those of the one who is asked for, else of who asks, else of the only other.

    Somebody else is the patient only where it is asked of them; nobody is, where a question tells of two.
    """
    named: dict[Who, set[tuple[str, ...]]] = {}
    for sentence in told:
        for mention in sentence.mentions:
            by_name = () if mention.who == "pronoun" else (mention.words,)
            named.setdefault(sentence.whose[mention.start], set()).update(by_name)
    if "ward" in named:
        words = {word for mention in named["ward"] for word in mention}
        several = sum(bool(words & row) for row in asking.persons.apart) > 1
        return frozenset() if several else frozenset({"ward", "unspoken"})
    if "asker" in named:
        return frozenset({"asker", "unspoken"})
    asked_of = any(
        sentence.whose[mention.start] == "other" and not sentence.plain[mention.start]
        for sentence in told
        for mention in sentence.mentions
    )
    only = len(named.get("other", ())) == 1
    return frozenset({"other", "unspoken"} if asked_of and only else {"unspoken"})


def _apart(told: Sequence[Telling]) -> tuple[Telling, ...]:
    """Take the sentences that stand apart from the question; where nobody is named, only these tell of somebody."""
    asks = any(sentence.sentence.asks for sentence in told)
    return tuple(sentence for sentence in told if asks and not sentence.sentence.asks)


def _read(reading: Reading, told: Sequence[Telling], asking: Asking) -> Iterator[tuple[Fact, Who]]:
    for at, here in enumerate(told):
        for span in _stated(reading, here.sentence):
            tells = reading.firm or here.plain[span[0]]
            value = _value(reading, span, here, told[at + 1 :], asking) if tells else None
            if value is not None:
                # A fact is of the last one named before its last word.
                yield Fact(reading.feature, value, here.sentence.said(*span)), here.whose[span[1] - 1]


def _stated(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    """Find where one of the wordings stands; of two that begin at one word, the longer."""
    words = sentence.words
    found = [span for wording in reading.said if wording.found_in(words) for span in wording.parts[0].spans_in(words)]
    if found and not any(wording.found_in(words) for wording in reading.unless):
        yield from sorted({start: (start, end) for start, end in sorted(found)}.values())


def _value(
    reading: Reading, span: Span, here: Telling, following: Sequence[Telling], asking: Asking
) -> FactValue | None:
    stance, sentence = asking.stance, here.sentence
    own_denial = sentence.tokens[span[0]].word in stance.denials
    denied = is_denied(span[0], sentence, stance)
    if reading.red_flag and reading.value is True and not (denied or own_denial):
        listed = is_listed(span[0], here, stance)
        denied = listed if denied is False or listed else None
    says_no = denied or own_denial
    if denied is None or (says_no and not ends_clause(span[1], sentence, stance)):
        return None
    rules_out = says_no or reading.value is False
    if rules_out and is_excepted(span[1], sentence, stance):
        return None
    if rules_out and reading.red_flag and is_unsure(span, here, following, stance):
        return None
    if denied:
        return reading.denied
    return reading.value if reading.per is None else _number(reading, span, sentence, asking)


def _number(reading: Reading, span: Span, sentence: Sentence, asking: Asking) -> Decimal | None:
    """Take the first number of a wording, unless it is a limit, a guess or one of several."""
    tokens, numbers = sentence.tokens, asking.numbers
    at, value = next(((at, value) for at in range(*span) if (value := tokens[at].value) is not None), (-1, None))
    if value is None:
        return None  # a number in signs that are none here
    words = sentence.words
    bare = span[1] == at + 1
    if any(end == at for _, end in numbers.inexact.spans_in(words)):
        return None
    if any(_begins(part, sentence, span[1]) for part in (numbers.going_on, *((numbers.measures,) if bare else ()))):
        return None
    if not reading.per:
        return value
    unit = next(numbers.times[token.word] for token in tokens[at:] if token.word in numbers.times)
    times = reading.per.get(unit)
    return None if times is None else (value * times).quantize(_PLACES).normalize() + 0


def _begins(part: Part, sentence: Sentence, at: int) -> bool:
    return any(start == at for start, _ in part.spans_in(sentence.words))
