import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.said import sentences_of
from isthmus.answer.setting import is_elsewhere
from isthmus.answer.stance import tells


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("I had surgery.", [False]),
        ("I had knee surgery.", [True]),
        ("I used to have a slip.", [True]),
        ("I had surgery. It was my knee.", [True, True]),
        ("I had surgery. It is long ago and now my knee hurts.", [False, True]),
        ("I had surgery. My knee hurts.", [False, True]),
        ("My knee hurts. I had surgery.", [True, True]),
        ("My knee hurts. I had back surgery.", [True, False]),
        ("I had surgery. Will my knee hurt?", [False, False]),
    ],
)
def test_a_sentence_tells_of_the_back_now_or_of_something_else(text: str, elsewhere: list[bool]) -> None:
    told = tells(sentences_of(text, ASKING.numbers), ASKING)
    assert [is_elsewhere(at, told, ASKING.setting) for at in range(len(told))] == elsewhere
