from dataclasses import replace
from itertools import pairwise

import pytest
from tests.built_in import built_in_handbook
from tests.unit.present.conftest import TODAY

from isthmus.guide import numbers_in
from isthmus.present.icons import IconArray, draw_people
from isthmus.present.pages.choice import choice_page
from isthmus.present.pages.procedure import procedure_page
from isthmus.present.teller import Drawn, FactTold
from isthmus.present.told import Told

SAYS = Told("Most did well.", (), (), None)


def figure(unit: str = "%", value: float | None = 83.9, n: int | None = 665) -> Drawn:
    low, high = (None, None) if value else (40, 66)
    return Drawn("success", unit, value, low, high, None, n, 2009, population="young people", draw="people")


def array(drawn: Drawn) -> IconArray:
    (drawn_array,) = draw_people([FactTold(SAYS, drawn)])
    return drawn_array


def points(path: str) -> int:
    """Count the marks that a path of strokes draws, ten apart."""
    return sum(int(stroke.split("h")[1].split(".")[0]) // 10 + 1 for stroke in path.split("M") if stroke)


def test_a_share_of_people_fills_so_many_of_a_hundred_marks() -> None:
    drawn = array(figure())
    assert (drawn.number, drawn.n, drawn.who, drawn.year) == ("84", 665, "young people", 2009)
    assert (points(drawn.on), points(drawn.off), drawn.may, drawn.half) == (84, 16, "", "")


def test_a_part_of_a_counted_group_is_put_on_the_same_base() -> None:
    assert (array(figure("of 42", 10, None)).number, array(figure("of 42", 10, None)).n) == ("24", 42)


def test_the_rest_is_drawn_where_the_sentence_speaks_of_it() -> None:
    assert array(replace(figure(), rest=True)).number == "16"


def test_a_range_is_half_filled() -> None:
    drawn = array(figure(value=None))
    assert (drawn.number, drawn.interval) == ("40 to 66", False)
    assert (points(drawn.on), points(drawn.may), points(drawn.off), drawn.half.count("z")) == (40, 26, 34, 26)


def test_the_confidence_interval_of_a_figure_is_half_filled_and_named_so() -> None:
    drawn = array(replace(figure(), ci95=(80.0, 87.4)))
    assert (drawn.number, drawn.interval) == ("80 to 87", True)


@pytest.mark.parametrize("first", [Drawn("s", "%", 84, None, None, None, 5, 2009), None])
def test_what_is_not_to_be_drawn_as_people_is_left_out(first: Drawn | None) -> None:
    uncounted = figure(n=None)
    assert draw_people([FactTold(SAYS, first), FactTold(SAYS, uncounted)]) == ()


@pytest.mark.parametrize("audience", ["patient", "surgeon"])
def test_every_array_shows_a_number_that_its_sentence_says(audience: str) -> None:
    book = built_in_handbook()
    pages = [procedure_page(book, name, audience, today=TODAY) for name in book.book.procedures]
    choices = [choice_page(book, name, audience, today=TODAY) for name in book.book.choices]
    facts = [fact for page in pages for fact in (*page.benefits, *page.harms)]
    facts += [fact for page in choices for option in page.options for fact in (*option.benefits, *option.harms)]
    arrays = draw_people(facts)
    assert len(arrays) > 10
    for drawn in arrays:
        said = [value for number in numbers_in(drawn.says.text) for value in number.values]
        shares = {round(100 * part / whole) for pair in pairwise(said) for part, whole in (pair, pair[::-1]) if whole}
        assert drawn.low in {round(value) for value in said} | shares
