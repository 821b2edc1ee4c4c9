import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.said import sentences_of
from isthmus.answer.stance import Telling, of_one_sex, tells


def told(text: str) -> tuple[Telling, ...]:
    return tells(sentences_of(text, ASKING.numbers), ASKING)


def whose(text: str, word: str) -> str:
    found = [
        who
        for one in told(text)
        for token, who in zip(one.sentence.tokens, one.whose, strict=True)
        if token.word == word
    ]
    return found[-1]


def plainly(text: str) -> str:
    """Give the words that tell."""
    return " ".join(
        token.word for one in told(text) for token, plain in zip(one.sentence.tokens, one.plain, strict=True) if plain
    )


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The pain is bad.", "pain", "unspoken"),
        ("I have pain.", "pain", "asker"),
        ("My son has pain.", "pain", "ward"),
        ("My brother has pain.", "pain", "other"),
        ("Do 14 year olds have pain?", "pain", "nobody"),
        ("Do kids heal? The pain is bad.", "pain", "unspoken"),
        ("My brother fell. He has pain.", "pain", "other"),
        ("He has pain.", "pain", "ward"),
        ("My son fell and we tried rest.", "rest", "ward"),
        ("We tried rest.", "rest", "asker"),
        ("My son, a 14 year old gymnast, has pain.", "pain", "ward"),
        ("I am now 31 years old and have pain.", "pain", "asker"),
        ("My brother, 31 years old, has pain.", "pain", "other"),
        ("I lift, and 70 year old pain is no worse.", "pain", "nobody"),
        ("A 14 year old boy, pain for weeks.", "pain", "ward"),
        ("Does a 14 year old feel pain?", "pain", "nobody"),
        ("I am a runner with pain.", "pain", "asker"),
        ("I have a friend with pain.", "pain", "other"),
        ("My son's friend has pain.", "pain", "nobody"),
        ("I lift my son and have pain.", "pain", "nobody"),
    ],
)
def test_a_word_tells_of_the_last_one_named(text: str, word: str, who: str) -> None:
    assert whose(text, word) == who


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("He has pain", "he has pain"),
        ("Does he have pain", ""),
        ("He is 14, should he rest", "he is 14"),
        ("Should my son, who is 14, rest", "who is 14 rest"),
        ("He has pain if he runs", "he has pain"),
        ("He must rest for 3 weeks", "he must"),
        ("I think he is 14 but he has pain", "but he has pain"),
        ("He must rest and sleep, my son is 14", "he must my son is 14"),
    ],
)
def test_what_is_asked_supposed_ordered_or_doubted_does_not_tell(text: str, plain: str) -> None:
    assert plainly(text) == plain


@pytest.mark.parametrize(
    ("words", "others", "may_be_one"),
    [
        (["he"], ["his", "sister"], False),
        (["she"], ["his", "sister"], True),
        (["he"], ["my", "son"], True),
        (["he"], ["my", "cousin"], True),
        ([], ["my", "son"], True),
    ],
)
def test_a_pronoun_means_nobody_of_the_other_sex(words: list[str], others: list[str], *, may_be_one: bool) -> None:
    assert of_one_sex(words, others, ASKING.persons) is may_be_one
