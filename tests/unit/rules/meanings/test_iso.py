from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isthmus.rules.meanings.iso import iso
from isthmus.terms import Form, Moment, Precision

NOON = 12 * 3_600_000
DAY = 86_400_000


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment(Form.DATE, Precision.YEAR, 7), "0007"),
        (Moment(Form.DATE, Precision.MONTH, 12 * 2014 + 11), "2014-12"),
        (Moment(Form.DATE, Precision.DAY, 1), "0001-01-01"),
        (Moment(Form.DATETIME, Precision.DAY, 1), "0001-01-01"),
        (Moment(Form.DATETIME, Precision.HOUR, NOON), "0001-01-01T12"),
        (Moment(Form.DATETIME, Precision.MILLISECOND, DAY + NOON + 61_007), "0001-01-02T12:01:01.007"),
        (Moment(Form.TIME, Precision.HOUR, NOON), "12"),
        (Moment(Form.TIME, Precision.SECOND, NOON + 59_000), "12:00:59"),
        (Moment(Form.TIME, Precision.MILLISECOND, 5), "00:00:00.005"),
    ],
)
def test_a_moment_is_written_as_far_as_it_is_known(moment: Moment, text: str) -> None:
    assert iso(moment) == text


@given(st.dates())
def test_a_day_is_written_as_python_writes_it(day: date) -> None:
    assert iso(Moment.of(day)) == day.isoformat()
