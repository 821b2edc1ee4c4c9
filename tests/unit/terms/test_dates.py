from datetime import date

import pytest

from isthmus.terms import long_date, window

TODAY = date(2026, 11, 21)


def test_a_date_is_written_out() -> None:
    assert long_date(TODAY).replace("\N{NO-BREAK SPACE}", " ") == "21 November 2026"


@pytest.mark.parametrize(
    ("weeks", "days"),
    [
        ((4, 6), (date(2026, 12, 19), date(2027, 1, 2))),
        ((0, 0), (TODAY, TODAY)),
        (None, None),
    ],
)
def test_weeks_are_counted_from_the_readers_own_day(
    weeks: tuple[int, int] | None, days: tuple[date, date] | None
) -> None:
    assert window(TODAY, weeks) == days
