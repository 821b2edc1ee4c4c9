import pytest

from isthmus.answer.verify.levels import levels_in
from isthmus.answer.verify.tokens import read_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("at L5", ["l5"]),
        ("L5-S1, L4-5 and L4/5", ["l5-s1", "l4-l5", "l4-l5"]),
        ("between L5-1", ["l5-s1"]),
        ("the fifth lumbar vertebra and the 1st sacral one", ["l5", "s1"]),
        ("lumbar five, and the lumbar spine", ["l5"]),
        ("COVID-19, B12 and a 3D print on the 12th day", ["covid-19", "b12", "3d", "12th"]),
        ("a cure", []),
    ],
)
def test_names_that_hold_a_number_are_read_in_one_form(text: str, names: list[str]) -> None:
    assert [level.name for level in levels_in(read_text(text))] == names


def test_only_a_vertebra_is_a_level() -> None:
    assert [level.vertebral for level in levels_in(read_text("L5 and PD-5"))] == [True, False]
