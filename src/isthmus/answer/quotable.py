"""Which sentences of a document may be said by themselves, and with which other one: general English, of no condition."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from isthmus.answer.medicine import directs_medicine, heads_stopping
from isthmus.answer.quotable_words import quotable_words
from isthmus.claims import Part, Words, plain_words
from isthmus.corpus import Passage, Sentence, without_orders

__all__ = ["Quotable", "asks_against", "asks_for_harm", "is_of_others", "may_be_shown", "negates", "whole"]

_WORDS = range(3, 81)
"""How many words a sentence may have to be quoted: fewer say nothing, more are no sentence."""

_AROUND = 300
"""How many characters before and after a sentence are looked at."""

_NEGATION_WORDS = (
    "against avoid avoided cannot cant didnt doesnt dont isnt arent mustnt neither never no none nor not shouldnt wasnt "
    "werent without wont"
)
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=\S)|\n\s*\n")
_OPEN_ENDS = ("?", ":")
_LONGEST_LABEL = 2
_OPENING, _CLOSING = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
_SPEECH = re.compile(
    rf"\W{{0,3}}(?:[{_OPENING}\"](?:[^\s{_CLOSING}\"]+\s+){{3,}}[^{_CLOSING}\"]*(?:[{_CLOSING}\"]\W*(?:$|[\N{{EN DASH}}\N{{EM DASH}}-])|$)"
    rf"|.*[{_CLOSING}\"],? +(?:\w+ ){{0,4}}?(?:said|says|told|tells|adds|added|explains|explained|recalls|recalled|wrote|writes|insists|remembers)\b"
    rf"|.*\b(?:said|says|told \w+|tells \w+|adds|added|explains|explained|recalls|recalled|writes|wrote|insists),? ?:? ?[{_OPENING}\"]\w"
    r"|(?:M(?:r|rs|s|iss|x)|Dr|Prof(?:essor)?|Coach|Sister|Nurse|Sir|Dame)\.? [A-Z][\w'-]*(?: [A-Z][\w'-]*)?(?: \([^()]*\)|, [^:.]{1,60})?:\s)"
)
"""A sentence that is what somebody said: in quotation marks from end to end, with a verb of speech, or after a name."""


class Quotable:
    """Tells which sentences stand alone.

    Args:
        leaning: Words at the beginning of a sentence that leans on the one before.
    """

    def __init__(self, leaning: AbstractSet[str]) -> None:
        self._leaning = leaning

    def stands_alone(self, sentence: Sentence, passage: Passage, title: str, *, against: bool = False) -> bool:
        """Leave out what cannot be said by itself, and what is said here by nobody.

        That is a question, a line that leads to the next or leans on what was named before, a few words or too many; what
        holds orders to a screen or to a machine, sells, or tells of its author; what is told as the words of others, or is
        taken back by a line above or by a neighbour; a dose, stopping a medicine, a clearance, and danger called harmless.

        Args:
            sentence: The sentence.
            passage: The passage in which it stands.
            title: The title of its document.
            against: Whether just that is asked for which is not to be done, or does harm.
        """
        words = plain_words(sentence.text)
        lead_in = plain_words(sentence.lead_in or "") if (sentence.lead_in or "").endswith(":") else []
        leans = not self._leaning.isdisjoint(words[:1] + lead_in[:1])
        if leans or sentence.text.endswith(_OPEN_ENDS) or len(lead_in + words) not in _WORDS:
            return False
        if without_orders(sentence.text) != sentence.text or not _may_be_said(sentence):
            return False
        if _is_speech(sentence, passage) or quotable_words().crosses_out(_line_up_to_the_end_of(sentence, passage)):
            return False
        if _taken_back_above(sentence, passage, title, against=against) or _taken_back_beside(sentence, passage):
            return False
        return not _directs_medicine(sentence, passage, title)


def whole(sentence: Sentence, passage: Passage) -> Sentence | None:
    """Give a sentence with the next where that limits it, as `However, this holds for adults only` does.

    Returns:
        None where the two cannot be said as one.
    """
    _, after = _around(sentence, passage)
    if sentence.lead_in or not quotable_words().limiting.spans_in(Words.of(after)):
        return sentence
    following = next((one for one in passage.sentences if one.start >= sentence.end), None)
    if following is None or plain_words(following.text) != plain_words(after):
        return None
    text = _text_between(passage, sentence.start, following.end)
    one = sentence._replace(end=following.end, text=text)
    return one if len(plain_words(text)) in _WORDS and _may_be_said(one) else None


def asks_against(question: str) -> bool:
    """Whether a question asks what is not to be done, as `When should it not be worn?` does."""
    words = Words.of(question)
    return any(wording.found_in(words) for wording in quotable_words().against)


def asks_for_harm(question: str) -> bool:
    """Whether a question asks what does harm, as `What makes it worse?` does, or what is not to be done."""
    words = Words.of(question)
    return asks_against(question) or any(wording.found_in(words) for wording in quotable_words().harming)


def is_of_others(question: str, text: str, lines: Iterable[str]) -> bool:
    """Whether a sentence is of others than those who are asked about, by its text or the lines over it, the nearest first.

    The last line is the title. That is so below a line about animals where nobody asks about any, and of children where adults are asked about, or
    the other way round; below a heading of a state or an age, such as pregnancy, where nobody asks about that; likewise of girls and boys, of one side and the other, and of one side and both.
    """
    told, asked = quotable_words(), Words.of(question)
    over = [Words.of(line) for line in lines]
    if any(told.animals.spans_in(words) for words in over) and not told.animals.spans_in(asked):
        return True
    if any(_is_of_a_state(asked, text, over[:-1], state) for state in told.states):
        return True
    said = [Words.of(text), *over]
    return any(_is_of_the_other(asked, said, pair) for pair in range(len(told.people)))


def _is_of_a_state(asked: Words, text: str, headings: Sequence[Words], state: Part) -> bool:
    """Whether a heading names a state, such as pregnancy, that neither the question nor the sentence itself does."""
    if not any(map(state.spans_in, headings)):
        return False
    return not (state.spans_in(asked) or state.spans_in(Words.of(text)))


def _is_of_the_other(asked: Words, said: Iterable[Words], pair: int) -> bool:
    """Whether the nearest text that names any people of a pair names none of those who are asked about."""
    people_in = quotable_words().people_in
    meant = people_in(asked, pair)
    if not meant:  # as in most questions
        return False
    nearest = next(filter(None, (people_in(words, pair) for words in said)), meant)
    return meant.isdisjoint(nearest)


def negates(text: str) -> int:
    """Count the denials in a sentence, by which it may say the opposite of another in the same words."""
    return sum(word in _NEGATIONS for word in plain_words(text))


def _may_be_said(sentence: Sentence) -> bool:
    words = Words.of(sentence.text)
    return not any(wording.found_in(words) for wording in quotable_words().never) and may_be_shown(sentence.text)


def may_be_shown(line: str) -> bool:
    """Whether a line may stand over a sentence that is said: it tells nobody how to take a medicine."""
    return not directs_medicine(line)


def _directs_medicine(sentence: Sentence, passage: Passage, title: str) -> bool:
    """Whether a sentence tells how to take a medicine that is named before it or above it, or stands below such a line."""
    before, _ = _around(sentence, passage)
    lead_in = sentence.lead_in or ""
    over = [line for line in passage.over if line != title]
    if not may_be_shown(lead_in) or any(map(heads_stopping, (lead_in, *over))):
        return True
    return directs_medicine(sentence.text, (lead_in, before, *over))


def _taken_back_above(sentence: Sentence, passage: Passage, title: str, *, against: bool) -> bool:
    """Whether a line above that is not shown beside a sentence takes it back, warns of it or denies it."""
    told = quotable_words()
    over = [line for line in passage.over if not told.is_title(line, title)]
    near = [*_hidden_lead_ins(sentence, passage), *over]
    for line in filter(None, [_label(sentence.text), sentence.lead_in, *near, title]):
        if told.clears(line):
            break
        if told.falsifies(line) or told.is_past(line, sentence.text):
            return True
    warned = not against and (any(map(told.warns, near)) or _title_warns(title, passage))
    return warned and not told.forbids(sentence.text)


def _label(text: str) -> str:
    """Give what a sentence calls itself, as `Fact` in `Fact: it heals`."""
    label, colon, _ = text.partition(":")
    return label if colon and len(plain_words(label)) <= _LONGEST_LABEL else ""


def _title_warns(title: str, passage: Passage) -> bool:
    """Whether a title that stands over a passage, or is the question of a record, says that it is not to be done."""
    told = quotable_words()
    return told.asks_what_not(title) or any(
        told.is_title(line, title) and told.warns_as_title(line) for line in passage.over
    )


def _hidden_lead_ins(sentence: Sentence, passage: Passage) -> list[str]:
    """Give the lines above a sentence of a list that lead to it or to others, but for the one shown beside it."""
    if not sentence.lead_in:
        return []
    before = _text_between(passage, passage.start, sentence.start)
    leading = (line.strip() for line in before.splitlines() if line.rstrip().endswith(":"))
    return [line for line in leading if not line.endswith(sentence.lead_in)]


def _taken_back_beside(sentence: Sentence, passage: Passage) -> bool:
    """Whether the sentence before or after one, in its paragraph, says that it is not so."""
    if sentence.lead_in:
        return False
    said_before = _text_between(passage, passage.start, sentence.start)
    if quotable_words().below.spans_in(Words.of(said_before)):
        return True
    before, after = map(Words.of, _around(sentence, passage))
    return bool(quotable_words().before.spans_in(before) or quotable_words().after.spans_in(after))


def _is_speech(sentence: Sentence, passage: Passage) -> bool:
    """Whether a sentence is what a single person said: by itself, or as it stands between marks that open before it."""
    line = _line_up_to_the_end_of(sentence, passage)
    before = line[: len(line) - len(sentence.text)]
    return before.count(_OPENING) > before.count(_CLOSING) or _SPEECH.match(sentence.text) is not None


def _around(sentence: Sentence, passage: Passage) -> tuple[str, str]:
    """Give the sentences before and after one in its passage."""
    before = _text_between(passage, passage.start, sentence.start)[-_AROUND:]
    after = _text_between(passage, sentence.end, passage.end)[:_AROUND]
    return _SENTENCE.split(before.strip())[-1], _SENTENCE.split(after.strip())[0]


def _line_up_to_the_end_of(sentence: Sentence, passage: Passage) -> str:
    before = _text_between(passage, passage.start, sentence.start)
    return before[before.rfind("\n") + 1 :] + sentence.text


def _text_between(passage: Passage, start: int, end: int) -> str:
    return passage.text.encode()[start - passage.start : end - passage.start].decode()
