import pytest

from isthmus.errors import InvalidOption
from isthmus.present.paged import Part, part_with, turn_to


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 0, Part(1, 1, 0, 0)),
        (1, 25, Part(1, 1, 0, 25)),
        (1, 26, Part(1, 2, 0, 25)),
        (2, 26, Part(2, 2, 25, 26)),
    ],
)
def test_a_page_holds_what_comes_next_up_to_the_end(number: int, count: int, shown: Part) -> None:
    assert turn_to(number, count) == shown


@pytest.mark.parametrize("at", range(26))
def test_the_page_with_an_entry_holds_it(at: int) -> None:
    part = part_with(at, 26)
    assert part.start <= at < part.end


@pytest.mark.parametrize(("number", "count"), [(0, 9), (2, 25), (-1, 9), (2, 0)])
def test_a_page_that_is_not_there_is_refused_with_those_that_are(number: int, count: int) -> None:
    with pytest.raises(InvalidOption, match="from 1 to 1"):
        turn_to(number, count)
