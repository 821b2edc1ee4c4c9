import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.said import sentences_of
from isthmus.answer.setting import is_elsewhere
from isthmus.answer.stance import tells


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("I had surgery.", False),
        ("I had knee surgery.", True),
        ("I used to have surgery.", True),
        ("I had surgery. It was my knee.", True),
        ("I had surgery. In my knee.", True),
        ("I had surgery. It is long ago and now my knee hurts.", False),
        ("I had surgery. My knee hurts.", False),
        ("I had surgery, my knee hurts.", False),
        ("I had surgery, on my knee.", True),
        ("My knee hurts. I had surgery.", True),
        ("My knee hurts, I had surgery.", True),
        ("My knee hurts. I had back surgery.", False),
        ("My knee hurts, I had back surgery.", False),
        ("I had surgery. Will my knee hurt?", False),
    ],
)
def test_words_tell_of_the_back_now_or_of_something_else(text: str, *, elsewhere: bool) -> None:
    told = tells(sentences_of(text, ASKING.numbers), ASKING)
    at = next(at for at, here in enumerate(told) if "surgery" in here.sentence.words.words)
    place = told[at].sentence.words.words.index("surgery")
    assert is_elsewhere(at, (place, place + 1), told, ASKING.setting) is elsewhere
