from datetime import date

import pytest

from isthmus.condition import Handbook
from isthmus.guide import Manner
from isthmus.present import Figures, OptionTold, choice_page, draw_options
from isthmus.present.figured import NO_FIGURES

TODAY = date(2026, 11, 21)


def options_of(whole: Handbook, name: str, reader: str = "patient") -> tuple[OptionTold, ...]:
    return choice_page(whole, name, reader, today=TODAY).options


def drawn(figures: Figures) -> dict[str, Manner]:
    people: dict[str, Manner] = {says.text: "people" for says in figures.people}
    return {**people, **{says.text: "range" for says in figures.rows}}


@pytest.mark.parametrize("reader", ["patient", "surgeon"])
def test_what_the_knowledge_says_how_to_draw_is_drawn_so_and_nothing_else_is(whole: Handbook, reader: str) -> None:
    for name in whole.book.choices:
        options = options_of(whole, name, reader)
        facts = [fact for option in options for fact in (*option.benefits, *option.harms)]
        wanted = {fact.says.text: fact.figure.draw for fact in facts if fact.figure and fact.figure.draw}
        assert drawn(draw_options(options, "plain" if reader == "patient" else "clinical")) == wanted, name


def test_what_is_compared_stands_on_one_axis_for_each_unit(whole: Handbook) -> None:
    for name in whole.book.choices:
        axes = {axis for axis, _ in draw_options(options_of(whole, name), "plain").rows.values()}
        assert len(axes) == len({axis.unit for axis in axes}), name


def test_of_no_options_nothing_is_drawn() -> None:
    assert draw_options([], "plain") == NO_FIGURES
