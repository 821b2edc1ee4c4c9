"""Facts about a patient that a question states; what is not plainly stated is not known, and never `no`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from isthmus.answer.amend import Found, corrected, in_unit, is_spoken_of_again, is_taken_back
from isthmus.answer.denial import ends_clause, is_denied, is_excepted, is_listed, is_refuted, is_unsure
from isthmus.answer.forms import in_sentences
from isthmus.answer.patient import none_of_several, patients_of
from isthmus.answer.reply import denial_of_all
from isthmus.answer.said import Sentence, sentences_of
from isthmus.answer.setting import is_elsewhere
from isthmus.answer.stance import Telling, Who, tells
from isthmus.claims import NOWHERE, Asking, FactValue, Part, Reading, Span, Words
from isthmus.terms import FeatureName

__all__ = ["NOTHING_ASKED", "AskedBefore", "Fact", "ReadTurn", "is_of_several", "read_facts", "read_turns"]

_MOST_SENTENCES = 100
"""Nobody tells more in a question; what would come after stays unknown."""


@dataclass(frozen=True)
class AskedBefore:
    """What was asked in the turn before: the danger signs among it, and how many things it was."""

    signs: tuple[FeatureName, ...] = ()
    things: int = 0


NOTHING_ASKED = AskedBefore()
"""Nothing was asked back."""


@dataclass(frozen=True)
class Fact:
    """A fact about the patient of a question, and the words that state it."""

    feature: FeatureName
    value: FactValue
    said: str


ReadTurn = tuple[tuple[Telling, ...], tuple[Found, ...]]
"""What a turn of a conversation tells, sentence by sentence, and every fact that it states, of whomever."""


def read_facts(
    text: str,
    asking: Asking,
    earlier: Sequence[str] = (),
    asked: Sequence[AskedBefore] = (),
    reads: Callable[[tuple[str, ...]], Sequence[ReadTurn]] | None = None,
) -> tuple[Fact, ...]:
    """Read the facts that a question states about its patient, and those of the questions before it.

    What is asked, supposed, advised, unsure or said of somebody else is no fact. Where one question says two things of
    a case feature, neither is taken; what a later question says outranks what an earlier one said, and leaves it unknown
    where it speaks of it and cannot be read.

    Args:
        text: The question, cleaned.
        asking: How people ask; empty, it reads nothing.
        earlier: The questions before it, oldest first.
        asked: What was asked back right before each of them and before the text, which `none of the above` denies; or nothing.
        reads: Reads the turns, as `read_turns` does; one that remembers need not read them again.

    Returns:
        At most one fact for each case feature.
    """
    if not asking.readings:
        return ()
    texts = (*earlier, text)
    both = reads(texts) if reads else read_turns(texts, asking)
    turns, read = [turn for turn, _ in both], [found for _, found in both]
    for at, before in enumerate(asked):
        read[at] += tuple(_denied_together(turns[at], read[at], before, asking))
    patients = patients_of(turns, [{found.who for found in own} for own in read], asking)
    known: dict[FeatureName, Found] = {}
    for turn, found, whose in zip(turns, read, patients, strict=True):
        known = _after(turn, found, whose, known, asking)
    return tuple(Fact(name, found.value, found.said) for name, found in known.items())


def is_of_several(read: Sequence[ReadTurn], asking: Asking) -> bool:
    """Whether the turns of a conversation tell of more than one patient, and nobody can tell whose facts are meant."""
    return none_of_several([turn for turn, _ in read], [{one.who for one in found} for _, found in read], asking)


def read_turns(texts: Sequence[str], asking: Asking) -> list[ReadTurn]:
    """Read the turns of a conversation, each with what is known of whom it tells from those before it, and from no later one."""
    return [(turn, tuple(_read(turn, asking))) for turn in _turns(texts, asking)]


def _turns(turns: Sequence[str], asking: Asking) -> list[tuple[Telling, ...]]:
    """Work out of whom each turn tells, and give each its own sentences back."""
    texts = [sentences_of(in_sentences(one), asking.numbers)[:_MOST_SENTENCES] for one in turns]
    sentences = iter(tells([sentence for text in texts for sentence in text], asking))
    return [tuple(islice(sentences, len(text))) for text in texts]


def _after(
    turn: Sequence[Telling],
    read: Iterable[Found],
    whose: frozenset[Who],
    before: Mapping[FeatureName, Found],
    asking: Asking,
) -> dict[FeatureName, Found]:
    """Say what is known after a question, of what was known before it."""
    told = _told(read, whose)
    agreed = {name: one for name, all_of_it in told.items() if (one := _agreed(all_of_it, turn, whose, asking))}
    changed = corrected((*before.values(), *agreed.values()), turn, asking)
    kept = {
        name: found for name, found in before.items() if name not in told and not _again(name, (), turn, whose, asking)
    }
    sure = {name: found for name, found in {**kept, **agreed}.items() if not is_taken_back(found, turn, asking)}
    known = {**sure, **changed}
    return {name: found for name, found in known.items() if found}


def _told(read: Iterable[Found], patients: frozenset[Who]) -> dict[FeatureName, list[Found]]:
    """Take what a question tells of the patient; where nobody is named, only what stands apart and is no number."""
    nameless = patients == {"unspoken"}
    told: dict[FeatureName, list[Found]] = {}
    for found in read:
        if found.who in patients and not (nameless and (isinstance(found.value, Decimal) or not found.apart)):
            told.setdefault(found.reading.feature, []).append(found)
    return told


def _agreed(told: Sequence[Found], turn: Sequence[Telling], patients: frozenset[Who], asking: Asking) -> Found | None:
    """Take the first of several statements of one case feature, where all say the same and nothing else is said of it.

    A danger sign that is told is not undone by what else is said of it.
    """
    first = told[0]
    if len({repr(found.value) for found in told}) > 1:
        return None
    certain = first.reading.red_flag and first.value is True
    return None if not certain and _again(first.reading.feature, told, turn, patients, asking) else first


def _again(
    name: FeatureName, told: Sequence[Found], turn: Sequence[Telling], patients: frozenset[Who], asking: Asking
) -> bool:
    return is_spoken_of_again(asking.speaks.get(name, NOWHERE), told, turn, patients)


def _read(told: Sequence[Telling], asking: Asking) -> Iterator[Found]:
    asks = any(here.sentence.asks for here in told)
    for reading in asking.readings:
        for at, here in enumerate(told):
            for span in _stated(reading, here.sentence):
                tells_it = reading.firm or here.plain[span[0]]
                value = _value(reading, span, here, told[at + 1 :], asking) if tells_it else None
                if value is not None and not (reading.here_and_now and is_elsewhere(at, span, told, asking.setting)):
                    # A fact is of the last one named before its last word.
                    who, apart = here.whose[span[1] - 1], asks and not here.sentence.asks
                    yield Found(reading, value, here.sentence.said(*span), who, here, at, span, apart)


def _denied_together(
    turn: Sequence[Telling], read: Sequence[Found], before: AskedBefore, asking: Asking
) -> Iterator[Found]:
    """Give the danger signs that were asked right before and are denied by one sentence for all, as in `none of the above`.

    Whatever else the turn says must deny danger signs too, and nothing may take anything back.
    """
    counts = (len(before.signs), before.things)
    at = next((at for at, here in enumerate(turn) if denial_of_all(here.sentence, asking, *counts)), None)
    if at is None or not all(_only_denies(number, at, turn, read, asking) for number in range(len(turn))):
        return
    here = turn[at]
    span = (0, len(here.sentence.tokens))
    for name in before.signs:
        reading = Reading(name, (), value=False, red_flag=True)
        said = here.sentence.said(*span)
        yield Found(reading, value=False, said=said, who="unspoken", here=here, sentence=at, span=span, apart=True)


def _only_denies(number: int, at: int, turn: Sequence[Telling], read: Sequence[Found], asking: Asking) -> bool:
    """Whether a sentence is the denial of all, or else denies danger signs and nothing in it could take anything back."""
    if number == at:
        return True
    here, stance = turn[number], asking.stance
    own = [found for found in read if found.sentence == number]
    taken_back = stance.narrowing.spans_in(here.sentence.words) or is_excepted(0, here.sentence, stance)
    return bool(own) and all(found.value is False and found.reading.red_flag for found in own) and not taken_back


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
    if reading.red_flag and reading.denied is False and not (denied or own_denial):
        listed = is_listed(span[0], here, stance)
        denied = listed if denied is False or listed else None
    says_no = denied or own_denial
    if denied is None or (says_no and not ends_clause(span[1], sentence, stance)):
        return None
    if not _may_go_on(reading, span[1], sentence):
        return None
    rules_out = says_no or reading.value is False
    if rules_out and is_excepted(span[1], sentence, stance):
        return None
    if reading.red_flag and (
        is_unsure(span, here, following, stance) if rules_out else is_refuted(span[1], sentence, stance)
    ):
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
    bare = span[1] == at + 1 and not _ends_phrase(at + 1, sentence)
    if _ends_at(numbers.inexact, at, words) and not _ends_at(numbers.beside, at, words):
        return None
    if any(_begins(part, sentence, span[1]) for part in (numbers.going_on, *((numbers.measures,) if bare else ()))):
        return None
    if not reading.per:
        return value
    unit = next(numbers.times[token.word] for token in tokens[at:] if token.word in numbers.times)
    return in_unit(value, unit, reading.per)


def _may_go_on(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether a clause ends here, or goes on with what is owned by whoever was named, or with what may follow."""
    if _ends_phrase(at, sentence) or sentence.tokens[at - 1].owns:
        return True
    follows = reading.followed_by is None or _begins(reading.followed_by, sentence, at)
    return follows and not _begins(reading.not_followed_by, sentence, at)


def _ends_phrase(at: int, sentence: Sentence) -> bool:
    tokens = sentence.tokens
    return at == len(tokens) or tokens[at].phrase != tokens[at - 1].phrase


def _ends_at(part: Part, at: int, words: Words) -> bool:
    return any(end == at for _, end in part.spans_in(words))


def _begins(part: Part, sentence: Sentence, at: int) -> bool:
    return any(start == at for start, _ in part.spans_in(sentence.words))
