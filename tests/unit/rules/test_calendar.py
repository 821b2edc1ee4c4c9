from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isthmus.rules.calendar import CALENDAR, limits, step
from isthmus.rules.syntax import Period
from isthmus.terms import Form, Precision

EXAMPLES = settings(max_examples=300, deadline=None)
START = datetime.fromordinal(1)
YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, MILLISECOND = Precision
ORDINALS = st.integers(1, 3_652_059)
INSTANTS = st.datetimes().map(lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000))


def counted(at: datetime) -> int:
    return (at - START) // timedelta(milliseconds=1)


def whole_months(first: datetime, last: datetime) -> int:
    """Count months by moving: the most that the earlier end can be moved by and not pass the later one."""
    if last < first:
        return -whole_months(last, first)
    months = (last.year - first.year) * 12 + last.month - first.month
    reached = months_later(first.date(), months)
    assert reached is not None
    return months - (datetime.combine(reached, first.time()) > last)


def months_later(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if 1 <= year <= 9999 else None


def inside(count: int, form: Form, precision: Precision) -> bool:
    first, last = limits(form, precision)
    return first <= count <= last


@EXAMPLES
@given(ORDINALS)
def test_a_day_is_of_the_year_and_month_that_the_calendar_says(ordinal: int) -> None:
    day = date.fromordinal(ordinal)
    parts = [CALENDAR.component(ordinal, DAY, part) for part in (YEAR, MONTH, DAY)]
    assert parts == [day.year, day.month, day.day]


@EXAMPLES
@given(INSTANTS)
def test_an_instant_has_the_parts_that_its_clock_shows(at: datetime) -> None:
    parts = [CALENDAR.component(counted(at), MILLISECOND, part) for part in Precision]
    assert parts == [at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond // 1000]


@pytest.mark.parametrize(
    ("count", "precision", "part", "value"),
    [
        (2024, YEAR, YEAR, 2024),
        (2024 * 12, MONTH, YEAR, 2024),
        (2024 * 12, MONTH, MONTH, 1),
        (2024 * 12 + 11, MONTH, MONTH, 12),
    ],
)
def test_a_month_or_a_year_has_its_parts(count: int, precision: Precision, part: Precision, value: int) -> None:
    assert CALENDAR.component(count, precision, part) == value


@EXAMPLES
@given(ORDINALS, st.integers(-130_000, 130_000))
def test_a_day_moved_by_months_keeps_its_day_or_takes_the_last_one(ordinal: int, months: int) -> None:
    shifted = CALENDAR.shift(ordinal, DAY, months, "month")
    expected = months_later(date.fromordinal(ordinal), months)
    assert inside(shifted, Form.DATE, DAY) == (expected is not None)
    assert expected is None or shifted == expected.toordinal()


@EXAMPLES
@given(INSTANTS, st.integers(-11_000, 11_000))
def test_an_instant_moved_by_years_keeps_its_time(at: datetime, years: int) -> None:
    shifted = CALENDAR.shift(counted(at), MILLISECOND, years, "year")
    day = months_later(at.date(), 12 * years)
    assert inside(shifted, Form.DATETIME, MILLISECOND) == (day is not None)
    assert day is None or shifted == counted(datetime.combine(day, at.time()))


@pytest.mark.parametrize(
    ("count", "precision", "amount", "period", "value"),
    [
        (2024, YEAR, -3, "year", 2021),
        (2024, YEAR, 25, "month", 2026),
        (2024, YEAR, -25, "month", 2022),
        (2024 * 12, MONTH, 2, "year", 2026 * 12),
        (2024 * 12, MONTH, -1, "month", 2024 * 12 - 1),
        (7, DAY, 2, "week", 21),
        (7, DAY, -1, "day", 6),
        (0, MILLISECOND, 2, "day", 172_800_000),
        (0, HOUR, 30, "hour", 108_000_000),
    ],
)
def test_other_shifts_add_what_the_period_counts(
    count: int, precision: Precision, amount: int, period: Period, value: int
) -> None:
    assert CALENDAR.shift(count, precision, amount, period) == value


@EXAMPLES
@given(INSTANTS, INSTANTS)
def test_months_between_are_as_many_as_can_be_added(first: datetime, last: datetime) -> None:
    expected = whole_months(first, last)
    assert CALENDAR.duration(counted(first), counted(last), MILLISECOND, "month") == expected
    years = int(expected / 12)
    assert CALENDAR.duration(counted(first), counted(last), MILLISECOND, "year") == years


@EXAMPLES
@given(ORDINALS, st.integers(-40, 40), st.integers(-3, 3))
def test_months_between_days_near_one_another_are_as_many_as_can_be_added(start: int, months: int, days: int) -> None:
    reached = CALENDAR.shift(start, DAY, months, "month") + days
    if inside(reached, Form.DATE, DAY):
        first, last = (datetime.fromordinal(day) for day in (start, reached))
        assert CALENDAR.duration(start, reached, DAY, "month") == whole_months(first, last)


@pytest.mark.parametrize(
    ("first", "last", "period", "value"),
    [
        ("2016-02-29", "2017-02-28", "year", 1),
        ("2014-01-31", "2014-02-28", "month", 1),
        ("2014-02-28", "2014-01-31", "month", -1),
        ("2014-02-28", "2014-03-27", "month", 0),
        ("2014-03-31T12:00", "2014-02-28T10:00", "month", -1),
        ("2014-01-31T12:00", "2014-02-28T10:00", "month", 0),
    ],
)
def test_the_last_day_of_a_shorter_month_brings_a_longer_one_round(
    first: str, last: str, period: Period, value: int
) -> None:
    start, end = counted(datetime.fromisoformat(first)), counted(datetime.fromisoformat(last))
    assert CALENDAR.duration(start, end, MILLISECOND, period) == value


@pytest.mark.parametrize(
    ("first", "last", "precision", "period", "value"),
    [
        (1, 15, DAY, "week", 2),
        (15, 2, DAY, "week", -1),
        (15, 2, DAY, "day", -13),
        (0, 3_599_999, MILLISECOND, "hour", 0),
        (3_600_000, 0, MILLISECOND, "hour", -1),
    ],
)
def test_other_durations_are_whole_periods_towards_nothing(
    first: int, last: int, precision: Precision, period: Period, value: int
) -> None:
    assert CALENDAR.duration(first, last, precision, period) == value


@EXAMPLES
@given(ORDINALS, ORDINALS)
def test_a_difference_counts_the_starts_of_a_period(one: int, other: int) -> None:
    first, last = date.fromordinal(one), date.fromordinal(other)
    sundays = [(day - timedelta(days=day.isoweekday() % 7)).toordinal() if day.year > 1 else 0 for day in (first, last)]
    found = {period: CALENDAR.difference((one, DAY), (other, DAY), period) for period in ("year", "month", "day")}
    assert found == {
        "year": last.year - first.year,
        "month": (last.year - first.year) * 12 + last.month - first.month,
        "day": other - one,
    }
    if first.year > 1 and last.year > 1:
        assert CALENDAR.difference((one, DAY), (other, DAY), "week") == (sundays[1] - sundays[0]) // 7


@pytest.mark.parametrize(
    ("first", "last", "period", "value"),
    [
        ((2023, YEAR), (2024 * 12, MONTH), "year", 1),
        ((date(2024, 1, 31).toordinal(), DAY), (counted(datetime.fromisoformat("2024-02-01")), HOUR), "month", 1),
        ((counted(datetime.fromisoformat("2024-01-31T23:59")), MINUTE), (date(2024, 2, 1).toordinal(), DAY), "day", 1),
        ((3_599_999, MILLISECOND), (3_600_000, HOUR), "hour", 1),
    ],
)
def test_a_difference_may_be_of_two_precisions(
    first: tuple[int, Precision], last: tuple[int, Precision], period: Period, value: int
) -> None:
    assert CALENDAR.difference(first, last, period) == value


@pytest.mark.parametrize("precision", list(Precision))
def test_the_calendar_reaches_from_year_1_to_the_end_of_year_9999(precision: Precision) -> None:
    first, last = limits(Form.DATETIME, precision)
    assert CALENDAR.component(first, precision, YEAR) == 1
    assert CALENDAR.component(first - step(precision), precision, YEAR) < 1
    assert CALENDAR.component(last, precision, YEAR) == 9999
    assert CALENDAR.component(last + step(precision), precision, YEAR) == 10_000


def test_a_day_ends_before_midnight() -> None:
    assert limits(Form.TIME, MINUTE) == (0, 86_340_000)
