import pytest
from tests.unit.search.paper import paper, passages

from isthmus.search.asking import Question
from isthmus.search.counted import Counted
from isthmus.search.form import Form
from isthmus.search.held import Column
from isthmus.search.signs import signs_of


def signs(question: str, text: str | None = None) -> dict[str, Column]:
    counted = Counted.of(passages(text) if text else paper())
    return dict(signs_of(Question.of(question), counted, Form.of(counted)))


TEXT = "A trunk brace was worn. It was worn for twelve weeks. Pain fell in most rowers. Rest came first."


@pytest.mark.parametrize(
    ("question", "sign", "column"),
    [
        ("trunk brace", "runs", [1, 0, 0, 0]),
        ("trunk brace worn", "terms", [1, 1 / 3, 0, 0]),
        ("trunk brace", "opening_terms", [1, 0, 0, 0]),
        ("trunk brace", "pairs", [1, 0, 0, 0]),
        ("trunk brace worn", "first_mention", [1, 0, 0, 0]),
        ("rowers' pain", "closeness", [0, 0, 2 / 8, 0]),
        ("Rowing resting", "roots", [0, 0, 0, 0]),
        ("the trunks of rowers", "roots", [0.5, 0, 0.5, 0]),
        ("rest", "before", [0, 0, 0, 0]),
        ("rest", "after", [0, 0, 1, 0]),
        ("rest", "window_1", [0, 0, 1, 1]),
        ("rest", "covered_after", [0, 0, 1, 0]),
        ("rest", "best_before", [0, 0, 0, 0]),
        ("rest", "passage", [1, 1, 1, 1]),
        ("xylophone", "gram_share", [0, 0, 0, 0]),
        ("xylophone", "pairs", [0, 0, 0, 0]),
    ],
)
def test_a_sign_tells_one_thing_of_each_sentence(question: str, sign: str, column: list[float]) -> None:
    assert signs(question, TEXT)[sign] == pytest.approx(column)


def test_a_name_counts_as_it_is_written() -> None:
    text = "The HIV-1 test came back. A hiv test is cheap."
    assert signs("What is HIV-1?", text)["exact"] == [1, 0]
    assert signs("What is a test?", text)["exact"] == [0, 0]


def test_runs_of_letters_see_through_compounds() -> None:
    column = signs("transplacental passage", "It crossed the placenta. Rest came first.")["gram_share"]
    assert column[0] > column[1] == 0


def test_there_is_a_number_for_every_sentence_and_sign() -> None:
    assert {len(column) for column in signs("Was a brace worn at night?").values()} == {9}
