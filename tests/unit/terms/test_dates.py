from datetime import date

import pytest

from isthmus.terms import after_weeks, in_weeks, long_date, window

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


@pytest.mark.parametrize(
    ("day", "weeks", "after"),
    [
        (TODAY, 2, date(2026, 12, 5)),
        (TODAY, 0, TODAY),
        (None, 2, None),
        (TODAY, None, None),
        (date(9999, 12, 24), 1, date(9999, 12, 31)),
        (date(9999, 12, 25), 1, None),
        (date(1, 1, 1), 10**12, None),
    ],
)
def test_a_day_is_told_only_where_the_calendar_and_all_its_parts_are_known(
    day: date | None, weeks: int | None, after: date | None
) -> None:
    assert after_weeks(day, weeks) == after


@pytest.mark.parametrize(
    ("weeks", "days", "words"),
    [
        ((0, 2), (None, None), "Weeks 0 to 2"),
        ((0, 2), (TODAY, date(2026, 12, 5)), "Weeks 0 to 2, 21 November 2026 to 5 December 2026"),
        ((26, None), (None, None), "From week 26"),
        ((26, None), (TODAY, None), "From week 26, 21 November 2026"),
        ((None, None), (None, None), "No fixed week"),
    ],
)
def test_weeks_are_said_with_their_days_where_these_are_known(
    weeks: tuple[int | None, int | None], days: tuple[date | None, date | None], words: str
) -> None:
    assert in_weeks(weeks, days).replace("\N{NO-BREAK SPACE}", " ") == words
