"""The calendar as arithmetic on whole numbers, which every backend that executes does with its own numbers.

A moment is its count (see `Moment`). What is beyond the calendar comes out beyond `limits`, for the backend to make
null; whatever was divided on the way to it then no longer matters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from isthmus.rules.syntax import Period
from isthmus.terms import Form, Precision

__all__ = ["CALENDAR", "Calendar", "limits", "step"]

Whole = Any
"""A backend's whole number, 64 bits wide or more: it adds, multiplies and, where not under 0, leaves `%` remainders."""

_MONTHS, _LONGEST = 12, 31
_LAST_YEAR, _LAST_DAY = 9999, 3_652_059
_MARCH = 305
"""Day 1 is so many days after the first of March before it; counted from March, a leap day ends its year."""
_DAY = 86_400_000
_MILLISECONDS: dict[str, int] = {
    "week": 7 * _DAY,
    "day": _DAY,
    "hour": 3_600_000,
    "minute": 60_000,
    "second": 1000,
    "millisecond": 1,
}


def step(precision: Precision) -> int:
    """Count from one moment of a precision to the next."""
    return _MILLISECONDS[precision.word] if precision > Precision.DAY else 1


def limits(form: Form, precision: Precision) -> tuple[int, int]:
    """Find the counts of the first and the last moment there is.

    >>> limits(Form.TIME, Precision.HOUR)
    (0, 82800000)
    """
    match precision:
        case Precision.YEAR:
            return 1, _LAST_YEAR
        case Precision.MONTH:
            return _MONTHS, _MONTHS * (_LAST_YEAR + 1) - 1
        case Precision.DAY:
            return 1, _LAST_DAY
    days = 1 if form is Form.TIME else _LAST_DAY
    return 0, days * _DAY - step(precision)


@dataclass(frozen=True)
class Calendar:
    """Calendar arithmetic in a backend's own whole numbers.

    Attributes:
        divide: A number that is not under 0 by a constant, whole.
        truncate: A number of either sign by a constant, whole, towards 0.
        least: The lesser of two numbers, of which the second may be a plain 0.

    Source:
        Neri and Schneider, Software: Practice and Experience, 2023, doi:10.1002/spe.3172, for the division of days
        into years and months.
    """

    divide: Callable[[Whole, int], Whole]
    truncate: Callable[[Whole, int], Whole]
    least: Callable[[Whole, Whole], Whole]

    def component(self, count: Whole, precision: Precision, part: Precision) -> Whole:
        """Read one part of a moment, such as its month from 1 to 12."""
        match part:
            case Precision.YEAR:
                return self._year(count, precision)
            case Precision.MONTH:
                return self._month(count, precision) % _MONTHS + 1
            case Precision.DAY:
                return self._month_and_day(self._day(count, precision))[1]
        whole = _MILLISECONDS[Precision(part - 1).word] // _MILLISECONDS[part.word]
        return self.divide(count, _MILLISECONDS[part.word]) % whole

    def shift(self, count: Whole, precision: Precision, amount: int, period: Period) -> Whole:
        """Move a moment by whole periods; may come out beyond `limits`.

        A day that the month reached does not have becomes its last day. To the year, twelve months are a year, and
        what is left of them is let go.
        """
        if period not in ("year", "month"):
            return count + amount * _length(period, precision)
        months = amount * _MONTHS if period == "year" else amount
        match precision:
            case Precision.YEAR:
                return count + (months // _MONTHS if months >= 0 else -(-months // _MONTHS))
            case Precision.MONTH:
                return count + months
            case Precision.DAY:
                return self._shift_day(count, months)
        return (self._shift_day(self._day(count, precision), months) - 1) * _DAY + count % _DAY

    def duration(self, first: Whole, last: Whole, precision: Precision, period: Period) -> Whole:
        """Count the whole periods from one moment to another, towards 0; under 0 when `last` is first.

        Of years and months, as many as `shift` could add to the earlier moment without passing the later one.

        Args:
            first: A count of days or of milliseconds.
            last: The same.
            precision: The precision of both, at least as fine as the period.
            period: What to count.
        """
        if period not in ("year", "month"):
            return self.truncate(last - first, _length(period, precision))
        ends = self._parts(first, precision), self._parts(last, precision)
        months = self._months(*ends, precision) - self._months(*ends[::-1], precision)
        return months if period == "month" else self.truncate(months, _MONTHS)

    def difference(self, first: tuple[Whole, Precision], last: tuple[Whole, Precision], period: Period) -> Whole:
        """Count the starts of a period from one moment to another; under 0 when `last` is first.

        Args:
            first: A count and its precision, at least as fine as the period.
            last: The same; the two precisions may differ.
            period: What to count; a week starts on Sunday.
        """
        return self._number(*last, period) - self._number(*first, period)

    def _number(self, count: Whole, precision: Precision, period: Period) -> Whole:
        match period:
            case "year":
                return self._year(count, precision)
            case "month":
                return self._month(count, precision)
            case "week":
                return self.divide(self._day(count, precision), 7)  # day 7 was a Sunday
            case "day":
                return self._day(count, precision)
        return self.divide(count, _MILLISECONDS[period])

    def _year(self, count: Whole, precision: Precision) -> Whole:
        return count if precision is Precision.YEAR else self.divide(self._month(count, precision), _MONTHS)

    def _month(self, count: Whole, precision: Precision) -> Whole:
        return count if precision is Precision.MONTH else self._month_and_day(self._day(count, precision))[0]

    def _day(self, count: Whole, precision: Precision) -> Whole:
        return count if precision is Precision.DAY else self.divide(count, _DAY) + 1

    def _month_and_day(self, day: Whole) -> tuple[Whole, Whole]:
        """Find the count of the month, and the day in it from 1.

        Four times a day's number, and 3, divides by the days of 400 or of 4 years where centuries or years begin;
        five times it, and 461, by the 153 days of five months where months begin.
        """
        of_centuries = 4 * (day + _MARCH) + 3
        of_years = 4 * self.divide(of_centuries % 146_097, 4) + 3
        of_months = 5 * self.divide(of_years % 1461, 4) + 461
        year = 100 * self.divide(of_centuries, 146_097) + self.divide(of_years, 1461)
        month = self.divide(of_months, 153)
        return _MONTHS * year + month - 1, self.divide(of_months % 153, 5) + 1

    def _first_day(self, month: Whole) -> Whole:
        """Find the first day of a month."""
        from_march = month - 2
        year = self.divide(from_march, _MONTHS)
        leap_days = self.divide(year, 4) - self.divide(year, 100) + self.divide(year, 400)
        return 365 * year + leap_days + self.divide(153 * (from_march % _MONTHS) + 2, 5) - _MARCH

    def _shift_day(self, day: Whole, months: int) -> Whole:
        month, of_month = self._month_and_day(day)
        reached = month + months
        return self.least(self._first_day(reached) + of_month - 1, self._first_day(reached + 1) - 1)

    def _parts(self, count: Whole, precision: Precision) -> tuple[Whole, Whole, Whole]:
        """Find the month, the day in it, and the time of day."""
        month, of_month = self._month_and_day(self._day(count, precision))
        return month, of_month, 0 if precision is Precision.DAY else count % _DAY

    def _months(
        self, first: tuple[Whole, Whole, Whole], last: tuple[Whole, Whole, Whole], precision: Precision
    ) -> Whole:
        """Count the whole months from the first to the last; 0 where the last is before the first."""
        (month, day, time), (last_month, last_day, last_time) = first, last
        reached = self.least(day, self._first_day(last_month + 1) - self._first_day(last_month))
        # A month has come round when its day and time have; that is so as well where every month has 31 days.
        days = _LONGEST * (last_month - month) + last_day - reached
        whole = _length("day", precision)
        months = self.truncate(days * whole + last_time - time, _LONGEST * whole)
        return months - self.least(months, 0)


def _length(period: Period, precision: Precision) -> int:
    """Count a period of fixed length in the counts of a precision."""
    return _MILLISECONDS[period] // (_DAY if precision is Precision.DAY else 1)


CALENDAR = Calendar(
    divide=lambda number, by: number // by,
    truncate=lambda number, by: number // by if number >= 0 else -(-number // by),
    least=min,
)
"""The calendar in Python's own whole numbers."""
