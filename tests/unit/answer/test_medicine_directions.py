import re

import pytest

from isthmus.answer.medicine import directs_medicine
from isthmus.answer.medicine_directions import Direction, Ways, directions
from isthmus.answer.medicine_marks import marked

TABLES = {name: getattr(directions(), name) for name in ("dose", "dose_of", "halting", "leaving")}
ROWS = [pytest.param(table, row, id=f"{name}: {row.tells}") for name, table in TABLES.items() for row in table.rows]


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_alone_of_its_table_hears_its_example(table: Ways, row: Direction) -> None:
    said = marked(row.example)
    assert [one.tells for one in table.rows if re.search(one.pattern, said)] == [row.tells]
    assert table.told_in(said)
    assert directs_medicine(row.example)


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_does_not_hear_what_is_alike_and_nothing_else_does(table: Ways, row: Direction) -> None:
    assert not table.told_in(marked(row.unlike))
    assert not directs_medicine(row.unlike)


def test_words_tell_that_what_is_done_often_is_no_medicine() -> None:
    found = [bool(directions().activity.search(text)) for text in ("stretching twice a day", "two twice a day")]
    assert found == [True, False]
