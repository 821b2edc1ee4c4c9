from decimal import Decimal

import pytest

from isthmus.guide.arithmetic import read_sum


@pytest.mark.parametrize(
    ("text", "comes_out"),
    [
        ("16 = 100 - 84", True),
        ("84 = 83.9", True),
        ("5 = 100 / 20", True),
        ("33.3 = 100 / 3", True),
        ("33 = 100 / 3", True),
        ("12 = (2 + 4) * 2", True),
        ("2 = -1 + 3", True),
        ("3 = 2.5", True),
        ("17 = 100 - 84", False),
        ("1 = 5 / 0", False),
        ("4 = 2 ** 2", False),
    ],
)
def test_a_sum_comes_out_when_it_is_right_as_written(text: str, *, comes_out: bool) -> None:
    worked = read_sum(text)
    assert worked is not None
    assert worked.comes_out() is comes_out


@pytest.mark.parametrize(
    "text", ["84", "a = 3", "3 = x", "3 = (2", "84 = 8 4", "3 == 3", "", "3 = f(2)", "3 = ...", "3 ="]
)
def test_what_is_no_sum_is_not_read(text: str) -> None:
    assert read_sum(text) is None


def test_a_sum_names_the_numbers_that_nobody_vouches_for() -> None:
    worked = read_sum("16 = 100 - 84 + 7 - 7 + 0.5")
    assert worked is not None
    assert worked.strangers({Decimal(84)}) == (Decimal("0.5"),)
