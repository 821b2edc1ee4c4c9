import pytest
from tests.unit.search.paper import passages

from isthmus.search.asking import Question
from isthmus.search.counted import Counted
from isthmus.search.held import Column, Held
from isthmus.search.subject import of_subject

TEXT = "A brace is a firm wrap for the back. All of the rowers of the club liked the brace. Rest is best."


def signs(question: str) -> dict[str, Column]:
    return of_subject(Held(Question.of(question), Counted.of(passages(TEXT))))


@pytest.mark.parametrize(
    ("question", "sign", "marked"),
    [
        ("What is a brace?", "opening", [True, False, False]),
        ("What is a brace?", "later", [False, True, False]),
        ("What is a brace?", "said_of", [True, False, False]),
        ("What is a brace?", "what_opening", [True, False, False]),
        ("What is a brace?", "what_said_of", [True, False, False]),
        ("Who liked a brace?", "said_of", [True, False, False]),
        ("Who liked a brace?", "what_opening", [False, False, False]),
        ("Who liked a brace?", "what_said_of", [False, False, False]),
        ("What is a xylophone?", "opening", [False, False, False]),
    ],
)
def test_a_sentence_about_something_is_told_from_one_that_mentions_it(
    question: str, sign: str, marked: list[bool]
) -> None:
    assert [one > 0 for one in signs(question)[sign]] == marked


def test_what_opens_a_sentence_counts_by_its_share_of_the_question() -> None:
    assert signs("What is a brace?")["opening"] == pytest.approx([1, 0, 0])
    assert 0 < signs("What is a brace for rest?")["opening"][0] < 1
