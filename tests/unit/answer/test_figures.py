import pytest
from tests.built_in import built_in_condition

from isthmus.answer.figures import without_figures
from isthmus.claims import Asking

ASKING = built_in_condition().evidence.asking


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Keep an eye on it: does it slip?", " it: does it slip?"),
        ("My head is spinning. He handed me a sheet over the phone, by the way?", ". He  a sheet , by the way?"),
        ("It broke my heart", "It "),
        ("Does it slip?", "Does it slip?"),
        ("", ""),
    ],
)
def test_a_figure_of_speech_is_left_out_and_the_rest_stays_as_it_was_written(text: str, left: str) -> None:
    assert without_figures(text, ASKING) == left


def test_where_no_figure_of_speech_is_known_nothing_is_left_out() -> None:
    assert without_figures("Keep an eye on it.", Asking()) == "Keep an eye on it."


def test_figures_that_share_words_are_left_out_together() -> None:
    assert without_figures("Hands on. A phone call on the phone.", ASKING).replace(" ", "") == ".A."
